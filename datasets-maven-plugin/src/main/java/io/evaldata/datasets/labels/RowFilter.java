package io.evaldata.datasets.labels;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Takes back the row filters of PNG (PNG specification, second edition, section 9).
 *
 * <p>Label maps are mostly runs, whose filtered bytes are zeros: eight of them at a time take a short way.
 */
final class RowFilter {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;

    private RowFilter() {}

    /**
     * Restores a row in place.
     *
     * @param type the filter type
     * @param row the buffer that holds this row and the one above
     * @param above where the restored row above begins
     * @param distance bytes to the pixel on the left
     * @return false when there is no such type
     */
    static boolean undo(int type, byte[] row, int at, int length, int above, int distance) {
        switch (type) {
            case 0 -> {}
            case 1 -> undoSub(row, at, length, distance);
            case 2 -> undoUp(row, at, length, above);
            case 3 -> undoAverage(row, at, length, above, distance);
            case 4 -> undoPaeth(row, at, length, above, distance);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void undoSub(byte[] row, int at, int length, int distance) {
        int end = at + length;
        int i = at + distance;
        while (i < end) {
            if (distance == 1 && i + Long.BYTES <= end && (long) LONGS.get(row, i) == 0) {
                LONGS.set(row, i, (row[i - 1] & 0xFF) * ONES);
                i += Long.BYTES;
            } else {
                row[i] += row[i - distance];
                i++;
            }
        }
    }

    private static void undoUp(byte[] row, int at, int length, int above) {
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            long difference = (long) LONGS.get(row, at + i);
            long up = (long) LONGS.get(row, above + i);
            long sum = ((difference & ~HIGH_BITS) + (up & ~HIGH_BITS)) ^ ((difference ^ up) & HIGH_BITS);
            LONGS.set(row, at + i, sum);
        }
        for (; i < length; i++) {
            row[at + i] += row[above + i];
        }
    }

    /** Short way: nothing differs from the left nor from above. */
    private static void undoAverage(byte[] row, int at, int length, int above, int distance) {
        int i = 0;
        while (i < length) {
            int left = i < distance ? 0 : row[at + i - distance] & 0xFF;
            if (distance == 1
                    && i + Long.BYTES <= length
                    && (long) LONGS.get(row, at + i) == 0
                    && (long) LONGS.get(row, above + i) == left * ONES) {
                LONGS.set(row, at + i, left * ONES);
                i += Long.BYTES;
            } else {
                row[at + i] += (byte) ((left + (row[above + i] & 0xFF)) >>> 1);
                i++;
            }
        }
    }

    /** Short way: where left and corner are equal the pixel above is predicted, and then they are equal again. */
    private static void undoPaeth(byte[] row, int at, int length, int above, int distance) {
        for (int i = 0; i < Math.min(distance, length); i++) {
            row[at + i] += row[above + i];
        }
        int i = distance;
        while (i < length) {
            int left = row[at + i - distance] & 0xFF;
            int corner = row[above + i - distance] & 0xFF;
            if (distance == 1 && left == corner && i + Long.BYTES <= length && (long) LONGS.get(row, at + i) == 0) {
                LONGS.set(row, at + i, (long) LONGS.get(row, above + i));
                i += Long.BYTES;
            } else {
                row[at + i] += (byte) paeth(left, row[above + i] & 0xFF, corner);
                i++;
            }
        }
    }

    private static int paeth(int left, int up, int corner) {
        int toLeft = Math.abs(up - corner);
        int toUp = Math.abs(left - corner);
        int toCorner = Math.abs(left + up - 2 * corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }
}
