package io.evaldata.datasets.labels;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Finds repetitions where label maps have them: in the run at hand, in the row above, a few pixels to the side of
 * there, and where the same four bytes were last seen.
 *
 * <p>Reads up to {@value #PADDING} bytes beyond the end of the data, so the array has to be that much longer. Chains
 * of more than one earlier place made the output larger and slower on real maps: the nearest place has the cheapest
 * distance.
 */
final class MapMatcher {
    static final int PADDING = 8;
    static final int SHORTEST = 3;
    static final int LONGEST = 258;
    private static final int WINDOW = 32768;
    private static final int HASH_BITS = 13;
    /** How many pixels a boundary may move from row to row to be found at once. */
    private static final int SHIFTS = 4;
    /** Beyond this distance the bits for it cost more than three or four literals. */
    private static final int FAR = 3000;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int[] newest = new int[1 << HASH_BITS];
    private final int[] near = new int[2 * SHIFTS + 3];
    private int nearCount;
    private byte[] data = {};
    private int length;
    private int distance;

    /** Starts on new data whose rows are so many bytes apart. */
    void start(byte[] newData, int newLength, int stride) {
        data = newData;
        length = newLength;
        Arrays.fill(newest, -1);
        nearCount = 0;
        addNear(1);
        addNear(stride);
        for (int shift = 1; shift <= SHIFTS; shift++) {
            addNear(stride + shift);
            addNear(stride - shift);
        }
        addNear(2 * stride);
    }

    private void addNear(int candidate) {
        if (candidate > 0 && candidate <= WINDOW) {
            near[nearCount++] = candidate;
        }
    }

    /** How far back the last match found begins. */
    int distance() {
        return distance;
    }

    /**
     * Remembers this place and finds the longest earlier occurrence of what stands here.
     *
     * @param moreThan shorter ones and ones of this length do not count
     * @return its length, at most {@value #LONGEST}, or 0
     */
    int longest(int at, int moreThan) {
        int most = Math.min(LONGEST, length - at);
        int best = Math.max(moreThan, SHORTEST - 1);
        if (most <= best) {
            return 0;
        }
        int start = (int) INTS.get(data, at);
        int slot = (start * 0x9E3779B1) >>> (32 - HASH_BITS);
        int seen = newest[slot];
        newest[slot] = at;
        int found = 0;
        for (int i = 0; i < nearCount; i++) {
            int back = near[i];
            if (back > at
                    || (((int) INTS.get(data, at - back) ^ start) & 0xFFFFFF) != 0
                    || data[at + best] != data[at + best - back]
                    || (best >= Long.BYTES && differs(at + best - Long.BYTES, back))) {
                continue;
            }
            int matched = matched(at, back, most);
            if (matched > best) {
                best = matched;
                found = matched;
                distance = back;
                if (matched == most) {
                    return found;
                }
            }
        }
        int back = at - seen;
        if (seen >= 0 && back <= WINDOW && data[seen + best] == data[at + best]) {
            int matched = matched(at, back, most);
            if (matched > best && (matched > SHORTEST + 1 || back < FAR)) {
                found = matched;
                distance = back;
            }
        }
        return found;
    }

    /** Whether the eight bytes there differ: cheaper than comparing a long match from its start in vain. */
    private boolean differs(int at, int back) {
        return (long) LONGS.get(data, at) != (long) LONGS.get(data, at - back);
    }

    private int matched(int at, int back, int most) {
        for (int same = 0; same < most; same += Long.BYTES) {
            long difference = (long) LONGS.get(data, at + same) ^ (long) LONGS.get(data, at + same - back);
            if (difference != 0) {
                return Math.min(most, same + (Long.numberOfTrailingZeros(difference) >>> 3));
            }
        }
        return most;
    }
}
