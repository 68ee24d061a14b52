package io.evaldata.datasets.io;

import java.util.zip.CRC32;

/** CRC-32 of bytes in memory. */
public final class Crc {
    private Crc() {}

    /** The CRC-32 of all bytes. */
    public static int of(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }
}
