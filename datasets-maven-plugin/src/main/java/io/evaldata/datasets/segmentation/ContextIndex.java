package io.evaldata.datasets.segmentation;

import java.util.Arrays;
import java.util.List;

/** Which pictures an annotation file has, and where in it their masks are; a few numbers per mask. */
final class ContextIndex {
    private final List<ContextImage> images;
    private final MaskColumns masks;
    private final int[] order;
    private final int[] firstOfImage;

    /**
     * @param imageOfMask for each mask the index of its picture, or -1 when it belongs to none that is wanted
     */
    ContextIndex(List<ContextImage> images, MaskColumns masks, int[] imageOfMask) {
        this.images = List.copyOf(images);
        this.masks = masks;
        firstOfImage = new int[images.size() + 1];
        for (int image : imageOfMask) {
            if (image >= 0) {
                firstOfImage[image + 1]++;
            }
        }
        for (int image = 0; image < images.size(); image++) {
            firstOfImage[image + 1] += firstOfImage[image];
        }
        order = new int[firstOfImage[images.size()]];
        int[] next = firstOfImage.clone();
        for (int mask = 0; mask < imageOfMask.length; mask++) {
            if (imageOfMask[mask] >= 0) {
                order[next[imageOfMask[mask]]++] = mask;
            }
        }
    }

    List<ContextImage> images() {
        return images;
    }

    /** The masks of a picture, in the order in which they are painted. */
    int[] masksOf(ContextImage image) {
        return Arrays.copyOfRange(order, firstOfImage[image.index()], firstOfImage[image.index() + 1]);
    }

    long id(int mask) {
        return masks.id(mask);
    }

    int category(int mask) {
        return masks.category(mask);
    }

    int maskHeight(int mask) {
        return masks.height(mask);
    }

    int maskWidth(int mask) {
        return masks.width(mask);
    }

    /** Where in the file the run lengths begin, with their opening quote, or -1 when the mask is unusable. */
    long countsPosition(int mask) {
        return masks.countsPosition(mask);
    }
}
