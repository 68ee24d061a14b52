package io.evaldata.datasets.download;

import io.evaldata.datasets.io.Checksum;
import io.evaldata.datasets.io.Checksum.Algorithm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.concurrent.Callable;

/**
 * Computes the digest of a file in order while it arrives: reads right behind the front, where the bytes are still in
 * memory. After a resume it works through what was there while the rest arrives.
 */
final class FrontDigest implements Callable<Checksum> {
    private static final int BLOCK = 1 << 17;

    private final Algorithm algorithm;
    private final Pieces pieces;
    private final Path part;

    FrontDigest(Algorithm algorithm, Pieces pieces, Path part) {
        this.algorithm = algorithm;
        this.pieces = pieces;
        this.part = part;
    }

    @Override
    public Checksum call() throws IOException {
        MessageDigest digest = algorithm.newDigest();
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        long position = 0;
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.READ)) {
            long end = pieces.awaitFront(position);
            while (end > position) {
                block.clear().limit((int) Math.min(BLOCK, end - position));
                int read = channel.read(block, position);
                if (read < 0) {
                    throw new IOException(part + " is shorter than what was written to it");
                }
                digest.update(block.flip());
                position += read;
                end = position < end ? end : pieces.awaitFront(position);
            }
        }
        return algorithm.finish(digest);
    }
}
