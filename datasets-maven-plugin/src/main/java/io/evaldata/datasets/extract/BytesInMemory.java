package io.evaldata.datasets.extract;

import io.evaldata.datasets.io.ByteSource;
import java.nio.ByteBuffer;

/** A small archive that is wholly in memory, from the buffer's first byte to its limit. */
record BytesInMemory(ByteBuffer bytes, String name) implements ByteSource {
    @Override
    public long size() {
        return bytes.limit();
    }

    @Override
    public int read(long position, ByteBuffer into) {
        long left = bytes.limit() - position;
        if (left <= 0) {
            return -1;
        }
        int count = (int) Math.min(into.remaining(), left);
        into.put(bytes.slice((int) position, count));
        return count;
    }

    @Override
    public void close() {}
}
