package io.evaldata.datasets.extract;

import java.nio.ByteBuffer;

/** Content that is wholly in a buffer. */
record BufferContent(ByteBuffer buffer) implements Content {
    @Override
    public int read(ByteBuffer into) {
        if (!buffer.hasRemaining()) {
            return -1;
        }
        int count = Math.min(buffer.remaining(), into.remaining());
        into.put(buffer.slice(buffer.position(), count));
        buffer.position(buffer.position() + count);
        return count;
    }
}
