package io.evaldata.datasets.extract;

import java.util.Arrays;
import java.util.zip.DataFormatException;

/**
 * A table that decodes one of the prefix codes of deflate (RFC 1951, 3.2.2): codes that fit the table's index are found with
 * one look, longer ones with a second in a part behind it.
 *
 * <p>An entry says all that there is to do, as an {@code int}: its low six bits are how many bits to pass over, the code with
 * its extra bits; bits 8 to 13 how many of them are the code; bits 16 to 30 the value, the length's or distance's base, or
 * for a {@link #LINK} the start of the second part, whose index bits then stand in bits 8 to 13.
 */
final class PrefixCode {
    /** Set in the entries of literals, which makes them negative. */
    static final int LITERAL = 1 << 31;

    /** What must be seldom, and is looked at more closely: links, the end of a block, codes that do not exist. */
    static final int SPECIAL = 1 << 15;

    /** Beside {@link #SPECIAL}: look again, in the second part. */
    static final int LINK = 1 << 14;

    /** Beside {@link #SPECIAL}: the end of the block. */
    static final int END = 1 << 7;

    private static final int MAX_LENGTH = 15;

    private final int indexBits;
    private final int[] table;
    private final int[] perLength = new int[MAX_LENGTH + 1];
    private final int[] firstOfLength = new int[MAX_LENGTH + 2];
    private final short[] sorted;

    /**
     * @param size entries that the largest set of codes takes up, its second parts included
     */
    PrefixCode(int symbols, int indexBits, int size) {
        this.indexBits = indexBits;
        this.table = new int[size];
        this.sorted = new short[symbols];
    }

    /** The entries, valid until the next {@link #define}. */
    int[] table() {
        return table;
    }

    /**
     * Defines the code anew.
     *
     * @param lengths code lengths of the symbols
     * @param values what each symbol's entry says besides the code's length, with its extra bits in the low six
     * @param mayBeSingle whether a lone code of one bit is allowed to leave the other bit undefined
     */
    void define(byte[] lengths, int offset, int count, int[] values, boolean mayBeSingle) throws DataFormatException {
        Arrays.fill(perLength, 0);
        for (int i = 0; i < count; i++) {
            perLength[lengths[offset + i]]++;
        }
        checkComplete(count, mayBeSingle);
        firstOfLength[1] = 0;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            firstOfLength[length + 1] = firstOfLength[length] + perLength[length];
        }
        int codes = firstOfLength[MAX_LENGTH + 1];
        for (int i = 0; i < count; i++) {
            int length = lengths[offset + i];
            if (length != 0) {
                sorted[firstOfLength[length]++] = (short) i;
            }
        }
        if (codes <= 1) {
            Arrays.fill(table, 0, 1 << indexBits, SPECIAL);
            if (codes == 1) {
                spread(0, 1, values[sorted[0]], 1, 0, 1 << indexBits);
            }
            return;
        }
        fill(values);
    }

    private void checkComplete(int count, boolean mayBeSingle) throws DataFormatException {
        int left = 1;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            left = (left << 1) - perLength[length];
            if (left < 0) {
                throw new DataFormatException("more codes than their lengths allow");
            }
        }
        boolean none = perLength[0] == count;
        boolean single = perLength[0] == count - 1 && perLength[1] == 1;
        if (left > 0 && !(mayBeSingle && (none || single))) {
            throw new DataFormatException("fewer codes than their lengths ask for");
        }
    }

    /**
     * Fills the table with a complete code.
     *
     * <p>The codes are taken in order, shorter ones first, and held with their bits reversed, as they come in the stream. As
     * long as they are shorter than the index, the table grows by doubling: what it says holds with either bit in front.
     */
    private void fill(int[] values) {
        int code = 0;
        int next = 0;
        int prefix = -1;
        int partStart = 0;
        int partEnd = 1 << indexBits;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            for (int left = perLength[length]; left > 0; left--) {
                int value = values[sorted[next++]];
                if (length <= indexBits) {
                    table[code] = entry(value, length);
                } else {
                    if (prefix != (code & ((1 << indexBits) - 1))) {
                        prefix = code & ((1 << indexBits) - 1);
                        int bits = partBits(length, left);
                        partStart = partEnd;
                        partEnd += 1 << bits;
                        table[prefix] = SPECIAL | LINK | bits << 8 | partStart << 16;
                    }
                    spread(code >>> indexBits, length - indexBits, value, length, partStart, partEnd);
                }
                int raised = Integer.highestOneBit(~code & ((1 << length) - 1));
                code = (code & (raised - 1)) | raised;
            }
            if (length < indexBits) {
                System.arraycopy(table, 0, table, 1 << length, 1 << length);
            }
        }
    }

    /** How many bits the second part needs whose first code has this length. */
    private int partBits(int length, int left) {
        int bits = length - indexBits;
        int room = (1 << bits) - left;
        while (room > 0 && indexBits + bits < MAX_LENGTH) {
            bits++;
            room = (room << 1) - perLength[indexBits + bits];
        }
        return bits;
    }

    private void spread(int code, int codeBits, int value, int length, int start, int end) {
        int entry = entry(value, length);
        for (int i = start + code; i < end; i += 1 << codeBits) {
            table[i] = entry;
        }
    }

    private static int entry(int value, int length) {
        return value + length + (length << 8);
    }
}
