package io.evaldata.datasets.extract;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes that come one after the other; for one thread at a time. */
interface Content extends Closeable {

    /**
     * Reads at least one byte, as many as are at hand without much waiting.
     *
     * @return the number of bytes read, or -1 at the end
     */
    int read(ByteBuffer into) throws IOException, InterruptedException;

    /** Fills the buffer, or reads to the end when that comes first; the buffer is left ready for being read. */
    default ByteBuffer fill(ByteBuffer buffer) throws IOException, InterruptedException {
        buffer.clear();
        while (buffer.hasRemaining() && read(buffer) >= 0) {}
        return buffer.flip();
    }

    @Override
    default void close() throws IOException {}
}
