package io.evaldata.datasets.download;

import io.evaldata.datasets.io.ByteRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A set of byte positions, kept as disjoint runs. Not safe for use by several threads. */
final class Ranges {
    private final TreeMap<Long, Long> endByStart = new TreeMap<>();
    private long total;

    /** Adds the positions from {@code start} up to but not including {@code end}; returns how many are new. */
    long add(long start, long end) {
        if (end <= start) {
            return 0;
        }
        long before = total;
        long from = start;
        long to = end;
        Map.Entry<Long, Long> neighbour = endByStart.floorEntry(end);
        while (neighbour != null && neighbour.getValue() >= start) {
            from = Math.min(from, neighbour.getKey());
            to = Math.max(to, neighbour.getValue());
            total -= neighbour.getValue() - neighbour.getKey();
            endByStart.remove(neighbour.getKey());
            neighbour = endByStart.floorEntry(end);
        }
        endByStart.put(from, to);
        total += to - from;
        return total - before;
    }

    /** Removes all positions from {@code limit} on. */
    void clip(long limit) {
        List<ByteRange> kept = runs();
        clear();
        kept.forEach(run -> add(run.offset(), Math.min(run.end(), limit)));
    }

    void clear() {
        endByStart.clear();
        total = 0;
    }

    /** How many positions are in the set. */
    long total() {
        return total;
    }

    /** The end of the run that holds the position; the position itself when it is not in the set. */
    long runEnd(long position) {
        Map.Entry<Long, Long> run = endByStart.floorEntry(position);
        return run == null || run.getValue() <= position ? position : run.getValue();
    }

    /** The start of the first run at or behind the position, or {@code otherwise} when there is none before it. */
    long nextStart(long position, long otherwise) {
        Long start = endByStart.ceilingKey(position);
        return start == null ? otherwise : Math.min(start, otherwise);
    }

    /** What lies between two positions and is not in the set, in order. */
    List<ByteRange> gaps(long start, long end) {
        List<ByteRange> gaps = new ArrayList<>();
        for (long at = runEnd(start); at < end; ) {
            long next = nextStart(at, end);
            gaps.add(new ByteRange(at, next - at));
            at = runEnd(next);
        }
        return gaps;
    }

    /** The runs in order, those that touch joined. */
    List<ByteRange> runs() {
        List<ByteRange> runs = new ArrayList<>(endByStart.size());
        endByStart.forEach((start, end) -> runs.add(new ByteRange(start, end - start)));
        return runs;
    }
}
