package io.evaldata.datasets.labels;

/** Samples of 1, 2 or 4 bits, several to a byte, the leftmost in the highest bits. */
final class PackedSamples {
    private PackedSamples() {}

    /** Puts each sample into a byte of its own. */
    static void unpack(byte[] packed, int offset, int bits, int count, byte[] into) {
        int perByte = 8 / bits;
        int mask = (1 << bits) - 1;
        for (int i = 0; i < count; i++) {
            int shift = 8 - bits * (i % perByte + 1);
            into[i] = (byte) (packed[offset + i / perByte] >>> shift & mask);
        }
    }
}
