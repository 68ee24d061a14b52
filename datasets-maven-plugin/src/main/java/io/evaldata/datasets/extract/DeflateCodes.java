package io.evaldata.datasets.extract;

import java.util.Arrays;
import java.util.zip.DataFormatException;

/** The two codes of a deflate block, for literals and lengths and for distances (RFC 1951, 3.2.5 to 3.2.7). */
final class DeflateCodes {
    /** Bits to look up literals and lengths with. */
    static final int LITERAL_BITS = 11;

    /** Bits to look up distances with. */
    static final int DISTANCE_BITS = 8;

    /** More bytes than the description of codes takes up. */
    static final int MAX_BYTES = 320;

    private static final int LENGTH_BITS = 7;
    private static final int LITERALS = 288;
    private static final int DISTANCES = 32;
    private static final int LENGTHS = 19;
    private static final int END_OF_BLOCK = 256;

    // The entries needed at most for these numbers of symbols and index bits, as zlib's enough.c counts them.
    private static final int LITERAL_ENTRIES = 2342;
    private static final int DISTANCE_ENTRIES = 402;

    private static final int REPEAT = 16;
    private static final int ZEROS = 17;
    private static final byte[] LENGTH_ORDER = {REPEAT, ZEROS, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
    };
    private static final int[] LITERAL_VALUES = literalValues();
    private static final int[] DISTANCE_VALUES = distanceValues();
    private static final int[] LENGTH_VALUES = lengthValues();

    private final PrefixCode literals = new PrefixCode(LITERALS, LITERAL_BITS, LITERAL_ENTRIES);
    private final PrefixCode distances = new PrefixCode(DISTANCES, DISTANCE_BITS, DISTANCE_ENTRIES);
    private final PrefixCode lengths = new PrefixCode(LENGTHS, LENGTH_BITS, 1 << LENGTH_BITS);
    private boolean fixed;
    private final byte[] codeLengths = new byte[LITERALS + DISTANCES];

    /** The table of literals and lengths. */
    int[] literals() {
        return literals.table();
    }

    /** The table of distances. */
    int[] distances() {
        return distances.table();
    }

    /** Takes the codes that blocks without their own use. */
    void useFixed() throws DataFormatException {
        if (fixed) {
            return; // a block may be as short as ten bits
        }
        Arrays.fill(codeLengths, 0, 144, (byte) 8);
        Arrays.fill(codeLengths, 144, 256, (byte) 9);
        Arrays.fill(codeLengths, 256, 280, (byte) 7);
        Arrays.fill(codeLengths, 280, LITERALS, (byte) 8);
        Arrays.fill(codeLengths, LITERALS, LITERALS + DISTANCES, (byte) 5);
        literals.define(codeLengths, 0, LITERALS, LITERAL_VALUES, false);
        distances.define(codeLengths, LITERALS, DISTANCES, DISTANCE_VALUES, false);
        fixed = true;
    }

    /** Reads the description of a block's own codes. */
    void read(DeflateBits in) throws DataFormatException {
        fixed = false;
        in.refill();
        int literalCount = in.take(5) + 257;
        int distanceCount = in.take(5) + 1;
        int lengthCount = in.take(4) + 4;
        if (literalCount > 286 || distanceCount > 30) {
            throw new DataFormatException("too many length or distance symbols");
        }
        Arrays.fill(codeLengths, 0, LENGTHS, (byte) 0);
        for (int i = 0; i < lengthCount; i++) {
            in.refill();
            codeLengths[LENGTH_ORDER[i]] = (byte) in.take(3);
        }
        lengths.define(codeLengths, 0, LENGTHS, LENGTH_VALUES, false);
        readLengths(in, literalCount + distanceCount);
        if (codeLengths[END_OF_BLOCK] == 0) {
            throw new DataFormatException("no code for the end of the block");
        }
        literals.define(codeLengths, 0, literalCount, LITERAL_VALUES, true);
        distances.define(codeLengths, literalCount, distanceCount, DISTANCE_VALUES, true);
    }

    private void readLengths(DeflateBits in, int total) throws DataFormatException {
        int[] table = lengths.table();
        int i = 0;
        while (i < total) {
            in.refill();
            int entry = table[(int) in.bits & ((1 << LENGTH_BITS) - 1)];
            in.take(entry & 63);
            int symbol = entry >>> 16;
            if (symbol < REPEAT) {
                codeLengths[i++] = (byte) symbol;
                continue;
            }
            if (symbol == REPEAT && i == 0) {
                throw new DataFormatException("a repeat with nothing before it");
            }
            byte length = symbol == REPEAT ? codeLengths[i - 1] : 0;
            int repeat = symbol == REPEAT ? 3 + in.take(2) : symbol == ZEROS ? 3 + in.take(3) : 11 + in.take(7);
            if (i + repeat > total) {
                throw new DataFormatException("a repeat beyond the last code");
            }
            Arrays.fill(codeLengths, i, i + repeat, length);
            i += repeat;
        }
    }

    private static int[] literalValues() {
        int[] values = new int[LITERALS];
        for (int i = 0; i < END_OF_BLOCK; i++) {
            values[i] = PrefixCode.LITERAL | i << 16;
        }
        values[END_OF_BLOCK] = PrefixCode.SPECIAL | PrefixCode.END;
        int base = 3;
        for (int i = 257; i < 285; i++) {
            int extra = Math.max(0, (i - 261) >> 2);
            values[i] = base << 16 | extra;
            base += 1 << extra;
        }
        values[285] = 258 << 16;
        values[286] = PrefixCode.SPECIAL;
        values[287] = PrefixCode.SPECIAL;
        return values;
    }

    private static int[] distanceValues() {
        int[] values = new int[DISTANCES];
        int base = 1;
        for (int i = 0; i < 30; i++) {
            int extra = Math.max(0, (i - 2) >> 1);
            values[i] = base << 16 | extra;
            base += 1 << extra;
        }
        values[30] = PrefixCode.SPECIAL;
        values[31] = PrefixCode.SPECIAL;
        return values;
    }

    private static int[] lengthValues() {
        int[] values = new int[LENGTHS];
        for (int i = 0; i < LENGTHS; i++) {
            values[i] = i << 16;
        }
        return values;
    }
}
