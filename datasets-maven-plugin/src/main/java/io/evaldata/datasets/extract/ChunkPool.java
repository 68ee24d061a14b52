package io.evaldata.datasets.extract;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** A fixed number of equal buffers: who wants one more waits, which bounds the memory and slows down who is ahead. */
final class ChunkPool {
    private final BlockingQueue<Chunk> free;
    private final int chunkSize;
    private int toMake;

    /** Buffers are made when first needed. */
    ChunkPool(int count, int chunkSize) {
        this.free = new ArrayBlockingQueue<>(count);
        this.chunkSize = chunkSize;
        this.toMake = count;
    }

    int chunkSize() {
        return chunkSize;
    }

    /** An empty buffer with one holder. */
    Chunk take() throws InterruptedException {
        Chunk chunk = free.poll();
        if (chunk == null && mayMake()) {
            chunk = new Chunk(this, chunkSize);
        }
        if (chunk == null) {
            chunk = free.take();
        }
        chunk.buffer().clear();
        return chunk.hold();
    }

    void giveBack(Chunk chunk) {
        free.add(chunk);
    }

    private synchronized boolean mayMake() {
        if (toMake == 0) {
            return false;
        }
        toMake--;
        return true;
    }
}
