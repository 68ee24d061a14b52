package io.evaldata.datasets.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** Compares a file on disk with what is known about it. */
public final class FileContent {
    private FileContent() {}

    /** Whether there is an ordinary file of that size and CRC-32; it is read only when the size is right. */
    public static boolean matches(Path file, FileEntry expected) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) != expected.size()) {
            return false;
        }
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                crc.update(buffer, 0, n);
            }
        }
        return (int) crc.getValue() == expected.crc32();
    }
}
