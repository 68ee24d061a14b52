package io.evaldata.datasets.segmentation;

import java.util.Arrays;

/** Where the edges of a polygon cross one row, and how Pillow rounds that to pixels. */
final class Crossings {
    private static final int FEW = 32;

    private float[] values = new float[128];
    private int count;

    void clear() {
        count = 0;
    }

    void add(float x) {
        if (count == values.length) {
            values = Arrays.copyOf(values, Math.multiplyExact(count, 2));
        }
        values[count++] = x;
    }

    float last() {
        return values[count - 1];
    }

    void replaceLast(float x) {
        values[count - 1] = x;
    }

    /** Replaces the one at a place; a place behind the end is ignored. */
    void replace(int place, float x) {
        if (place < count) {
            values[place] = x;
        }
    }

    void sort() {
        if (count > FEW) {
            Arrays.sort(values, 0, count);
            return;
        }
        for (int i = 1; i < count; i++) {
            float moving = values[i];
            int at = i;
            while (at > 0 && values[at - 1] > moving) {
                values[at] = values[at - 1];
                at--;
            }
            values[at] = moving;
        }
    }

    /** Number of whole pairs. */
    int pairs() {
        return count / 2;
    }

    int left(int pair) {
        return left(values[2 * pair]);
    }

    int right(int pair) {
        return right(values[2 * pair + 1]);
    }

    /** First pixel of a run that begins at the crossing: nearest, halves away from zero. */
    static int left(float x) {
        return x >= 0 ? (int) (x + 0.5f) : -(int) (-(double) x + 0.5);
    }

    /** Last pixel of a run that ends at the crossing: nearest, halves towards zero. */
    static int right(float x) {
        return x >= 0 ? ceiling(x - 0.5f) : -ceiling(-(double) x - 0.5);
    }

    /** As {@link Math#ceil}, for numbers above -1; faster while the code is not compiled to the last. */
    private static int ceiling(double x) {
        int whole = (int) x;
        return whole < x && whole < Integer.MAX_VALUE ? whole + 1 : whole;
    }

    /** The nearest whole number, halves away from zero. */
    static float nearest(float x) {
        double up = Math.floor(Math.abs((double) x) + 0.5);
        return (float) (x < 0 ? -up : up);
    }
}
