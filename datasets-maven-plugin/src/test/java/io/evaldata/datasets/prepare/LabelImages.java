package io.evaldata.datasets.prepare;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Small raw label maps. */
final class LabelImages {
    private LabelImages() {}

    /** A grey PNG one pixel high. */
    static byte[] png(int... labels) throws IOException {
        BufferedImage image = new BufferedImage(labels.length, 1, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < labels.length; x++) {
            image.getRaster().setSample(x, 0, 0, labels[x]);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
