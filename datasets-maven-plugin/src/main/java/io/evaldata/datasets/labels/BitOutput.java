package io.evaldata.datasets.labels;

import java.util.Arrays;

/** A growing byte array that bits are appended to, lowest bit first, as RFC 1951 section 3.1.1 orders them. */
final class BitOutput {
    private byte[] bytes = new byte[1 << 14];
    private int size;
    private long pending;
    private int pendingBits;

    /** Forgets everything written, keeping the memory. */
    void reset() {
        size = 0;
        pending = 0;
        pendingBits = 0;
    }

    /** Appends the lowest bits of a value that has no others set; at most 32 at a time. */
    void bits(int value, int count) {
        pending |= (value & 0xFFFFFFFFL) << pendingBits;
        pendingBits += count;
        if (pendingBits >= 32) {
            ensure(4);
            bytes[size] = (byte) pending;
            bytes[size + 1] = (byte) (pending >>> 8);
            bytes[size + 2] = (byte) (pending >>> 16);
            bytes[size + 3] = (byte) (pending >>> 24);
            size += 4;
            pending >>>= 32;
            pendingBits -= 32;
        }
    }

    /** Fills up the last byte with zero bits. */
    void align() {
        while (pendingBits > 0) {
            ensure(1);
            bytes[size++] = (byte) pending;
            pending >>>= 8;
            pendingBits -= 8;
        }
        pending = 0;
        pendingBits = 0;
    }

    /** Appends whole bytes; the position has to be aligned. */
    void bytes(byte[] from, int offset, int length) {
        ensure(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    /** Appends a big-endian 32-bit number, as PNG and zlib have them; the position has to be aligned. */
    void int32(int value) {
        ensure(4);
        putInt32(size, value);
        size += 4;
    }

    /** Overwrites four bytes written before. */
    void putInt32(int position, int value) {
        bytes[position] = (byte) (value >>> 24);
        bytes[position + 1] = (byte) (value >>> 16);
        bytes[position + 2] = (byte) (value >>> 8);
        bytes[position + 3] = (byte) value;
    }

    /** Number of whole bytes written. */
    int size() {
        return size;
    }

    /** The bytes themselves, valid up to {@link #size()} and until the next write. */
    byte[] array() {
        return bytes;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), Math.min(bytes.length, 1 << 29) * 2));
        }
    }
}
