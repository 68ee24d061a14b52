package io.evaldata.datasets.labels;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses a PNG file row by row, interlaced or not.
 *
 * <p>One instance serves one thread and keeps its memory between files; closing it frees the native part.
 */
final class PngRows implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    /** First column, first row, and the steps between columns and rows of each pass of Adam7. */
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private final Inflater inflater = new Inflater();
    private byte[] buffer = {};
    private String name = "";
    private byte[] bytes = {};
    private PngFile png;
    private int nextExtent;

    /** Receives the rows of a picture. */
    interface Sink {
        /**
         * A restored row: samples packed as in the file.
         *
         * @param pixels how many pixels the row has
         * @param x column of its first pixel in the picture
         * @param step columns from each pixel to the next
         */
        void row(byte[] packed, int offset, int pixels, int y, int x, int step);
    }

    /** Sends every row of the picture to the sink. */
    void decode(String fileName, byte[] fileBytes, PngFile file, Sink sink) {
        name = fileName;
        bytes = fileBytes;
        png = file;
        nextExtent = 0;
        inflater.reset();
        if (file.header().interlaced()) {
            for (int[] pass : ADAM7) {
                pass(pass[0], pass[1], pass[2], pass[3], sink);
            }
        } else {
            pass(0, 0, 1, 1, sink);
        }
    }

    @Override
    public void close() {
        inflater.end();
    }

    /** A pass: many rows are inflated at once behind a copy of the last row of the group before. */
    private void pass(int x0, int y0, int stepX, int stepY, Sink sink) {
        PngHeader header = png.header();
        int pixels = (header.width() - x0 + stepX - 1) / stepX;
        int rows = (header.height() - y0 + stepY - 1) / stepY;
        if (pixels <= 0 || rows <= 0) {
            return;
        }
        int stride = header.rowBytes(pixels) + 1;
        int group = Math.min(rows, Math.max(1, BUFFER / stride));
        if (buffer.length < (group + 1) * stride) {
            buffer = new byte[(group + 1) * stride];
        }
        Arrays.fill(buffer, 0, stride, (byte) 0);
        for (int done = 0; done < rows; done += group) {
            int now = Math.min(group, rows - done);
            inflate(stride, now * stride);
            for (int i = 1; i <= now; i++) {
                int at = i * stride + 1;
                if (!RowFilter.undo(buffer[at - 1], buffer, at, stride - 1, at - stride, header.filterDistance())) {
                    throw PngFile.damaged(name, "a row names a filter that does not exist");
                }
                sink.row(buffer, at, pixels, y0 + (done + i - 1) * stepY, x0, stepX);
            }
            System.arraycopy(buffer, now * stride, buffer, 0, stride);
        }
    }

    private void inflate(int offset, int length) {
        int end = offset + length;
        int at = offset;
        try {
            while (at < end) {
                int got = inflater.inflate(buffer, at, end - at);
                at += got;
                if (got == 0) {
                    refill();
                }
            }
        } catch (DataFormatException e) {
            throw PngFile.damaged(name, "its image data cannot be decompressed (" + e.getMessage() + ")");
        }
    }

    private void refill() {
        if (inflater.finished()
                || inflater.needsDictionary()
                || nextExtent == png.imageData().size()) {
            throw PngFile.truncated(name);
        }
        PngFile.Extent extent = png.imageData().get(nextExtent++);
        inflater.setInput(bytes, extent.offset(), extent.length());
    }
}
