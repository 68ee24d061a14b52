package ${package}.data;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** Reads image files as RGB, also the four-channel JPEGs that ImageNet and Caltech-101 hold a few of. */
public final class Images {
    private Images() {}

    public static BufferedImage read(Path file) throws IOException {
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException(file + " is no image that Java can read");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return decode(reader);
            } catch (IIOException | IllegalArgumentException e) {
                throw new IOException(file + " can't be decoded: " + e.getMessage(), e);
            } finally {
                reader.dispose();
            }
        }
    }

    /** The image with three 8-bit channels, on black where it was transparent. */
    public static BufferedImage rgb(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            return image;
        }
        BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = rgb.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return rgb;
    }

    private static BufferedImage decode(ImageReader reader) throws IOException {
        try {
            return rgb(reader.read(0));
        } catch (IIOException unsupported) {
            // ImageIO has no colour conversion for CMYK, but it hands over the four channels.
            Raster raster = reader.canReadRaster() ? reader.readRaster(0, null) : null;
            if (raster == null || raster.getNumBands() != 4) {
                throw unsupported;
            }
            return fromInvertedCmyk(raster);
        }
    }

    /** Four-channel JPEGs hold inverted inks (the convention of Adobe's encoder), so light is ink times black. */
    private static BufferedImage fromInvertedCmyk(Raster raster) {
        BufferedImage rgb = new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] inks = new int[4];
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                raster.getPixel(x + raster.getMinX(), y + raster.getMinY(), inks);
                int red = inks[0] * inks[3] / 255;
                int green = inks[1] * inks[3] / 255;
                int blue = inks[2] * inks[3] / 255;
                rgb.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return rgb;
    }
}
