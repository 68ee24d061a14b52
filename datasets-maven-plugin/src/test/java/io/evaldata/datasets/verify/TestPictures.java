package io.evaldata.datasets.verify;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures with enough in them that half a file is half a picture. */
final class TestPictures {
    private TestPictures() {}

    static byte[] rgb(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return bytes(image, format);
    }

    static byte[] map(int width, int height, int... values) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < width * height; i++) {
            image.getRaster().setSample(i % width, i / width, 0, values[i % values.length]);
        }
        return bytes(image, "png");
    }

    /**
     * A JPEG of four components as Photoshop writes it.
     *
     * @param transform of the Adobe marker: 0 for CMYK, 2 for YCCK
     */
    static byte[] cmykJpeg(int width, int height, int transform) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(0, width, height, 4, null);
        Random random = new Random(2);
        for (int i = 0; i < width * height * 4; i++) {
            raster.setSample(i / 4 % width, i / 4 / width, i % 4, random.nextInt(256));
        }
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(plain)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        byte[] jpeg = plain.toByteArray();
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.write(jpeg, 0, 2);
        marked.write(new byte[] {
            (byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform
        });
        marked.write(jpeg, 2, jpeg.length - 2);
        return marked.toByteArray();
    }

    private static byte[] bytes(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, bytes)) {
            throw new IOException("no writer for " + format);
        }
        return bytes.toByteArray();
    }
}
