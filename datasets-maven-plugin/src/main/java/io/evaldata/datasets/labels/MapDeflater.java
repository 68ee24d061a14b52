package io.evaldata.datasets.labels;

/**
 * Compresses label maps into a deflate stream (RFC 1951), fast, and into the same bytes on every machine.
 *
 * <p>The JDK's own compressor is whatever zlib the machine has, and those differ in their output. One instance
 * serves one thread and keeps its memory between calls.
 */
final class MapDeflater {
    private static final int TOKENS_PER_BLOCK = 1 << 14;
    /** A match of this length is taken without a look at the next byte: a fifth faster, 2 to 4 % larger. */
    private static final int LONG_ENOUGH = 64;

    private final MapMatcher matcher = new MapMatcher();
    private final DeflateBlock block = new DeflateBlock();
    private final int[] tokens = new int[TOKENS_PER_BLOCK];

    /**
     * Appends the whole stream.
     *
     * @param data the bytes, followed by {@link MapMatcher#PADDING} others
     * @param stride how many bytes a row of the picture is
     */
    void deflate(byte[] data, int length, int stride, BitOutput out) {
        matcher.start(data, length, stride);
        int count = 0;
        int blockStart = 0;
        int at = 0;
        int matched = matcher.longest(at, 0);
        while (at < length) {
            if (count == TOKENS_PER_BLOCK) {
                block.write(tokens, count, data, blockStart, at - blockStart, false, out);
                count = 0;
                blockStart = at;
            }
            int distance = matcher.distance();
            int longer = matched > 0 && matched < LONG_ENOUGH ? matcher.longest(at + 1, matched) : 0;
            if (longer > 0) {
                tokens[count++] = data[at++] & 0xFF;
                matched = longer;
            } else if (matched > 0) {
                tokens[count++] = DeflateBlock.match(matched, distance);
                at += matched;
                matched = matcher.longest(at, 0);
            } else {
                tokens[count++] = data[at++] & 0xFF;
                matched = matcher.longest(at, 0);
            }
        }
        block.write(tokens, count, data, blockStart, at - blockStart, true, out);
        out.align();
    }
}
