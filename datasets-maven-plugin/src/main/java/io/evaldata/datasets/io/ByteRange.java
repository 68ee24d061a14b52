package io.evaldata.datasets.io;

/**
 * Part of a file: {@code length} bytes from {@code offset} on.
 *
 * @param offset first byte, from 0
 * @param length number of bytes, not negative
 */
public record ByteRange(long offset, long length) {
    public ByteRange {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("negative range: " + offset + "+" + length);
        }
    }

    /** The first byte behind the range. */
    public long end() {
        return offset + length;
    }
}
