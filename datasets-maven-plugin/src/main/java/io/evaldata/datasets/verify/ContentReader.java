package io.evaldata.datasets.verify;

import io.evaldata.datasets.io.FileEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * Reads one file after another through a buffer that it keeps, outside the heap, so that many small files leave no garbage. For
 * one thread.
 */
final class ContentReader {
    private static final int BUFFER = 1 << 18;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final CRC32 crc = new CRC32();

    /**
     * What a file is. One that has not the expected size is not read: its CRC-32 is then 0.
     *
     * @throws java.nio.file.NoSuchFileException when it is not there
     */
    FileEntry read(Path file, long expectedSize) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size != expectedSize) {
                return new FileEntry(size, 0);
            }
            crc.reset();
            long left = size;
            while (left > 0 && channel.read(buffer.clear()) > 0) {
                left -= buffer.position();
                crc.update(buffer.flip());
            }
            return new FileEntry(size - left, (int) crc.getValue());
        }
    }
}
