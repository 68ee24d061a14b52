package ${package}.model;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** Turns images and texts into vectors of one space, in which what belongs together points the same way. */
public interface Model extends AutoCloseable {
    /** The name in the results table. */
    String name();

    /** The image as a vector of length one. */
    float[] embed(BufferedImage image) throws IOException;

    /** The text as a vector of length one. */
    float[] embed(String text) throws IOException;

    /** The image cut into a grid of patches, each a vector of its own: what segmentation compares with the classes. */
    default Patches patches(BufferedImage image) throws IOException {
        return Patches.of(image, 16, 1, this);
    }

    @Override
    default void close() {}
}
