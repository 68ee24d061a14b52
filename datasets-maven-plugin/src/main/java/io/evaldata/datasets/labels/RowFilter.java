package io.evaldata.datasets.labels;

/** Takes back the row filters of PNG (PNG specification, second edition, section 9). */
final class RowFilter {
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
        for (int i = at + distance; i < at + length; i++) {
            row[i] += row[i - distance];
        }
    }

    private static void undoUp(byte[] row, int at, int length, int above) {
        for (int i = 0; i < length; i++) {
            row[at + i] += row[above + i];
        }
    }

    private static void undoAverage(byte[] row, int at, int length, int above, int distance) {
        for (int i = 0; i < length; i++) {
            int left = i < distance ? 0 : row[at + i - distance] & 0xFF;
            row[at + i] += (byte) ((left + (row[above + i] & 0xFF)) >>> 1);
        }
    }

    private static void undoPaeth(byte[] row, int at, int length, int above, int distance) {
        for (int i = 0; i < Math.min(distance, length); i++) {
            row[at + i] += row[above + i];
        }
        for (int i = distance; i < length; i++) {
            int left = row[at + i - distance] & 0xFF;
            int up = row[above + i] & 0xFF;
            int corner = row[above + i - distance] & 0xFF;
            int toLeft = Math.abs(up - corner);
            int toUp = Math.abs(left - corner);
            int toCorner = Math.abs(left + up - 2 * corner);
            int nearest = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
            row[at + i] += (byte) nearest;
        }
    }
}
