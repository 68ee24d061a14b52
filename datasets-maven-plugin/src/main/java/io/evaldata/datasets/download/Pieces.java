package io.evaldata.datasets.download;

import io.evaldata.datasets.io.ByteRange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Which bytes of a file are there, which are on their way, and which come next. The one meeting point of connections,
 * readers and digests.
 *
 * <p>Connections claim segments from the front of the file, so that readers and digests can follow; what a reader waits
 * for goes first. Segments shrink towards the end, and a connection with nothing left to claim takes over half of the
 * slowest one's rest.
 */
final class Pieces {
    private static final long SMALLEST = 1 << 20;
    private static final long LARGEST = 1 << 24;
    private static final long FIRST = 1 << 22;
    private static final long FIRST_OF_PARTS = 1 << 12;
    private static final long NEAR = 1 << 22;
    private static final long STEP = 1 << 20;
    private static final long SMALLEST_SPLIT = 1 << 19;
    private static final double SLOW_SECONDS = 1.0;
    private static final double STALLED_SECONDS = 5.0;
    private static final int MAX_TAKEOVERS = 3;
    private static final Duration MOMENT = Duration.ofMillis(200);

    private final Ranges present;
    private final List<Segment> active = new ArrayList<>();
    private final Deque<ByteRange> urgent = new ArrayDeque<>();
    private final Deque<ByteRange> wanted = new ArrayDeque<>();
    private final int connections;
    private boolean partsOnly;
    private long size;
    private boolean exclusive;
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
        this.size = size;
        this.partsOnly = partsOnly;
        this.connections = connections;
    }

    // --- connections

    /** A segment to fetch; empty when there is nothing to do at the moment. */
    synchronized Optional<Segment> claim() {
        if (over() || exclusive) {
            return Optional.empty();
        }
        if (size < 0) {
            boolean first =
                    active.isEmpty() && (!partsOnly || !urgent.isEmpty() || !wanted.isEmpty() || present.total() == 0);
            return first ? Optional.of(open(0, FIRST, false, 0)) : Optional.empty();
        }
        Optional<Segment> next = claimFrom(urgent, true);
        if (next.isPresent()) {
            return next;
        }
        if (partsOnly) {
            return claimFrom(wanted, false).or(this::takeOver);
        }
        return gap(0, size).map(gap -> open(gap.offset(), gap.end(), false, 0)).or(this::takeOver);
    }

    private Optional<Segment> claimFrom(Deque<ByteRange> queue, boolean first) {
        while (!queue.isEmpty()) {
            ByteRange range = queue.peek();
            Optional<ByteRange> gap = gap(range.offset(), Math.min(range.end(), size));
            if (gap.isPresent()) {
                return Optional.of(open(gap.get().offset(), gap.get().end(), first, 0));
            }
            queue.poll();
            changed(); // who waits for all that is expected may have looked just before
        }
        return Optional.empty();
    }

    private Segment open(long start, long limit, boolean first, int takeovers) {
        Segment segment = new Segment(start, Math.min(limit, start + segmentLength()), first, takeovers);
        active.add(segment);
        return segment;
    }

    private long segmentLength() {
        if (size < 0) {
            return partsOnly ? FIRST_OF_PARTS : FIRST;
        }
        long left = size
                - present.total()
                - active.stream().mapToLong(Segment::remaining).sum();
        return Math.max(SMALLEST, Math.min(LARGEST, left / (2L * connections)));
    }

    /** The first run at or behind {@code from} that is neither there nor on its way. */
    private Optional<ByteRange> gap(long from, long to) {
        long start = from;
        while (start < to) {
            long at = start;
            long next = present.runEnd(at);
            if (next == at) {
                next = active.stream()
                        .filter(s -> s.covers(at))
                        .mapToLong(s -> s.end)
                        .max()
                        .orElse(at);
            }
            if (next == at) {
                long end = active.stream()
                        .mapToLong(s -> s.position)
                        .filter(p -> p > at)
                        .min()
                        .orElse(to);
                return Optional.of(new ByteRange(at, present.nextStart(at, Math.min(end, to)) - at));
            }
            start = next;
        }
        return Optional.empty();
    }

    /** Half of the rest of the slowest connection, or all of the rest of one from which nothing comes. */
    private Optional<Segment> takeOver() {
        Optional<Segment> slowest = active.stream()
                .filter(s -> s.remaining() > 0 && s.end != Long.MAX_VALUE)
                .max(Comparator.comparingDouble(Pieces::secondsLeft));
        if (slowest.isEmpty()) {
            return Optional.empty();
        }
        Segment slow = slowest.get();
        if ((stalls(slow) || crawls(slow)) && slow.takeovers < MAX_TAKEOVERS) {
            Segment rest = new Segment(slow.reserved, slow.end, slow.urgent, slow.takeovers + 1);
            cut(slow, slow.reserved);
            slow.hangUp();
            active.add(rest);
            return Optional.of(rest);
        }
        if (slow.remaining() < SMALLEST_SPLIT
                || secondsLeft(slow) < SLOW_SECONDS
                || seconds(slow.startedAt) < SLOW_SECONDS) {
            return Optional.empty();
        }
        long middle = slow.reserved + slow.remaining() / 2;
        Segment half = new Segment(middle, slow.end, slow.urgent, slow.takeovers);
        cut(slow, middle);
        active.add(half);
        return Optional.of(half);
    }

    private static boolean stalls(Segment segment) {
        return seconds(segment.lastArrival) > STALLED_SECONDS;
    }

    /** Too little is left to share it, and that little would take long. */
    private static boolean crawls(Segment segment) {
        return segment.remaining() < SMALLEST_SPLIT
                && seconds(segment.startedAt) > STALLED_SECONDS
                && secondsLeft(segment) > STALLED_SECONDS;
    }

    private static void cut(Segment segment, long end) {
        segment.end = Math.max(end, segment.reserved);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static double secondsLeft(Segment segment) {
        return segment.remaining() / Math.max(1.0, segment.rate());
    }

    /** Waits until there may be something to claim, for a moment at most. */
    synchronized void awaitChange() throws InterruptedException {
        long seen = changes;
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
        active.remove(segment);
        if (partsOnly && segment.position < segment.end) {
            wanted.addFirst(new ByteRange(segment.position, segment.end - segment.position));
        }
        exclusive = false;
        changed();
    }

    /**
     * The segment becomes the whole file from its beginning, as a server without ranges sends it; all other connections
     * stop.
     *
     * @return false when others are at work, which serve ranges
     */
    synchronized boolean takeWhole(Segment segment) {
        if (active.size() > 1) {
            return false;
        }
        exclusive = true;
        partsOnly = false;
        segment.position = 0;
        segment.reserved = 0;
        segment.end = size < 0 ? Long.MAX_VALUE : size;
        return true;
    }

    // --- the file

    /** The size of the file is known now. */
    synchronized void size(long bytes) {
        size = bytes;
        for (Segment segment : active) {
            cut(segment, Math.min(segment.end, bytes));
        }
        changed();
    }

    /** The size of the file, or -1 while it is not known. */
    synchronized long knownSize() {
        return size;
    }

    synchronized long presentBytes() {
        return present.total();
    }

    synchronized boolean fetchesPartsOnly() {
        return partsOnly;
    }

    synchronized boolean complete() {
        return size >= 0 && present.total() == size;
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
        active.forEach(Segment::hangUp);
        changed();
    }

    synchronized Optional<Exception> failure() {
        return failure;
    }

    /** Nobody wants anything any more. */
    synchronized void close() {
        closed = true;
        active.forEach(Segment::hangUp);
        changed();
    }

    // --- readers

    /** Waits for the size of the file. */
    synchronized long awaitSize() throws IOException {
        while (size < 0) {
            throwFailure();
            pause();
        }
        return size;
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
            if (end > position || (size >= 0 && position >= size)) {
                return end;
            }
            if (!demanded) {
                demand(new ByteRange(position, ahead));
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
        while (!complete() && (!wanted.isEmpty() || !urgent.isEmpty() || !active.isEmpty())) {
            throwFailure();
            pause();
        }
        throwFailure();
    }

    /** These ranges will be read, in this order; sorted and close ones joined. */
    synchronized void expect(List<ByteRange> ranges) {
        if (partsOnly) {
            wanted.addAll(ranges);
        } else {
            urgent.addAll(ranges);
        }
        changed();
    }

    private void demand(ByteRange range) {
        Optional<Segment> coming =
                active.stream().filter(s -> s.covers(range.offset())).findFirst();
        if (coming.isPresent()) {
            Segment segment = coming.get();
            if (exclusive || range.offset() - segment.position < NEAR) {
                return;
            }
            long end = segment.end;
            cut(segment, range.offset());
            urgent.addFirst(new ByteRange(segment.end, end - segment.end));
        } else {
            urgent.addFirst(range);
        }
        if (idle == 0 && !exclusive) {
            active.stream()
                    .filter(s -> !s.urgent)
                    .max(Comparator.comparingLong(s -> s.position))
                    .ifPresent(last -> cut(last, last.position));
        }
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
