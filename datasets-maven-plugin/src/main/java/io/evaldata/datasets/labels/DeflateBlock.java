package io.evaldata.datasets.labels;

import java.util.Arrays;

/**
 * Writes one deflate block in whichever of the three forms of RFC 1951 is the shortest.
 *
 * <p>A token is a literal byte, or has its sign bit set and holds a match: length less 3 in bits 16 to 23, distance
 * less 1 in bits 0 to 15.
 */
final class DeflateBlock {
    private static final int END_OF_BLOCK = 256;
    private static final int LITERALS = 286;
    private static final int DISTANCES = 30;
    private static final int LARGEST_STORED = 65535;
    private static final int[] LENGTH_BASE = new int[29];
    private static final int[] LENGTH_EXTRA = new int[29];
    private static final int[] LENGTH_SYMBOL = new int[256];
    private static final int[] DISTANCE_BASE = new int[DISTANCES];
    private static final int[] DISTANCE_EXTRA = new int[DISTANCES];
    /** Order in which code lengths of the code length code are sent, RFC 1951 section 3.2.7. */
    private static final int[] SENDING_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    static {
        for (int symbol = 0, base = 0; symbol < 28; symbol++) {
            LENGTH_EXTRA[symbol] = symbol < 4 ? 0 : (symbol - 4) / 4;
            LENGTH_BASE[symbol] = base;
            Arrays.fill(LENGTH_SYMBOL, base, Math.min(256, base + (1 << LENGTH_EXTRA[symbol])), symbol);
            base += 1 << LENGTH_EXTRA[symbol];
        }
        LENGTH_BASE[28] = 255;
        LENGTH_SYMBOL[255] = 28;
        for (int symbol = 0, base = 0; symbol < DISTANCES; symbol++) {
            DISTANCE_EXTRA[symbol] = symbol < 2 ? 0 : (symbol - 2) / 2;
            DISTANCE_BASE[symbol] = base;
            base += 1 << DISTANCE_EXTRA[symbol];
        }
    }

    private final HuffmanCode literals = new HuffmanCode(288, 15);
    private final HuffmanCode distances = new HuffmanCode(DISTANCES, 15);
    private final HuffmanCode fixedLiterals = new HuffmanCode(288, 15);
    private final HuffmanCode fixedDistances = new HuffmanCode(DISTANCES, 15);
    private final HuffmanCode lengthsCode = new HuffmanCode(SENDING_ORDER.length, 7);
    private final int[] literalFrequencies = new int[288];
    private final int[] distanceFrequencies = new int[DISTANCES];
    private final int[] lengthsFrequencies = new int[SENDING_ORDER.length];
    private final int[] lengthsTokens = new int[LITERALS + DISTANCES];
    private int lengthsCount;
    private int usedLiterals;
    private int usedDistances;
    private int sentLengths;

    DeflateBlock() {
        int[] lengths = new int[288];
        Arrays.fill(lengths, 0, 144, 8);
        Arrays.fill(lengths, 144, 256, 9);
        Arrays.fill(lengths, 256, 280, 7);
        Arrays.fill(lengths, 280, 288, 8);
        fixedLiterals.assign(lengths);
        int[] five = new int[DISTANCES];
        Arrays.fill(five, 5);
        fixedDistances.assign(five);
    }

    /** The token of a match. */
    static int match(int length, int distance) {
        return 1 << 31 | (length - MapMatcher.SHORTEST) << 16 | (distance - 1);
    }

    /** Appends the block; the bytes it stands for are given too, for the case that storing them is the shortest. */
    void write(int[] tokens, int count, byte[] data, int offset, int length, boolean last, BitOutput out) {
        long extraBits = countFrequencies(tokens, count);
        literals.build(literalFrequencies);
        distances.build(distanceFrequencies);
        long dynamic = 14 + planCodeLengths() + literals.cost(literalFrequencies) + distances.cost(distanceFrequencies);
        long fixed = fixedLiterals.cost(literalFrequencies) + fixedDistances.cost(distanceFrequencies);
        long stored = 8L * length + 40L * (length / LARGEST_STORED + 1);
        int lastBit = last ? 1 : 0;
        if (stored < Math.min(dynamic, fixed) + extraBits) {
            writeStored(data, offset, length, lastBit, out);
        } else if (fixed <= dynamic) {
            out.bits(lastBit | 1 << 1, 3);
            writeTokens(tokens, count, fixedLiterals, fixedDistances, out);
        } else {
            out.bits(lastBit | 2 << 1, 3);
            writeCodeLengths(out);
            writeTokens(tokens, count, literals, distances, out);
        }
    }

    private long countFrequencies(int[] tokens, int count) {
        Arrays.fill(literalFrequencies, 0);
        Arrays.fill(distanceFrequencies, 0);
        long extraBits = 0;
        for (int i = 0; i < count; i++) {
            int token = tokens[i];
            if (token >= 0) {
                literalFrequencies[token]++;
            } else {
                int length = LENGTH_SYMBOL[token >>> 16 & 0xFF];
                int distance = distanceSymbol(token & 0xFFFF);
                literalFrequencies[END_OF_BLOCK + 1 + length]++;
                distanceFrequencies[distance]++;
                extraBits += LENGTH_EXTRA[length] + DISTANCE_EXTRA[distance];
            }
        }
        literalFrequencies[END_OF_BLOCK] = 1;
        return extraBits;
    }

    /** Symbol of a distance, given less one: two symbols for each power of two. */
    private static int distanceSymbol(int distance) {
        if (distance < 4) {
            return distance;
        }
        int power = 31 - Integer.numberOfLeadingZeros(distance);
        return 2 * power + (distance >>> (power - 1) & 1);
    }

    private static void writeTokens(
            int[] tokens, int count, HuffmanCode literals, HuffmanCode distances, BitOutput out) {
        for (int i = 0; i < count; i++) {
            int token = tokens[i];
            if (token >= 0) {
                literals.write(out, token);
            } else {
                int matched = token >>> 16 & 0xFF;
                int length = LENGTH_SYMBOL[matched];
                literals.write(out, END_OF_BLOCK + 1 + length);
                out.bits(matched - LENGTH_BASE[length], LENGTH_EXTRA[length]);
                int back = token & 0xFFFF;
                int distance = distanceSymbol(back);
                distances.write(out, distance);
                out.bits(back - DISTANCE_BASE[distance], DISTANCE_EXTRA[distance]);
            }
        }
        literals.write(out, END_OF_BLOCK);
    }

    private static void writeStored(byte[] data, int offset, int length, int lastBit, BitOutput out) {
        int at = offset;
        int left = length;
        do {
            int part = Math.min(left, LARGEST_STORED);
            left -= part;
            out.bits(left == 0 ? lastBit : 0, 3);
            out.align();
            out.bits(part | (~part & 0xFFFF) << 16, 32);
            out.align();
            out.bytes(data, at, part);
            at += part;
        } while (left > 0);
    }

    /** Decides how the two codes are described, and gives the bits that takes. */
    private long planCodeLengths() {
        usedLiterals = usedSymbols(literals, 257, LITERALS);
        usedDistances = usedSymbols(distances, 1, DISTANCES);
        Arrays.fill(lengthsFrequencies, 0);
        lengthsCount = 0;
        int total = usedLiterals + usedDistances;
        for (int i = 0; i < total; ) {
            int length = codeLength(i);
            int run = 1;
            while (i + run < total && codeLength(i + run) == length) {
                run++;
            }
            i += run;
            planRun(length, run);
        }
        lengthsCode.build(lengthsFrequencies);
        sentLengths = SENDING_ORDER.length;
        while (sentLengths > 4 && lengthsCode.length(SENDING_ORDER[sentLengths - 1]) == 0) {
            sentLengths--;
        }
        return 3L * sentLengths
                + lengthsCode.cost(lengthsFrequencies)
                + 2L * lengthsFrequencies[16]
                + 3L * lengthsFrequencies[17]
                + 7L * lengthsFrequencies[18];
    }

    private void planRun(int length, int run) {
        int left = run;
        if (length == 0) {
            while (left >= 3) {
                int part = Math.min(left, 138);
                planToken(part < 11 ? 17 : 18, part - (part < 11 ? 3 : 11));
                left -= part;
            }
        } else {
            planToken(length, 0);
            left--;
            while (left >= 3) {
                int part = Math.min(left, 6);
                planToken(16, part - 3);
                left -= part;
            }
        }
        for (; left > 0; left--) {
            planToken(length, 0);
        }
    }

    private void planToken(int symbol, int extra) {
        lengthsFrequencies[symbol]++;
        lengthsTokens[lengthsCount++] = symbol | extra << 8;
    }

    private int codeLength(int index) {
        return index < usedLiterals ? literals.length(index) : distances.length(index - usedLiterals);
    }

    private static int usedSymbols(HuffmanCode code, int atLeast, int atMost) {
        int used = atMost;
        while (used > atLeast && code.length(used - 1) == 0) {
            used--;
        }
        return used;
    }

    private void writeCodeLengths(BitOutput out) {
        out.bits(usedLiterals - 257 | (usedDistances - 1) << 5 | (sentLengths - 4) << 10, 14);
        for (int i = 0; i < sentLengths; i++) {
            out.bits(lengthsCode.length(SENDING_ORDER[i]), 3);
        }
        for (int i = 0; i < lengthsCount; i++) {
            int symbol = lengthsTokens[i] & 0xFF;
            lengthsCode.write(out, symbol);
            if (symbol >= 16) {
                out.bits(lengthsTokens[i] >>> 8, symbol == 16 ? 2 : symbol == 17 ? 3 : 7);
            }
        }
    }
}
