package io.evaldata.datasets.download;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Buffers outside the heap that connections use again: bytes go through them without being copied in between.
 *
 * <p>Taken only while an answer is being read, so that their number is bounded by the connections there may be. They are large
 * because the writers of one file take turns in the operating system: with a fourth of the size a gigabyte from a fast
 * server took a seventh longer.
 */
final class Buffers {
    private static final int SIZE = 1 << 20;

    private final Deque<ByteBuffer> free = new ArrayDeque<>();

    synchronized ByteBuffer take() {
        return free.isEmpty() ? ByteBuffer.allocateDirect(SIZE) : free.pop().clear();
    }

    synchronized void giveBack(ByteBuffer buffer) {
        free.push(buffer);
    }
}
