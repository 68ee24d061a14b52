package io.evaldata.datasets.report;

import java.util.Arrays;

/**
 * The widths, or the heights, of some pictures in pixels.
 *
 * @param count how many there are
 * @param min the smallest
 * @param median that which half of them do not exceed
 * @param max the largest
 */
record Sides(int count, int min, int median, int max) {

    /** Those from 1 on; all four numbers are 0 when there are none. */
    static Sides of(int[] sides) {
        int[] sorted = Arrays.stream(sides).filter(side -> side > 0).sorted().toArray();
        return sorted.length == 0
                ? new Sides(0, 0, 0, 0)
                : new Sides(sorted.length, sorted[0], sorted[(sorted.length - 1) / 2], sorted[sorted.length - 1]);
    }

    boolean allEqual() {
        return min == max;
    }
}
