package io.evaldata.datasets.extract;

/**
 * A file that was unpacked.
 *
 * @param path relative to the target folder, with {@code /} between segments
 * @param size in bytes
 * @param crc32 CRC-32 of the content, computed from the bytes written (as in zip: ISO 3309)
 */
public record WrittenFile(String path, long size, int crc32) {}
