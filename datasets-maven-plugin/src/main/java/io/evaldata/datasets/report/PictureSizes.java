package io.evaldata.datasets.report;

import io.evaldata.datasets.io.Parallel;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Widths and heights of a dataset's pictures, from the headers of all of them.
 *
 * @param widths of those that have a readable header
 * @param heights of the same
 * @param cells how many pictures are about that wide and high: a cell's number is {@code column << 16 | row}, a side of
 *     {@code s} pixels being in cell {@code floor(4 log2 s)}
 * @param wide how many are wider than high
 * @param high how many are higher than wide
 * @param oddities what is odd about some, and about how many
 * @param unreadable the first few pictures without a readable header
 */
record PictureSizes(
        Sides widths,
        Sides heights,
        SortedMap<Integer, Long> cells,
        long wide,
        long high,
        SortedMap<String, Long> oddities,
        List<String> unreadable) {
    private static final int SHOWN_UNREADABLE = 5;

    /** Reads the headers. */
    static PictureSizes of(List<PictureEntry> pictures, Tree tree, int threads) throws IOException {
        int[] widths = new int[pictures.size()];
        int[] heights = new int[pictures.size()];
        Map<String, Long> oddities = new ConcurrentHashMap<>();
        ConcurrentLinkedQueue<String> unreadable = new ConcurrentLinkedQueue<>();
        Parallel.forEach(() -> IntStream.range(0, widths.length).iterator(), threads, i -> {
            String path = pictures.get(i).path();
            try {
                PictureHeader header = PictureHeader.read(tree.resolve(path));
                widths[i] = header.width();
                heights[i] = header.height();
                count(path, header, oddities);
            } catch (IOException e) {
                unreadable.add(path);
                oddities.merge("no readable header", 1L, Long::sum);
            }
        });
        return of(
                widths,
                heights,
                new TreeMap<>(oddities),
                new TreeSet<>(unreadable).stream().limit(SHOWN_UNREADABLE).toList());
    }

    /** So many pictures of one size. */
    static PictureSizes same(int count, int width, int height) {
        int[] widths = new int[count];
        int[] heights = new int[count];
        Arrays.fill(widths, width);
        Arrays.fill(heights, height);
        return of(widths, heights, Collections.emptySortedMap(), List.of());
    }

    private static PictureSizes of(
            int[] widths, int[] heights, SortedMap<String, Long> oddities, List<String> unreadable) {
        SortedMap<Integer, Long> cells = new TreeMap<>();
        long wide = 0;
        long high = 0;
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > 0) {
                cells.merge(cell(widths[i]) << 16 | cell(heights[i]), 1L, Long::sum);
                wide += widths[i] > heights[i] ? 1 : 0;
                high += widths[i] < heights[i] ? 1 : 0;
            }
        }
        return new PictureSizes(Sides.of(widths), Sides.of(heights), cells, wide, high, oddities, unreadable);
    }

    private static void count(String path, PictureHeader header, Map<String, Long> oddities) {
        if (header.orientation() != 1) {
            oddities.merge("turned by Exif", 1L, Long::sum);
        }
        if (header.components() == 4) {
            oddities.merge("CMYK or YCCK colours", 1L, Long::sum);
        }
        String name = path.toLowerCase(Locale.ROOT);
        boolean called =
                name.endsWith("." + header.format()) || (header.format().equals("jpeg") && name.endsWith(".jpg"));
        if (!called) {
            oddities.merge(header.format().toUpperCase(Locale.ROOT) + " under another name", 1L, Long::sum);
        }
    }

    /** The cell of a side of so many pixels. */
    static int cell(int side) {
        return (int) Math.floor(4 * Math.log(side) / Math.log(2) + 1e-9);
    }

    /** How many have a size. */
    int count() {
        return widths.count();
    }

    /** How many are as wide as high. */
    long square() {
        return count() - wide - high;
    }
}
