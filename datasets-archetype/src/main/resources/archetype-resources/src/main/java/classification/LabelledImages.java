package ${package}.classification;

import ${package}.data.Images;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The evaluated part of a classification dataset: what the classes are called, and images with the number of their class. */
public record LabelledImages(List<String> classes, List<LabelledImage> images) {
    public LabelledImages {
        classes = List.copyOf(classes);
        images = List.copyOf(images);
    }

    /**
     * An image of known class.
     *
     * @param label the index of the class
     */
    public record LabelledImage(Source source, int label) {
        public LabelledImage(Path file, int label) {
            this(() -> Images.read(file), label);
        }
    }

    /** Where an image comes from: a file of its own, or a row in a batch of many. */
    @FunctionalInterface
    public interface Source {
        BufferedImage read() throws IOException;
    }
}
