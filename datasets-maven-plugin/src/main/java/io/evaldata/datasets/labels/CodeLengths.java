package io.evaldata.datasets.labels;

import java.util.Arrays;

/** The description of a block's two codes that goes before its tokens (RFC 1951 section 3.2.7). */
final class CodeLengths {
    /** Order in which the lengths of the code for lengths are sent. */
    private static final int[] SENDING_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private final HuffmanCode code = new HuffmanCode(SENDING_ORDER.length, 7);
    private final int[] frequencies = new int[SENDING_ORDER.length];
    private final int[] tokens = new int[DeflateSymbols.LITERALS + DeflateSymbols.DISTANCES];
    private int count;
    private int usedLiterals;
    private int usedDistances;
    private int sentLengths;

    /** Decides how the two codes are described, and gives the bits that takes. */
    long plan(HuffmanCode literals, HuffmanCode distances) {
        usedLiterals = usedSymbols(literals, DeflateSymbols.FIRST_LENGTH, DeflateSymbols.LITERALS);
        usedDistances = usedSymbols(distances, 1, DeflateSymbols.DISTANCES);
        Arrays.fill(frequencies, 0);
        count = 0;
        int total = usedLiterals + usedDistances;
        for (int i = 0; i < total; ) {
            int length = length(literals, distances, i);
            int run = 1;
            while (i + run < total && length(literals, distances, i + run) == length) {
                run++;
            }
            i += run;
            planRun(length, run);
        }
        code.build(frequencies);
        sentLengths = SENDING_ORDER.length;
        while (sentLengths > 4 && code.length(SENDING_ORDER[sentLengths - 1]) == 0) {
            sentLengths--;
        }
        return 14
                + 3L * sentLengths
                + code.cost(frequencies)
                + 2L * frequencies[16]
                + 3L * frequencies[17]
                + 7L * frequencies[18];
    }

    /** Appends the description planned last. */
    void write(BitOutput out) {
        out.bits(usedLiterals - DeflateSymbols.FIRST_LENGTH | (usedDistances - 1) << 5 | (sentLengths - 4) << 10, 14);
        for (int i = 0; i < sentLengths; i++) {
            out.bits(code.length(SENDING_ORDER[i]), 3);
        }
        for (int i = 0; i < count; i++) {
            int symbol = tokens[i] & 0xFF;
            code.write(out, symbol);
            if (symbol >= 16) {
                out.bits(tokens[i] >>> 8, symbol == 16 ? 2 : symbol == 17 ? 3 : 7);
            }
        }
    }

    private void planRun(int length, int run) {
        int left = run;
        if (length == 0) {
            while (left >= 3) {
                int part = Math.min(left, 138);
                planToken(part < 11 ? 17 : 18, part < 11 ? part - 3 : part - 11);
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
        frequencies[symbol]++;
        tokens[count++] = symbol | extra << 8;
    }

    private int length(HuffmanCode literals, HuffmanCode distances, int index) {
        return index < usedLiterals ? literals.length(index) : distances.length(index - usedLiterals);
    }

    private static int usedSymbols(HuffmanCode code, int atLeast, int atMost) {
        int used = atMost;
        while (used > atLeast && code.length(used - 1) == 0) {
            used--;
        }
        return used;
    }
}
