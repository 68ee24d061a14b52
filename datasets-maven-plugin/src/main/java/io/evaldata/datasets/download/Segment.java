package io.evaldata.datasets.download;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A run of bytes that one connection is fetching. Its fields belong to the {@link Pieces} that handed it out. */
final class Segment {
    private static final long MOMENT_NANOS = 1_000_000_000;

    final boolean urgent;
    final int takeovers;
    long position;
    long end;
    /** Up to where bytes are being written right now; another connection starts behind it. */
    long reserved;

    long startedAt;
    long lastArrival;
    private long markedAt;
    private long arrivedSince;
    private double rateBefore;
    private Optional<Closeable> connection = Optional.empty();

    Segment(long position, long end, boolean urgent, int takeovers) {
        this.position = position;
        this.end = end;
        this.reserved = position;
        this.urgent = urgent;
        this.takeovers = takeovers;
        this.startedAt = System.nanoTime();
        this.lastArrival = startedAt;
        this.markedAt = startedAt;
    }

    /** Bytes were written behind those that were there. */
    void arrived(long bytes) {
        lastArrival = System.nanoTime();
        if (lastArrival - markedAt > MOMENT_NANOS) {
            rateBefore = rate();
            markedAt = lastArrival;
            arrivedSince = 0;
        }
        arrivedSince += bytes;
    }

    /** Bytes a second, of late: a connection that was fast once may crawl now. */
    double rate() {
        long nanos = System.nanoTime() - markedAt;
        return rateBefore > 0 && nanos < MOMENT_NANOS ? rateBefore : arrivedSince / Math.max(0.001, nanos / 1e9);
    }

    long remaining() {
        return end - reserved;
    }

    boolean covers(long at) {
        return at >= position && at < end;
    }

    /** What to close so that a wait for more bytes ends. */
    synchronized void connectedBy(Closeable answer) {
        connection = Optional.of(answer);
    }

    synchronized void hangUp() {
        try {
            if (connection.isPresent()) {
                connection.get().close();
            }
        } catch (IOException e) {
            connection = Optional.empty();
        }
    }
}
