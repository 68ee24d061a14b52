package io.evaldata.datasets.extract;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** A buffer that goes back to its pool when the last of those who hold it lets go. */
final class Chunk {
    private final ChunkPool pool;
    private final ByteBuffer buffer;
    private final AtomicInteger holders = new AtomicInteger();

    Chunk(ChunkPool pool, int size) {
        this.pool = pool;
        this.buffer = ByteBuffer.allocateDirect(size);
    }

    ByteBuffer buffer() {
        return buffer;
    }

    /** One more holder. */
    Chunk hold() {
        holders.incrementAndGet();
        return this;
    }

    /** One holder less. */
    void release() {
        if (holders.decrementAndGet() == 0) {
            pool.giveBack(this);
        }
    }
}
