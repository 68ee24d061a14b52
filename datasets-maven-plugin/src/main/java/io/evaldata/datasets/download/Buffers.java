package io.evaldata.datasets.download;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Buffers outside the heap that connections use again: bytes go through them without being copied in between. */
final class Buffers {
    private static final int SIZE = 1 << 18;

    private final Deque<ByteBuffer> free = new ArrayDeque<>();

    synchronized ByteBuffer take() {
        return free.isEmpty() ? ByteBuffer.allocateDirect(SIZE) : free.pop();
    }

    synchronized void giveBack(ByteBuffer buffer) {
        free.push(buffer);
    }
}
