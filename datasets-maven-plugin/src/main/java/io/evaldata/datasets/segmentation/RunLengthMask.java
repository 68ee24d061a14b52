package io.evaldata.datasets.segmentation;

import io.evaldata.datasets.labels.LabelMap;
import java.io.IOException;

/**
 * Paints masks in the compressed run-length text of COCO (cocodataset/cocoapi {@code common/maskApi.c}).
 *
 * <p>Runs of zeros and ones by turns, zeros first, down the columns. Each number is a sequence of characters from
 * code 48 on with five bits each, lowest first; the bit of 32 says that more follow, the bit of 16 of the last is
 * the sign; from the fourth number on it is the difference to the one two before.
 */
final class RunLengthMask {
    private static final int LOWEST = '0';
    private static final int HIGHEST = LOWEST + 63;
    private static final int MOST_BITS = 35;

    private RunLengthMask() {}

    /**
     * Gives every pixel that is set in the mask the value.
     *
     * @param counts the text, read up to its end
     * @throws MalformedMaskException when the text is malformed, does not have one bit for each pixel of its size, or
     *     sets pixels outside the map
     */
    static void paint(JsonTextBytes counts, int height, int width, LabelMap map, int value) throws IOException {
        long size = (long) height * width;
        long position = 0;
        long beforeLast = 0;
        long last = 0;
        boolean set = false;
        for (int n = 0; ; n++) {
            int first = counts.next();
            if (first < 0) {
                break;
            }
            long run = number(first, counts) + (n > 2 ? beforeLast : 0);
            if (run < 0 || run > size - position) {
                throw new MalformedMaskException(
                        "its mask has runs that do not fit its size of %d x %d".formatted(width, height));
            }
            if (set) {
                paintRun(map, position, run, height, value);
            }
            position += run;
            set = !set;
            beforeLast = last;
            last = run;
        }
        if (position != size) {
            throw new MalformedMaskException("its mask covers %d of the %d pixels of its size of %d x %d"
                    .formatted(position, size, width, height));
        }
    }

    private static long number(int first, JsonTextBytes counts) throws IOException {
        long number = 0;
        int character = first;
        for (int shift = 0; shift < MOST_BITS; shift += 5) {
            if (character < LOWEST || character > HIGHEST) {
                break;
            }
            int bits = character - LOWEST;
            number |= (long) (bits & 31) << shift;
            if ((bits & 32) == 0) {
                return (bits & 16) == 0 ? number : number | -1L << (shift + 5);
            }
            character = counts.next();
        }
        throw new MalformedMaskException("its mask is no run-length text");
    }

    private static void paintRun(LabelMap map, long position, long run, int height, int value) {
        byte[] ids = map.ids();
        long left = run;
        int x = (int) (position / height);
        int y = (int) (position % height);
        while (left > 0) {
            int rows = (int) Math.min(left, height - y);
            if (x >= map.width() || y + rows > map.height()) {
                throw new MalformedMaskException(
                        "its mask sets pixels outside the picture of %d x %d".formatted(map.width(), map.height()));
            }
            int at = y * map.width() + x;
            for (int i = 0; i < rows; i++, at += map.width()) {
                ids[at] = (byte) value;
            }
            left -= rows;
            x++;
            y = 0;
        }
    }
}
