package io.evaldata.datasets.labels;

import java.util.Arrays;

/**
 * Compresses label maps into a deflate stream (RFC 1951), fast, and into the same bytes on every machine.
 *
 * <p>Works from run to run: a run of equal bytes is a literal and a match one byte back; where the next border is just
 * where it is in the row above and the one behind it too, a match with that row takes both and what follows. Borders
 * that move from row to row could be matched as well, at a cost in bits that is hardly less than that of two runs.
 * The JDK's own compressor is whatever zlib the machine has, and those differ in their output.
 *
 * <p>One instance serves one thread and keeps its memory between calls.
 */
final class MapDeflater {
    /** Bytes to look at one by one before the wider comparison pays. */
    private static final int NEAR = 8;

    private final DeflateBlock block = new DeflateBlock();
    private byte[] data = {};
    private final RunChecksum checksum = new RunChecksum();
    private int length;
    private int stride;
    private BitOutput out = new BitOutput();
    private int blockStart;
    private int at;
    /** Where the run at hand ends. */
    private int end;
    /** Where the run after it ends, if that is known; otherwise no larger. */
    private int nextEnd;

    /**
     * Appends the whole stream.
     *
     * @param bytes at least one
     * @param rowBytes how many bytes a row of the picture is
     * @return the Adler-32 checksum of the data
     */
    int deflate(byte[] bytes, int size, int rowBytes, BitOutput output) {
        data = bytes;
        length = size;
        stride = rowBytes;
        out = output;
        blockStart = 0;
        at = 0;
        nextEnd = 0;
        block.clear();
        checksum.clear();
        end = endOfRun(0);
        while (at < length) {
            int above = matchAbove();
            if (above > 0) {
                copyAbove(above);
            } else {
                copyRun();
            }
        }
        block.write(data, blockStart, at - blockStart, true, out);
        out.align();
        return checksum.value();
    }

    /** How far the row above goes on like this one; 0 when it does not reach behind the end of the next run. */
    private int matchAbove() {
        int above = at - stride;
        if (above < 0 || stride > DeflateSymbols.WINDOW || end == length) {
            return 0;
        }
        byte id = data[at];
        if (data[above] != id || data[end - 1 - stride] != id || data[end - stride] != data[end]) {
            return 0;
        }
        int differs = Arrays.mismatch(data, at, length, data, above, length - stride);
        int same = differs < 0 ? length - at : differs;
        if (at + same <= end || same < DeflateSymbols.SHORTEST) {
            return 0;
        }
        if (nextEnd <= end) {
            nextEnd = endOfRun(end);
        }
        return at + same > nextEnd || at + same == length ? same : 0;
    }

    /** Long runs inside are cheaper as such. */
    private void copyAbove(int same) {
        int stop = at + same;
        while (end - at > DeflateSymbols.LONGEST) {
            literalUnlessInRun();
            match(DeflateSymbols.LONGEST, 1);
        }
        while (at < stop) {
            int left = stop - at;
            if (left < DeflateSymbols.SHORTEST) {
                break;
            }
            match(part(left), stride);
        }
        if (at >= end) {
            end = Math.max(end, nextEnd);
            while (end < at || (end == at && at < length)) {
                end = endOfRun(end);
            }
        }
    }

    private void copyRun() {
        literalUnlessInRun();
        while (end - at >= DeflateSymbols.SHORTEST) {
            match(part(end - at), 1);
        }
        while (at < end) {
            literal();
        }
        if (at < length) {
            end = nextEnd > at ? nextEnd : endOfRun(at);
        }
    }

    /** As much of so many bytes as one match takes, so that the rest is none or enough for another. */
    private static int part(int left) {
        if (left <= DeflateSymbols.LONGEST) {
            return left;
        }
        return Math.min(DeflateSymbols.LONGEST, left - DeflateSymbols.SHORTEST);
    }

    /** The end of a run that begins here. */
    private int endOfRun(int from) {
        int ends = findEnd(from);
        checksum.add(data[from], ends - from);
        return ends;
    }

    private int findEnd(int from) {
        byte id = data[from];
        int near = Math.min(length, from + NEAR);
        for (int i = from + 1; i < near; i++) {
            if (data[i] != id) {
                return i;
            }
        }
        int differs = Arrays.mismatch(data, near, length, data, near - 1, length - 1);
        return differs < 0 ? length : near + differs;
    }

    private void literalUnlessInRun() {
        if (at == 0 || data[at - 1] != data[at]) {
            literal();
        }
    }

    private void literal() {
        makeRoom();
        block.literal(data[at++]);
    }

    private void match(int bytes, int distance) {
        makeRoom();
        block.match(bytes, distance);
        at += bytes;
    }

    private void makeRoom() {
        if (block.isFull()) {
            block.write(data, blockStart, at - blockStart, false, out);
            block.clear();
            blockStart = at;
        }
    }
}
