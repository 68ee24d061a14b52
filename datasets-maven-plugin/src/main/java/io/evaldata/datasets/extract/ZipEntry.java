package io.evaldata.datasets.extract;

import io.evaldata.datasets.extract.Member.Kind;

/**
 * An entry of a zip's central directory (APPNOTE.TXT 6.3.10, section 4.3.12), the zip64 fields resolved.
 *
 * @param rawName decoded, not normalised
 * @param nameLength bytes of the name as written
 * @param headerOffset where its local header starts in the file
 */
record ZipEntry(
        String rawName,
        int nameLength,
        Kind kind,
        int method,
        boolean encrypted,
        int crc32,
        long compressedSize,
        long size,
        long headerOffset) {
    static final int STORED = 0;
    static final int DEFLATED = 8;
    static final int DEFLATE64 = 9;
    static final int BZIP2 = 12;
    static final int LOCAL_HEADER = 30;

    /** The first byte behind what the entry surely takes up. */
    long leastEnd() {
        return headerOffset + LOCAL_HEADER + nameLength + compressedSize;
    }
}
