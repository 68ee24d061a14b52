package io.evaldata.datasets.extract;

import java.util.Arrays;
import java.util.zip.DataFormatException;

/**
 * Decodes a raw deflate stream (RFC 1951) from array to array, piece by piece.
 *
 * <p>It is there because it takes pictures, which are nearly all literals, in two thirds of the time of the JDK's zlib, and
 * inflating is what holds up the unpacking of most archives. It accepts what zlib accepts. Both arrays need room behind, as
 * it reads and writes a little beyond what it has been given or is asked for.
 */
final class DeflateDecoder {
    /** Bytes that the input array needs behind the last byte. */
    static final int INPUT_MARGIN = DeflateBits.MARGIN;

    /** Bytes that a step may write at most; nothing more is written when less room is left. */
    static final int OUTPUT_MARGIN = 288;

    /** How far back a stream may refer to what was written. */
    static final int HISTORY = 1 << 15;

    /** Bytes that a step may look at. */
    private static final int STEP_BYTES = 16;

    private static final int LITERAL_MASK = (1 << DeflateCodes.LITERAL_BITS) - 1;
    private static final int DISTANCE_MASK = (1 << DeflateCodes.DISTANCE_BITS) - 1;

    private enum State {
        HEADER,
        STORED,
        CODED,
        DONE
    }

    private final DeflateBits in = new DeflateBits();
    private final DeflateCodes codes = new DeflateCodes();
    private State state = State.HEADER;
    private boolean lastBlock;
    private int storedLeft;
    private byte[] out = new byte[0];
    private int outPosition;

    /** The input ended before the stream did. */
    static final class InputEnded extends DataFormatException {
        InputEnded() {
            super("the input ends in the middle of the stream");
        }
    }

    /** Starts over with a new stream. */
    void restart() {
        state = State.HEADER;
        lastBlock = false;
        in.restart();
    }

    /**
     * Sets the bytes to read next, the first of which has to be the one at {@link #inputPosition}.
     *
     * @param last whether no more follow
     */
    void input(byte[] bytes, int from, int to, boolean last) {
        in.set(bytes, from, to, last);
    }

    /** Where to read on, after {@link #decode} has come to an end; at the end of the stream, the first byte behind it. */
    int inputPosition() {
        return in.position;
    }

    /** Sets where to write; what lies before is what the stream may refer to. */
    void output(byte[] bytes, int from) {
        out = bytes;
        outPosition = from;
    }

    /** Behind the last byte written. */
    int outputPosition() {
        return outPosition;
    }

    /** Whether the stream has come to its end. */
    boolean isDone() {
        return state == State.DONE;
    }

    /**
     * Decodes until the output has less room than a step may need, more input is needed, or the stream ends.
     *
     * @throws InputEnded when the last input ended in the middle of the stream
     * @throws DataFormatException when it is no deflate stream
     */
    void decode() throws DataFormatException {
        boolean going = true;
        while (going && state != State.DONE) {
            try {
                going = switch (state) {
                    case HEADER -> readHeader();
                    case STORED -> copyStored();
                    default -> decodeBlock();
                };
            } catch (DataFormatException e) {
                throw in.overrun() ? new InputEnded() : e;
            }
            if (in.overrun()) {
                throw new InputEnded();
            }
        }
        in.putBack();
    }

    private boolean readHeader() throws DataFormatException {
        if (!in.last && in.position > in.end - DeflateCodes.MAX_BYTES) {
            return false;
        }
        if (lastBlock) {
            in.alignToByte();
            state = State.DONE;
            return true;
        }
        in.refill();
        lastBlock = in.take(1) == 1;
        switch (in.take(2)) {
            case 0 -> startStored();
            case 1 -> {
                codes.useFixed();
                state = State.CODED;
            }
            case 2 -> {
                codes.read(in);
                state = State.CODED;
            }
            default -> throw new DataFormatException("an unknown type of block");
        }
        return true;
    }

    private void startStored() throws DataFormatException {
        in.alignToByte();
        in.refill();
        storedLeft = in.take(16);
        if (in.take(16) != (~storedLeft & 0xffff)) {
            throw new DataFormatException("a stored block without its length");
        }
        in.alignToByte();
        state = State.STORED;
    }

    private boolean copyStored() throws InputEnded {
        int room = Math.max(0, out.length - OUTPUT_MARGIN - outPosition);
        int n = Math.min(storedLeft, Math.min(Math.max(0, in.end - in.position), room));
        System.arraycopy(in.bytes, in.position, out, outPosition, n);
        in.position += n;
        outPosition += n;
        storedLeft -= n;
        if (storedLeft == 0) {
            state = State.HEADER;
        } else if (in.last && in.position >= in.end) {
            throw new InputEnded();
        }
        return storedLeft == 0;
    }

    /** Decodes up to the end of the block; false when it stops before. */
    private boolean decodeBlock() throws DataFormatException {
        // All in local variables, which the compiler keeps in registers.
        byte[] input = in.bytes;
        byte[] output = out;
        int[] literals = codes.literals();
        int[] distances = codes.distances();
        int inputStop = in.last ? in.end + STEP_BYTES : in.end - STEP_BYTES;
        int outputStop = output.length - OUTPUT_MARGIN;
        int i = in.position;
        int o = outPosition;
        long bits = in.bits;
        int count = in.count;
        boolean ended = false;
        String fault = null;
        while (i < inputStop && o <= outputStop) {
            bits |= (long) DeflateBits.LONG.get(input, i) << count;
            i += ((63 - count) & 63) >>> 3;
            count |= 56;
            int entry = literals[(int) bits & LITERAL_MASK];
            if (entry < 0) {
                output[o++] = (byte) (entry >>> 16);
                bits >>>= entry;
                count -= entry;
                entry = literals[(int) bits & LITERAL_MASK];
                if (entry < 0) {
                    output[o++] = (byte) (entry >>> 16);
                    bits >>>= entry;
                    count -= entry;
                    entry = literals[(int) bits & LITERAL_MASK];
                    if (entry < 0) {
                        output[o++] = (byte) (entry >>> 16);
                        bits >>>= entry;
                        count -= entry;
                        entry = literals[(int) bits & LITERAL_MASK];
                        if (entry < 0) {
                            output[o++] = (byte) (entry >>> 16);
                            bits >>>= entry;
                            count -= entry;
                            entry = literals[(int) bits & LITERAL_MASK];
                            if (entry < 0) {
                                output[o++] = (byte) (entry >>> 16);
                                bits >>>= entry;
                                count -= entry;
                            }
                            continue;
                        }
                    }
                }
            }
            // Three literals took at most 33 bits of 56 or more; a length takes at most 20.
            if ((entry & PrefixCode.LINK) != 0) {
                entry = literals[
                        (entry >>> 16) + ((int) (bits >>> DeflateCodes.LITERAL_BITS) & ((1 << (entry >>> 8)) - 1))];
                if (entry < 0) {
                    output[o++] = (byte) (entry >>> 16);
                    bits >>>= entry;
                    count -= entry;
                    continue;
                }
            }
            if ((entry & PrefixCode.SPECIAL) != 0) {
                ended = (entry & PrefixCode.END) != 0;
                fault = ended ? null : "a code for no literal and no length";
                bits >>>= entry;
                count -= entry;
                break;
            }
            int length = (entry >>> 16) + (int) ((bits & ((1L << entry) - 1)) >>> (entry >>> 8));
            bits >>>= entry;
            count -= entry;

            bits |= (long) DeflateBits.LONG.get(input, i) << count;
            i += ((63 - count) & 63) >>> 3;
            count |= 56;
            entry = distances[(int) bits & DISTANCE_MASK];
            if ((entry & PrefixCode.LINK) != 0) {
                entry = distances[
                        (entry >>> 16) + ((int) (bits >>> DeflateCodes.DISTANCE_BITS) & ((1 << (entry >>> 8)) - 1))];
            }
            int from = o - (entry >>> 16) - (int) ((bits & ((1L << entry) - 1)) >>> (entry >>> 8));
            if ((entry & PrefixCode.SPECIAL) != 0 || from < 0) {
                fault = from < 0 ? "a distance to before the first byte" : "a code for no distance";
                break;
            }
            bits >>>= entry;
            count -= entry;
            copy(output, from, o, length);
            o += length;
        }
        in.position = i;
        in.bits = bits;
        in.count = count;
        outPosition = o;
        if (fault != null) {
            throw new DataFormatException(fault);
        }
        if (ended) {
            state = State.HEADER;
        }
        return ended;
    }

    /** Repeats what was written, which may overlap with what is being written; writes up to seven bytes too many. */
    private static void copy(byte[] bytes, int from, int to, int length) {
        int distance = to - from;
        if (distance == 1) {
            Arrays.fill(bytes, to, to + length, bytes[from]);
        } else if (distance < Long.BYTES) {
            for (int i = 0; i < length; i++) {
                bytes[to + i] = bytes[from + i];
            }
        } else {
            for (int i = 0; i < length; i += Long.BYTES) {
                DeflateBits.LONG.set(bytes, to + i, (long) DeflateBits.LONG.get(bytes, from + i));
            }
        }
    }
}
