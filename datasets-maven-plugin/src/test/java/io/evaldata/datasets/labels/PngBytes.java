package io.evaldata.datasets.labels;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes PNG files of every form, sample by sample and with a random filter for each row; slow and plain. */
final class PngBytes {
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private PngBytes() {
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    }

    /**
     * A picture.
     *
     * @param samples row by row, samples of a pixel next to each other
     */
    static byte[] picture(
            int width, int height, int depth, int type, boolean interlaced, byte[] palette, int[] samples, long seed) {
        PngBytes png = new PngBytes();
        png.chunk("IHDR", header(width, height, depth, type, interlaced ? 1 : 0));
        if (palette.length > 0) {
            png.chunk("PLTE", palette);
        }
        byte[] data = deflated(rows(width, height, depth, type, interlaced, samples, new Random(seed)));
        int half = data.length / 2;
        png.chunk("IDAT", Arrays.copyOf(data, half));
        png.chunk("IDAT", Arrays.copyOfRange(data, half, data.length));
        png.chunk("IEND", new byte[0]);
        return png.out.toByteArray();
    }

    /** A file of nothing but these: a header, and image data as given. */
    static byte[] raw(byte[] header, byte[] imageData) {
        PngBytes png = new PngBytes();
        png.chunk("IHDR", header);
        png.chunk("IDAT", imageData);
        png.chunk("IEND", new byte[0]);
        return png.out.toByteArray();
    }

    static byte[] header(int width, int height, int depth, int type, int interlace) {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {(byte) depth, (byte) type, 0, 0, (byte) interlace})
                .array();
    }

    static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        byte[] buffer = new byte[1000];
        while (!deflater.finished()) {
            result.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return result.toByteArray();
    }

    private static byte[] rows(
            int width, int height, int depth, int type, boolean interlaced, int[] samples, Random random) {
        int perPixel = type == 2 ? 3 : type == 4 ? 2 : type == 6 ? 4 : 1;
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        for (int[] pass : interlaced ? ADAM7 : new int[][] {{0, 0, 1, 1}}) {
            byte[] above = null;
            for (int y = pass[1]; y < height && pass[0] < width; y += pass[3]) {
                StringBuilder bits = new StringBuilder();
                for (int x = pass[0]; x < width; x += pass[2]) {
                    for (int s = 0; s < perPixel; s++) {
                        int sample = samples[(y * width + x) * perPixel + s];
                        bits.append(Integer.toBinaryString(1 << depth | sample).substring(1));
                    }
                }
                byte[] row = new byte[(bits.length() + 7) / 8];
                for (int i = 0; i < bits.length(); i++) {
                    row[i / 8] |= (byte) ((bits.charAt(i) - '0') << (7 - i % 8));
                }
                above = above == null ? new byte[row.length] : above;
                int filter = random.nextInt(5);
                result.write(filter);
                result.writeBytes(filtered(filter, row, above, Math.max(1, perPixel * depth / 8)));
                above = row;
            }
        }
        return result.toByteArray();
    }

    private static byte[] filtered(int filter, byte[] row, byte[] above, int distance) {
        byte[] result = new byte[row.length];
        for (int i = 0; i < row.length; i++) {
            int left = i < distance ? 0 : row[i - distance] & 0xFF;
            int up = above[i] & 0xFF;
            int corner = i < distance ? 0 : above[i - distance] & 0xFF;
            int p = left + up - corner;
            int nearest = Math.abs(p - left) <= Math.abs(p - up) && Math.abs(p - left) <= Math.abs(p - corner)
                    ? left
                    : Math.abs(p - up) <= Math.abs(p - corner) ? up : corner;
            int[] predicted = {0, left, up, (left + up) / 2, nearest};
            result[i] = (byte) (row[i] - predicted[filter]);
        }
        return result;
    }

    private void chunk(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(name);
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
