package io.evaldata.datasets.labels;

import java.util.Arrays;

/**
 * Collects the literals and matches of one deflate block, and writes it in whichever of the three forms of RFC 1951 is
 * the shortest.
 *
 * <p>A token is a literal byte, or has its sign bit set and holds a match: length less 3 in bits 16 to 23, distance
 * less 1 in bits 0 to 15.
 */
final class DeflateBlock {
    private static final int MOST_TOKENS = 1 << 16;
    private static final int LARGEST_STORED = 65535;
    private static final int LENGTHS = DeflateSymbols.LONGEST - DeflateSymbols.SHORTEST + 1;

    private final HuffmanCode literals = new HuffmanCode(288, 15);
    private final HuffmanCode distances = new HuffmanCode(DeflateSymbols.DISTANCES, 15);
    private final HuffmanCode fixedLiterals = new HuffmanCode(288, 15);
    private final HuffmanCode fixedDistances = new HuffmanCode(DeflateSymbols.DISTANCES, 15);
    private final CodeLengths codeLengths = new CodeLengths();
    private final int[] literalFrequencies = new int[288];
    private final int[] distanceFrequencies = new int[DeflateSymbols.DISTANCES];
    private final int[] lengthCodes = new int[LENGTHS];
    private final int[] lengthBits = new int[LENGTHS];
    private final int[] tokens = new int[MOST_TOKENS];
    private int count;

    DeflateBlock() {
        int[] lengths = new int[288];
        Arrays.fill(lengths, 0, 144, 8);
        Arrays.fill(lengths, 144, 256, 9);
        Arrays.fill(lengths, 256, 280, 7);
        Arrays.fill(lengths, 280, 288, 8);
        fixedLiterals.assign(lengths);
        int[] five = new int[DeflateSymbols.DISTANCES];
        Arrays.fill(five, 5);
        fixedDistances.assign(five);
    }

    /** Forgets what was collected. */
    void clear() {
        count = 0;
        Arrays.fill(literalFrequencies, 0);
        Arrays.fill(distanceFrequencies, 0);
    }

    /** Whether no token more can be taken in. */
    boolean isFull() {
        return count == MOST_TOKENS;
    }

    void literal(byte value) {
        int literal = value & 0xFF;
        literalFrequencies[literal]++;
        tokens[count++] = literal;
    }

    /** Takes in a repetition of so many bytes from that far back. */
    void match(int length, int distance) {
        int matched = length - DeflateSymbols.SHORTEST;
        int back = distance - 1;
        literalFrequencies[DeflateSymbols.FIRST_LENGTH + DeflateSymbols.length(matched)]++;
        distanceFrequencies[DeflateSymbols.distance(back)]++;
        tokens[count++] = 1 << 31 | matched << 16 | back;
    }

    /** Appends the block; the bytes it stands for are given too, for the case that storing them is the shortest. */
    void write(byte[] data, int offset, int length, boolean last, BitOutput out) {
        literalFrequencies[DeflateSymbols.END_OF_BLOCK] = 1;
        literals.build(literalFrequencies);
        distances.build(distanceFrequencies);
        long dynamic = codeLengths.plan(literals, distances)
                + literals.cost(literalFrequencies)
                + distances.cost(distanceFrequencies);
        long fixed = fixedLiterals.cost(literalFrequencies) + fixedDistances.cost(distanceFrequencies);
        long stored = 8L * length + 40L * (length / LARGEST_STORED + 1);
        int lastBit = last ? 1 : 0;
        if (stored < Math.min(dynamic, fixed) + extraBits()) {
            writeStored(data, offset, length, lastBit, out);
        } else if (fixed <= dynamic) {
            out.bits(lastBit | 1 << 1, 3);
            writeTokens(fixedLiterals, fixedDistances, out);
        } else {
            out.bits(lastBit | 2 << 1, 3);
            codeLengths.write(out);
            writeTokens(literals, distances, out);
        }
    }

    private long extraBits() {
        long bits = 0;
        for (int symbol = 0; symbol < DeflateSymbols.LITERALS - DeflateSymbols.FIRST_LENGTH; symbol++) {
            bits += (long) literalFrequencies[DeflateSymbols.FIRST_LENGTH + symbol]
                    * DeflateSymbols.lengthExtraBits(symbol);
        }
        for (int symbol = 0; symbol < DeflateSymbols.DISTANCES; symbol++) {
            bits += (long) distanceFrequencies[symbol] * DeflateSymbols.distanceExtraBits(symbol);
        }
        return bits;
    }

    private void writeTokens(HuffmanCode literalCode, HuffmanCode distanceCode, BitOutput out) {
        spellLengths(literalCode);
        for (int i = 0; i < count; i++) {
            int token = tokens[i];
            if (token >= 0) {
                literalCode.write(out, token);
            } else {
                int matched = token >>> 16 & 0xFF;
                out.bits(lengthCodes[matched], lengthBits[matched]);
                int back = token & 0xFFFF;
                int symbol = DeflateSymbols.distance(back);
                int bits = distanceCode.length(symbol);
                int extra = DeflateSymbols.distanceExtraBits(symbol);
                int offset = back & ((1 << extra) - 1);
                out.bits(distanceCode.code(symbol) | offset << bits, bits + extra);
            }
        }
        literalCode.write(out, DeflateSymbols.END_OF_BLOCK);
    }

    /** Puts code and extra bits of every length of a match side by side. */
    private void spellLengths(HuffmanCode code) {
        for (int matched = 0; matched < LENGTHS; matched++) {
            int symbol = DeflateSymbols.length(matched);
            int bits = code.length(DeflateSymbols.FIRST_LENGTH + symbol);
            int extra = matched - DeflateSymbols.lengthBase(symbol);
            lengthCodes[matched] = code.code(DeflateSymbols.FIRST_LENGTH + symbol) | extra << bits;
            lengthBits[matched] = bits + DeflateSymbols.lengthExtraBits(symbol);
        }
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
}
