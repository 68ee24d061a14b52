package io.evaldata.datasets.report;

import io.evaldata.datasets.labels.LabelMap;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A label map in its palette's colours, to be laid over its picture; where nothing is labelled it is transparent. */
final class LabelPicture {
    private LabelPicture() {}

    /** The map, scaled to that size without mixing labels. */
    static Thumbnail of(LabelMap map, Palette palette, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours(palette));
        byte[] row = new byte[width];
        for (int y = 0; y < height; y++) {
            int fromY = (int) ((2L * y + 1) * map.height() / (2L * height));
            for (int x = 0; x < width; x++) {
                row[x] = (byte) map.at((int) ((2L * x + 1) * map.width() / (2L * width)), fromY);
            }
            image.getRaster().setDataElements(0, y, width, 1, row);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return new Thumbnail("image/png", bytes.toByteArray(), width, height);
    }

    private static IndexColorModel colours(Palette palette) {
        byte[] red = new byte[256];
        byte[] green = new byte[256];
        byte[] blue = new byte[256];
        byte[] alpha = new byte[256];
        for (int id = 0; id < 256; id++) {
            int colour = palette.colour(id);
            red[id] = (byte) (colour >> 16);
            green[id] = (byte) (colour >> 8);
            blue[id] = (byte) colour;
            alpha[id] = (byte) (palette.isIgnored(id) ? 0 : 255);
        }
        return new IndexColorModel(8, 256, red, green, blue, alpha);
    }
}
