package io.evaldata.datasets.segmentation;

import java.util.Arrays;

/** The masks of an annotation file as columns of numbers, since there may be hundreds of thousands. */
final class MaskColumns {
    private long[] ids = new long[256];
    private long[] imageIds = new long[256];
    private long[] countsPositions = new long[256];
    private int[] categories = new int[256];
    private int[] heights = new int[256];
    private int[] widths = new int[256];
    private int size;

    /** One mask as read. */
    static final class Row {
        long id;
        long imageId;
        long countsPosition;
        int category;
        int height;
        int width;
    }

    void add(Row row) {
        if (size == ids.length) {
            int larger = Math.multiplyExact(size, 2);
            ids = Arrays.copyOf(ids, larger);
            imageIds = Arrays.copyOf(imageIds, larger);
            countsPositions = Arrays.copyOf(countsPositions, larger);
            categories = Arrays.copyOf(categories, larger);
            heights = Arrays.copyOf(heights, larger);
            widths = Arrays.copyOf(widths, larger);
        }
        set(size++, row.id, row.imageId, row.countsPosition, row.category, row.height, row.width);
    }

    int size() {
        return size;
    }

    long id(int mask) {
        return ids[mask];
    }

    long imageId(int mask) {
        return imageIds[mask];
    }

    long countsPosition(int mask) {
        return countsPositions[mask];
    }

    int category(int mask) {
        return categories[mask];
    }

    int height(int mask) {
        return heights[mask];
    }

    int width(int mask) {
        return widths[mask];
    }

    /**
     * Where an id occurs more than once, the last row counts, at the place of the first: the published reader keeps
     * rows in a Python dictionary. Rows that fall away get the image id given.
     */
    void mergeEqualIds(long noImage) {
        Integer[] byId = equalIdCandidates();
        for (int i = 0; i + 1 < byId.length; i++) {
            int first = byId[i];
            int last = first;
            while (i + 1 < byId.length && ids[byId[i + 1]] == ids[first]) {
                last = byId[++i];
                imageIds[first] = imageIds[last];
                imageIds[last] = noImage;
            }
            if (last != first) {
                set(
                        first,
                        ids[first],
                        imageIds[first],
                        countsPositions[last],
                        categories[last],
                        heights[last],
                        widths[last]);
            }
        }
    }

    /** Row numbers ordered by id, or none when the ids ascend, as those of the published file nearly do. */
    private Integer[] equalIdCandidates() {
        boolean ascending = true;
        for (int i = 1; i < size && ascending; i++) {
            ascending = ids[i - 1] < ids[i];
        }
        if (ascending) {
            return new Integer[0];
        }
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> ids[a] != ids[b] ? Long.compare(ids[a], ids[b]) : Integer.compare(a, b));
        return order;
    }

    private void set(int at, long id, long imageId, long countsPosition, int category, int height, int width) {
        ids[at] = id;
        imageIds[at] = imageId;
        countsPositions[at] = countsPosition;
        categories[at] = category;
        heights[at] = height;
        widths[at] = width;
    }
}
