package io.evaldata.datasets.labels;

import java.util.Arrays;

/** How deflate names the lengths and distances of matches: a symbol and extra bits (RFC 1951 section 3.2.5). */
final class DeflateSymbols {
    static final int SHORTEST = 3;
    static final int LONGEST = 258;
    static final int WINDOW = 32768;
    static final int END_OF_BLOCK = 256;
    static final int FIRST_LENGTH = 257;
    static final int LITERALS = 286;
    static final int DISTANCES = 30;

    private static final int[] LENGTH_BASE = new int[29];
    private static final int[] LENGTH_EXTRA = new int[29];
    private static final int[] LENGTH_SYMBOL = new int[LONGEST - SHORTEST + 1];

    static {
        for (int symbol = 0, base = 0; symbol < 28; symbol++) {
            LENGTH_EXTRA[symbol] = symbol < 4 ? 0 : (symbol - 4) / 4;
            LENGTH_BASE[symbol] = base;
            Arrays.fill(LENGTH_SYMBOL, base, Math.min(256, base + (1 << LENGTH_EXTRA[symbol])), symbol);
            base += 1 << LENGTH_EXTRA[symbol];
        }
        LENGTH_BASE[28] = 255;
        LENGTH_SYMBOL[255] = 28;
    }

    private DeflateSymbols() {}

    /** Symbol of a length, given less {@link #SHORTEST}, counted from {@link #FIRST_LENGTH}. */
    static int length(int length) {
        return LENGTH_SYMBOL[length];
    }

    static int lengthExtraBits(int symbol) {
        return LENGTH_EXTRA[symbol];
    }

    /** The lowest length of a symbol, less {@link #SHORTEST}. */
    static int lengthBase(int symbol) {
        return LENGTH_BASE[symbol];
    }

    /** Symbol of a distance, given less one: two symbols for each power of two. */
    static int distance(int distance) {
        if (distance < 4) {
            return distance;
        }
        int power = 31 - Integer.numberOfLeadingZeros(distance);
        return 2 * power + (distance >>> (power - 1) & 1);
    }

    static int distanceExtraBits(int symbol) {
        return symbol < 4 ? 0 : symbol / 2 - 1;
    }
}
