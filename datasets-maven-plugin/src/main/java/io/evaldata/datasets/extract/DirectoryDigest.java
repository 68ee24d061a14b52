package io.evaldata.datasets.extract;

import io.evaldata.datasets.io.ByteSource;
import io.evaldata.datasets.io.Checksum.Algorithm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * What pins a zip of which only some members are fetched: the SHA-256, in lower-case hex, of its central directory and all
 * behind it. That is names, sizes and CRC-32s of every member, and so what the members must be.
 */
public final class DirectoryDigest {
    private static final int BLOCK = 1 << 16;

    private DirectoryDigest() {}

    /**
     * Reads the directory.
     *
     * @throws io.evaldata.datasets.DatasetsException when the source is no zip
     */
    public static String of(ByteSource source) throws IOException {
        long position = ZipDirectory.find(source, source.name()).start();
        long end = source.size();
        MessageDigest digest = Algorithm.SHA256.newDigest();
        ByteBuffer buffer = ByteBuffer.allocate(BLOCK);
        while (position < end) {
            buffer.clear().limit((int) Math.min(BLOCK, end - position));
            int count = source.read(position, buffer);
            if (count < 0) {
                throw BadArchive.cutShort(source.name(), position, "expected " + end);
            }
            digest.update(buffer.flip());
            position += count;
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
