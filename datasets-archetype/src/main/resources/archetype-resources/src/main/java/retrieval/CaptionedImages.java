package ${package}.retrieval;

import java.nio.file.Path;
import java.util.List;

/** Images and the captions written for them, in the order of the annotation file. */
public record CaptionedImages(List<Path> images, List<Caption> captions) {
    public CaptionedImages {
        images = List.copyOf(images);
        captions = List.copyOf(captions);
    }

    /**
     * A sentence about an image.
     *
     * @param image the index of the image it was written for
     */
    public record Caption(String text, int image) {}
}
