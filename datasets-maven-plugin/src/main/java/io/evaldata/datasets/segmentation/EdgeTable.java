package io.evaldata.datasets.segmentation;

import java.util.Arrays;

/**
 * The edges of one polygon that are not horizontal, in the order of its points, and which of them cross a row.
 *
 * <p>Crossings are computed in single precision, one rounding per step, as Pillow's C code does.
 */
final class EdgeTable {
    private static final int FEW = 100;

    private int count;
    private int[] x0 = new int[64];
    private int[] y0 = new int[64];
    private int[] top = new int[64];
    private int[] bottom = new int[64];
    private float[] slope = new float[64];
    private long[] byTop = new long[64];
    private int used;
    private int started;
    private int[] active = new int[64];
    private int[] merged = new int[64];
    private int activeCount;

    void clear() {
        count = 0;
    }

    /** Adds the edge between two points that are not on one row. */
    void add(int fromX, int fromY, int toX, int toY) {
        if (count == x0.length) {
            grow();
        }
        x0[count] = fromX;
        y0[count] = fromY;
        top[count] = Math.min(fromY, toY);
        bottom[count] = Math.max(fromY, toY);
        slope[count] = (float) (toX - fromX) / (float) (toY - fromY);
        count++;
    }

    /** Prepares for going down row by row, and goes to this one. */
    void start(int row) {
        started = 0;
        activeCount = 0;
        used = 0;
        for (int edge = 0; edge < count; edge++) {
            if (bottom[edge] >= row) {
                byTop[used++] = (long) Math.max(top[edge], row) << 32 | edge;
            }
        }
        sortByTop();
        moveTo(row);
    }

    private void sortByTop() {
        if (used > FEW) {
            Arrays.sort(byTop, 0, used);
            return;
        }
        for (int i = 1; i < used; i++) {
            long moving = byTop[i];
            int at = i;
            while (at > 0 && byTop[at - 1] > moving) {
                byTop[at] = byTop[at - 1];
                at--;
            }
            byTop[at] = moving;
        }
    }

    /** Brings {@link #activeEdge} up to date: the edges that touch this row, ends included, in table order. */
    void moveTo(int row) {
        int kept = 0;
        for (int i = 0; i < activeCount; i++) {
            if (bottom[active[i]] >= row) {
                active[kept++] = active[i];
            }
        }
        activeCount = kept;
        if (started < used && byTop[started] >> 32 <= row) {
            mergeStarting(row);
        }
    }

    private void mergeStarting(int row) {
        int into = 0;
        int i = 0;
        while (started < used && byTop[started] >> 32 <= row) {
            int starting = (int) byTop[started++];
            while (i < activeCount && active[i] < starting) {
                merged[into++] = active[i++];
            }
            merged[into++] = starting;
        }
        while (i < activeCount) {
            merged[into++] = active[i++];
        }
        int[] swap = active;
        active = merged;
        merged = swap;
        activeCount = into;
    }

    int activeCount() {
        return activeCount;
    }

    /** The first row from this one on, just gone to, where an edge begins or ends. */
    int nextEnd(int row) {
        int next = started < used ? (int) (byTop[started] >> 32) : Integer.MAX_VALUE;
        for (int i = 0; i < activeCount; i++) {
            int edge = active[i];
            next = Math.min(next, top[edge] >= row ? top[edge] : bottom[edge]);
        }
        return next;
    }

    /** Adds where the active edges cross a row. */
    void addCrossings(int row, Crossings crossings) {
        for (int i = 0; i < activeCount; i++) {
            crossings.add(crossing(active[i], row));
        }
    }

    /** The table position of an edge that touches the row. */
    int activeEdge(int index) {
        return active[index];
    }

    /** Where the edge, or the line through it, crosses a row. */
    float crossing(int edge, int row) {
        return (float) (row - y0[edge]) * slope[edge] + (float) x0[edge];
    }

    float slope(int edge) {
        return slope[edge];
    }

    boolean startsOn(int edge, int row) {
        return top[edge] == row;
    }

    boolean endsOn(int edge, int row) {
        return bottom[edge] == row;
    }

    boolean reaches(int edge, int row) {
        return top[edge] <= row && row <= bottom[edge];
    }

    private void grow() {
        int size = Math.multiplyExact(count, 2);
        x0 = Arrays.copyOf(x0, size);
        y0 = Arrays.copyOf(y0, size);
        top = Arrays.copyOf(top, size);
        bottom = Arrays.copyOf(bottom, size);
        slope = Arrays.copyOf(slope, size);
        byTop = Arrays.copyOf(byTop, size);
        active = Arrays.copyOf(active, size);
        merged = Arrays.copyOf(merged, size);
    }
}
