package io.evaldata.datasets.io;

/**
 * What is known about one prepared file without reading it again.
 *
 * @param size in bytes
 * @param crc32 CRC-32 (ISO 3309) of its content, computed while it was written. It shows damage, not forgery: what the
 *     bytes should be is proven by the digest of the archive they came from
 */
public record FileEntry(long size, int crc32) {}
