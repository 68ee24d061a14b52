package ${package}.segmentation;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A class number for every pixel. */
public final class LabelMap {
    /** The number of pixels that are of no class. */
    public static final int IGNORED = 255;

    private final int width;
    private final int height;
    private final int[] labels;

    private LabelMap(int width, int height, int[] labels) {
        this.width = width;
        this.height = height;
        this.labels = labels;
    }

    /** A map of the given labels, row by row. */
    public static LabelMap of(int width, int height, int... labels) {
        if (labels.length != width * height) {
            throw new IllegalArgumentException(labels.length + " labels for " + width + " x " + height + " pixels");
        }
        return new LabelMap(width, height, labels.clone());
    }

    /** Reads the numbers in a grey or palette PNG: of a palette, the indices and not the colours. */
    public static LabelMap read(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        if (image == null || image.getRaster().getNumBands() != 1) {
            throw new IOException(file + " is no label map: a PNG with one channel is expected");
        }
        Raster raster = image.getRaster();
        int[] labels = raster.getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
        return new LabelMap(image.getWidth(), image.getHeight(), labels);
    }

    /** The same with 0 ignored and every other class one less; what was ignored stays so. */
    public LabelMap zeroReduced() {
        int[] reduced = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            reduced[i] = labels[i] == 0 || labels[i] == IGNORED ? IGNORED : labels[i] - 1;
        }
        return new LabelMap(width, height, reduced);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** How many pixels there are. */
    public int size() {
        return labels.length;
    }

    /** The label of a pixel, counted row by row. */
    public int label(int pixel) {
        return labels[pixel];
    }
}
