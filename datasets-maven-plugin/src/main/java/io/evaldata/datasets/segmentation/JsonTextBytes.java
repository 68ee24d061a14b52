package io.evaldata.datasets.segmentation;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** The characters of one JSON string of a file, ASCII only, read from its opening quote on. */
final class JsonTextBytes {
    private static final int FIRST_READ = 1 << 10;
    private static final int LATER_READS = 1 << 13;

    private final FileChannel channel;
    private long position;
    private ByteBuffer buffer = ByteBuffer.allocate(FIRST_READ).limit(0);

    JsonTextBytes(FileChannel channel, long position) throws IOException {
        this.channel = channel;
        this.position = position;
        if (nextByte() != '"') {
            throw new IOException("the file has changed while it was read");
        }
    }

    /** The next character, or -1 at the closing quote. */
    int next() throws IOException {
        int read = nextByte();
        if (read == '"') {
            return -1;
        }
        return read == '\\' ? escaped() : read;
    }

    private int escaped() throws IOException {
        int read = nextByte();
        if (read != 'u') {
            return read;
        }
        byte[] digits = new byte[4];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (byte) nextByte();
        }
        try {
            return Integer.parseInt(new String(digits, StandardCharsets.US_ASCII), 16);
        } catch (NumberFormatException e) {
            throw new IOException("the file has changed while it was read", e);
        }
    }

    private int nextByte() throws IOException {
        if (!buffer.hasRemaining()) {
            if (buffer.limit() == FIRST_READ) {
                buffer = ByteBuffer.allocate(LATER_READS);
            }
            buffer.clear();
            int read = channel.read(buffer, position);
            if (read < 0) {
                throw new EOFException("the file has changed while it was read");
            }
            position += read;
            buffer.flip();
        }
        return buffer.get() & 0xFF;
    }
}
