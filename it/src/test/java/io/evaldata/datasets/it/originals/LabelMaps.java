package io.evaldata.datasets.it.originals;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Real label maps for images that have none among the real files. */
final class LabelMaps {
    private LabelMaps() {}

    /** The map at the size of the image: each label is that of the nearest pixel. */
    static byte[] fitted(byte[] map, byte[] image) throws IOException {
        BufferedImage from = ImageIO.read(new ByteArrayInputStream(map));
        BufferedImage like = ImageIO.read(new ByteArrayInputStream(image));
        BufferedImage to = new BufferedImage(like.getWidth(), like.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Raster labels = from.getRaster();
        WritableRaster fitted = to.getRaster();
        for (int y = 0; y < to.getHeight(); y++) {
            for (int x = 0; x < to.getWidth(); x++) {
                int label =
                        labels.getSample(x * from.getWidth() / to.getWidth(), y * from.getHeight() / to.getHeight(), 0);
                fitted.setSample(x, y, 0, label);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(to, "png", bytes);
        return bytes.toByteArray();
    }
}
