package io.evaldata.datasets.labels;

/**
 * The Adler-32 checksum that ends a zlib stream (RFC 1950 section 2.2), computed run by run.
 *
 * <p>The sums over a run of equal bytes have a closed form, so the cost is that of the runs, not of the bytes.
 */
final class RunChecksum {
    private static final int MODULUS = 65521;
    /** Keeps the second sum of a run within a long. */
    private static final int LONGEST = 1 << 24;

    private long sum;
    private long sumOfSums;

    RunChecksum() {
        clear();
    }

    /** Forgets what was added. */
    void clear() {
        sum = 1;
        sumOfSums = 0;
    }

    /** Adds so many bytes of this value. */
    void add(byte value, int count) {
        long unsigned = value & 0xFF;
        for (int left = count; left > 0; left -= LONGEST) {
            long now = Math.min(left, LONGEST);
            sumOfSums = (sumOfSums + now * sum + unsigned * (now * (now + 1) / 2)) % MODULUS;
            sum = (sum + now * unsigned) % MODULUS;
        }
    }

    int value() {
        return (int) (sumOfSums << 16 | sum);
    }
}
