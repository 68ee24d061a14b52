package io.evaldata.datasets.download;

import io.evaldata.datasets.io.ByteRange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The one meeting point of connections, readers and digests: what is there of a file, who waits for more of it, and how it
 * ended. Which bytes a connection gets next is decided by {@link Segments}.
 *
 * <p>Safe for use by several threads. Whatever changes what somebody may be waiting for is announced, so that no wait needs a
 * time limit of its own.
 */
final class Pieces {
    private static final long STEP = 1 << 20;
    private static final Duration MOMENT = Duration.ofMillis(200);

    private final Ranges present;
    private final Segments segments;
    private boolean closed;
    private int idle;
    private int readersWaiting;
    private long frontWanted = Long.MAX_VALUE;
    private long changes;
    private Optional<Exception> failure = Optional.empty();

    /**
     * Starts with what an earlier attempt left.
     *
     * @param size of the file, or -1 while it is not known
     * @param partsOnly whether only what is expected or read is fetched
     * @param connections how many segments at most are worked on at once
     */
    Pieces(Ranges present, long size, boolean partsOnly, int connections) {
        this.present = present;
        this.segments = new Segments(present, size, partsOnly, connections);
    }

    // --- connections

    /** A segment to fetch; empty when there is nothing to do at the moment. */
    synchronized Optional<Segment> claim() {
        return over() ? Optional.empty() : segments.next();
    }

    /** How often something has changed so far; asked before {@link #claim}, so that no change is missed after it. */
    synchronized long changes() {
        return changes;
    }

    /**
     * Waits until there may be something to claim, for a moment at most.
     *
     * @param seen what {@link #changes} said before there was nothing to claim
     */
    synchronized void awaitChange(long seen) throws InterruptedException {
        long until = System.nanoTime() + MOMENT.toNanos();
        idle++;
        try {
            while (changes == seen && !over() && System.nanoTime() < until) {
                wait(MOMENT.toMillis());
            }
        } finally {
            idle--;
        }
    }

    /** What of the segment is still to be asked for: nothing once all of it was taken away. */
    synchronized ByteRange rest(Segment segment) {
        return new ByteRange(segment.position, Math.max(0, segment.end - segment.position));
    }

    /** How many of the bytes at hand may be written; the place is then kept for the segment until {@link #arrived}. */
    synchronized int reserve(Segment segment, int bytes) {
        int room = (int) Math.max(0, Math.min(bytes, segment.end - segment.position));
        segment.reserved = segment.position + room;
        return over() ? 0 : room;
    }

    /** Which of the bytes between two positions are not there yet. */
    synchronized List<ByteRange> missing(long start, long end) {
        return present.gaps(start, end);
    }

    /** Bytes were written; returns how many of them are new. */
    synchronized long arrived(Segment segment, int bytes) {
        long fresh = present.add(segment.position, segment.position + bytes);
        segment.position += bytes;
        segment.arrived(bytes);
        if (readersWaiting > 0 || present.runEnd(0) >= frontWanted || complete()) {
            changed();
        }
        return fresh;
    }

    /** Whether all of the segment that was not taken away from it is there. */
    synchronized boolean done(Segment segment) {
        return segment.position >= segment.end;
    }

    /** The segment is not worked on any more; its rest can be claimed again. */
    synchronized void release(Segment segment) {
        segments.release(segment);
        changed();
    }

    /**
     * The segment becomes the whole file from its beginning, as a server without ranges sends it; all other connections
     * stop.
     *
     * @return false when others are at work, which serve ranges
     */
    synchronized boolean takeWhole(Segment segment) {
        boolean taken = segments.takeWhole(segment);
        changed();
        return taken;
    }

    /** From now on one connection fetches all of the file from front to end, with nobody beside it. */
    synchronized void inOnePiece() {
        segments.inOnePiece();
        changed();
    }

    /** Whether the segment is to be fetched by asking for nothing less than all of the file. */
    synchronized boolean isAllInOnePiece(Segment segment) {
        return segments.isInOnePiece() && segment.position == 0;
    }

    synchronized boolean isInOnePiece() {
        return segments.isInOnePiece();
    }

    // --- the file

    /** The whole file is wanted, what was expected of it first. */
    synchronized void whole() {
        segments.whole();
        changed();
    }

    /** The size of the file is known now. */
    synchronized void size(long bytes) {
        segments.size(bytes);
        changed();
    }

    /** The size of the file, or -1 while it is not known. */
    synchronized long knownSize() {
        return segments.size();
    }

    synchronized long presentBytes() {
        return present.total();
    }

    synchronized boolean fetchesPartsOnly() {
        return segments.partsOnly();
    }

    synchronized boolean complete() {
        return segments.size() >= 0 && present.total() == segments.size();
    }

    /** Whether connections have nothing more to do here, for good or bad. */
    synchronized boolean over() {
        return closed || failure.isPresent() || complete();
    }

    /** Ends it all: every wait throws the reason. The first reason counts. */
    synchronized void fail(Exception reason) {
        if (failure.isEmpty()) {
            failure = Optional.of(reason);
        }
        segments.hangUp();
        changed();
    }

    synchronized Optional<Exception> failure() {
        return failure;
    }

    /** Nobody wants anything any more. */
    synchronized void close() {
        closed = true;
        segments.hangUp();
        changed();
    }

    // --- readers

    /** Waits for the size of the file. */
    synchronized long awaitSize() throws IOException {
        while (segments.size() < 0) {
            throwFailure();
            pause();
        }
        return segments.size();
    }

    /**
     * Waits for the byte at the position, and has it fetched first if it is not on its way.
     *
     * @param ahead how many bytes from there on to fetch first
     * @return the end of the run of bytes that is there; the position itself at the end of the file
     */
    synchronized long await(long position, long ahead) throws IOException {
        boolean demanded = false;
        while (true) {
            throwFailure();
            long end = present.runEnd(position);
            if (end > position || (segments.size() >= 0 && position >= segments.size())) {
                return end;
            }
            if (!demanded) {
                if (segments.demand(new ByteRange(position, ahead), idle > 0)) {
                    changed();
                }
                demanded = true;
            }
            readersWaiting++;
            try {
                pause();
            } finally {
                readersWaiting--;
            }
        }
    }

    /**
     * Waits until the front of the file has moved on from a position by a step, so that nobody is woken for every few
     * bytes.
     *
     * @return the end of the run of bytes that is there from the position on; the position itself at the end of the file
     */
    synchronized long awaitFront(long position) throws IOException {
        while (true) {
            throwFailure();
            long end = present.runEnd(position);
            if (end >= position + STEP || complete()) {
                return end;
            }
            frontWanted = Math.min(frontWanted, position + STEP);
            pause();
        }
    }

    /** Waits until all that was expected is there. */
    synchronized void awaitExpected() throws IOException {
        while (!complete() && !segments.settled()) {
            throwFailure();
            pause();
        }
        throwFailure();
    }

    /** These ranges will be read, in this order; sorted and close ones joined. */
    synchronized void expect(List<ByteRange> ranges) {
        segments.expect(ranges);
        changed();
    }

    private void changed() {
        changes++;
        frontWanted = Long.MAX_VALUE;
        notifyAll();
    }

    private void throwFailure() throws IOException {
        if (failure.isPresent()) {
            Exception reason = failure.get();
            throw reason instanceof BytesReplacedException
                    ? new BytesReplacedException(reason.getMessage())
                    : new IOException(reason.getMessage(), reason);
        }
        if (closed && !complete()) {
            throw new IOException("the fetch was given up");
        }
    }

    private void pause() throws IOException {
        long seen = changes;
        try {
            while (changes == seen) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for bytes");
        }
    }
}
