package io.evaldata.datasets.download;

import io.evaldata.datasets.io.ByteRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which bytes of a file are on their way, and which come next.
 *
 * <p>Connections get segments from the front of the file, so that readers and digests can follow; what a reader waits for
 * goes first. Segments shrink towards the end, and a connection with nothing left to fetch takes over half of the slowest
 * one's rest.
 *
 * <p>Belongs to the {@link Pieces} that made it, under whose lock all of it is used.
 */
final class Segments {
    private static final long SMALLEST = 1 << 20;
    private static final long LARGEST = 1 << 24;
    private static final long FIRST = 1 << 22;
    private static final long FIRST_OF_PARTS = 1 << 12;
    private static final long NEAR = 1 << 22;
    private static final long SMALLEST_SPLIT = 1 << 19;
    private static final double SLOW_SECONDS = 1.0;
    private static final double STALLED_SECONDS = 5.0;
    private static final int MAX_TAKEOVERS = 3;

    private final Ranges present;
    private final List<Segment> active = new ArrayList<>();
    private final Deque<ByteRange> urgent = new ArrayDeque<>();
    private final Deque<ByteRange> wanted = new ArrayDeque<>();
    private final int connections;
    private boolean partsOnly;
    private long size;
    private boolean exclusive;
    private boolean onePiece;

    /**
     * Nothing is on its way yet.
     *
     * @param present what is there; others may add to it
     */
    Segments(Ranges present, long size, boolean partsOnly, int connections) {
        this.present = present;
        this.size = size;
        this.partsOnly = partsOnly;
        this.connections = connections;
    }

    /** The size of the file, or -1 while it is not known. */
    long size() {
        return size;
    }

    boolean partsOnly() {
        return partsOnly;
    }

    // --- what comes next

    /** A segment to fetch; empty when there is nothing to do at the moment. */
    Optional<Segment> next() {
        if (exclusive || (onePiece && !active.isEmpty())) {
            return Optional.empty();
        }
        if (onePiece) {
            return rest();
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

    /** All that is missing, of a file that is fetched in one piece; all of it anew while nobody knows where it ends. */
    private Optional<Segment> rest() {
        long start = size < 0 ? 0 : present.runEnd(0);
        long end = size < 0 ? Long.MAX_VALUE : size;
        if (start >= end) {
            return Optional.empty();
        }
        Segment segment = new Segment(start, end, false, 0);
        active.add(segment);
        return Optional.of(segment);
    }

    private Optional<Segment> claimFrom(Deque<ByteRange> queue, boolean first) {
        while (!queue.isEmpty()) {
            ByteRange range = queue.peek();
            Optional<ByteRange> gap = gap(range.offset(), Math.min(range.end(), size));
            if (gap.isPresent()) {
                return Optional.of(open(gap.get().offset(), gap.get().end(), first, 0));
            }
            queue.poll();
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
        // Small at first: who reads from the front waits for the first segment, which comes no faster than the others.
        long grown = SMALLEST + (size - left) / connections;
        return Math.max(SMALLEST, Math.min(LARGEST, Math.min(grown, left / (2L * connections))));
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
                .max(Comparator.comparingDouble(Segments::secondsLeft));
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

    // --- what changes it

    /** The segment is not worked on any more; its rest comes again. */
    void release(Segment segment) {
        active.remove(segment);
        if (partsOnly && segment.position < segment.end) {
            wanted.addFirst(new ByteRange(segment.position, segment.end - segment.position));
        }
        exclusive = false;
    }

    /** Makes the segment the whole file, from its beginning; false when others are at work. */
    boolean takeWhole(Segment segment) {
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

    /** One segment at a time from now on, and nothing shortens it. */
    void inOnePiece() {
        onePiece = true;
    }

    boolean isInOnePiece() {
        return onePiece;
    }

    /** The whole file is wanted, what was expected of it first. */
    void whole() {
        partsOnly = false;
        urgent.addAll(wanted);
        wanted.clear();
    }

    /** The size of the file is known now. */
    void size(long bytes) {
        size = bytes;
        for (Segment segment : active) {
            cut(segment, Math.min(segment.end, bytes));
        }
    }

    /** These ranges will be read, in this order. */
    void expect(List<ByteRange> ranges) {
        if (partsOnly) {
            wanted.addAll(ranges);
        } else {
            urgent.addAll(ranges);
        }
    }

    /** Whether nothing is on its way, and all that was expected is there. */
    boolean settled() {
        if (!active.isEmpty() || size < 0) {
            return active.isEmpty() && wanted.isEmpty() && urgent.isEmpty();
        }
        return Stream.concat(urgent.stream(), wanted.stream())
                .allMatch(range ->
                        gap(range.offset(), Math.min(range.end(), size)).isEmpty());
    }

    /**
     * A reader waits for these bytes: they come first from now on.
     *
     * @param othersIdle whether a connection is free to fetch them; if none is, the one furthest ahead makes room
     * @return whether anything is different now
     */
    boolean demand(ByteRange range, boolean othersIdle) {
        if (onePiece) {
            return false; // it comes when it comes
        }
        Optional<Segment> coming =
                active.stream().filter(s -> s.covers(range.offset())).findFirst();
        if (coming.isPresent()) {
            Segment segment = coming.get();
            if (exclusive || range.offset() - segment.position < NEAR) {
                return false;
            }
            long end = segment.end;
            cut(segment, range.offset());
            urgent.addFirst(new ByteRange(segment.end, end - segment.end));
        } else {
            urgent.addFirst(range);
        }
        if (!othersIdle && !exclusive) {
            active.stream()
                    .filter(s -> !s.urgent)
                    .max(Comparator.comparingLong(s -> s.position))
                    .ifPresent(this::giveUpRest);
        }
        return true;
    }

    /** The connection is needed elsewhere; of parts, nobody else would come back to what it leaves. */
    private void giveUpRest(Segment last) {
        long end = last.end;
        cut(last, last.position);
        if (partsOnly && last.end < end) {
            wanted.addFirst(new ByteRange(last.end, end - last.end));
        }
    }

    /** Ends the connections' waits. */
    void hangUp() {
        active.forEach(Segment::hangUp);
    }
}
