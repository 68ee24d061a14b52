package io.evaldata.datasets.extract;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The bits of a deflate stream, the lowest of each byte first; eight bytes are looked at at a time.
 *
 * <p>Of {@link #count} only the low six bits count, how many of {@link #bits} are there to take. Those above may be set: they
 * are the next ones of the stream, and are put there once more.
 */
final class DeflateBits {
    /** Bytes that are needed behind the last one; zeros when no more follows, so that reading on a little does no harm. */
    static final int MARGIN = 1024;

    /** Eight bytes of an array as a number, the lowest first. */
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    byte[] bytes = new byte[0];
    int position;
    int end;
    boolean last;
    long bits;
    int count;

    /** Starts over with a new stream. */
    void restart() {
        bits = 0;
        count = 0;
    }

    /** Reads on in these bytes, which are the next of the stream. */
    void set(byte[] input, int from, int to, boolean noMoreFollow) {
        bytes = input;
        position = from;
        end = to;
        last = noMoreFollow;
        if (noMoreFollow) {
            Arrays.fill(input, to, to + MARGIN, (byte) 0);
        }
    }

    /** Makes sure that at least 56 bits are there. */
    void refill() {
        bits |= (long) LONG.get(bytes, position) << count;
        position += ((63 - count) & 63) >>> 3;
        count |= 56;
    }

    /** The next bits, as many as asked for, at most 31 and no more than are there. */
    int take(int n) {
        int value = (int) bits & ((1 << n) - 1);
        bits >>>= n;
        count -= n;
        return value;
    }

    /** Puts whole bytes back, so that {@link #position} is at the first byte of which nothing was taken. */
    void putBack() {
        position -= (count & 63) >>> 3;
        count &= 7;
    }

    /** Goes on to the next whole byte, at {@link #position}. */
    void alignToByte() {
        putBack();
        restart();
    }

    /** Whether more bits were taken than there are. */
    boolean overrun() {
        return last && ((long) position << 3) - (count & 63) > (long) end << 3;
    }
}
