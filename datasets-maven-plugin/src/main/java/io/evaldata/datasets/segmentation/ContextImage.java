package io.evaldata.datasets.segmentation;

/**
 * A picture that an annotation file of PASCAL in Detail describes.
 *
 * @param index place among the pictures wanted, from 0
 * @param fileName name of the photo, such as {@code 2008_000002.jpg}
 * @param phase {@code train} or {@code val}
 */
public record ContextImage(int index, String fileName, String phase, int width, int height) {

    /** Name of its label map: every {@code jpg} in the photo's name becomes {@code png}, as the published tool does. */
    public String mapName() {
        return fileName.replace("jpg", "png");
    }

    /** The name as split lists have it: without what follows the last dot. */
    public String stem() {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
