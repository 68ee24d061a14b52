package io.evaldata.datasets.extract;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Reads content on a thread of its own, as far ahead as its pool has buffers. */
final class ReadAhead implements AutoCloseable {
    /** A full buffer, or the end with or without a failure. */
    private record Delivery(Chunk chunk, Throwable failure) {}

    private final Content content;
    private final ChunkPool pool;
    private final BlockingQueue<Delivery> deliveries;
    private final Thread thread;
    private Delivery end;

    ReadAhead(Content content, int chunks, int chunkSize, String name) {
        this.content = content;
        this.pool = new ChunkPool(chunks, chunkSize);
        this.deliveries = new ArrayBlockingQueue<>(chunks + 1);
        this.thread = new Thread(this::readAll, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** The next buffer, ready for being read, to be released by the caller; null at the end. */
    Chunk next() throws IOException, InterruptedException {
        if (end == null) {
            Delivery delivery = deliveries.take();
            if (delivery.chunk() != null) {
                return delivery.chunk();
            }
            end = delivery;
        }
        if (end.failure() instanceof IOException e) {
            throw e;
        } else if (end.failure() instanceof RuntimeException e) {
            throw e;
        } else if (end.failure() instanceof Error e) {
            throw e;
        } else if (end.failure() instanceof InterruptedException e) {
            throw e;
        }
        return null;
    }

    private void readAll() {
        Throwable failure = null;
        try {
            while (readOne()) {}
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = e;
        }
        deliveries.add(new Delivery(null, failure));
    }

    private boolean readOne() throws IOException, InterruptedException {
        Chunk chunk = pool.take();
        boolean more = false;
        try {
            more = content.fill(chunk.buffer()).hasRemaining();
        } finally {
            if (more) {
                deliveries.add(new Delivery(chunk, null));
            } else {
                chunk.release();
            }
        }
        return more;
    }

    /** Stops reading, waits for the thread to end, and closes the content. */
    @Override
    public void close() throws IOException {
        Threads.stop(List.of(thread));
        content.close();
    }
}
