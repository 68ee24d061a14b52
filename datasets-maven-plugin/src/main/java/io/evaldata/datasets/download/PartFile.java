package io.evaldata.datasets.download;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file while it arrives, with the map of what is there of it. Safe for use by several threads. */
final class PartFile implements Closeable {
    private final CacheEntry entry;
    private final PieceMap map;
    private final FileChannel channel;

    private PartFile(CacheEntry entry, PieceMap map, FileChannel channel) {
        this.entry = entry;
        this.map = map;
        this.channel = channel;
    }

    /**
     * Goes on with what an earlier attempt left; begins anew when that is nothing, or of a file of this machine that was
     * changed since.
     *
     * @param proven whether a digest will tell when it was the beginning of another file; if none will, it has to have a
     *     validator
     */
    static PartFile resume(CacheEntry entry, boolean proven) throws IOException {
        if (!Files.exists(entry.part()) || !Files.exists(entry.map())) {
            return fresh(entry);
        }
        PartFile left = open(entry);
        if ((!proven && left.map.isNameless()) || left.map.isOutdated()) {
            left.close();
            return fresh(entry);
        }
        return left;
    }

    /** Begins anew, with a new file: whoever still has the old one open cannot disturb it. */
    static PartFile fresh(CacheEntry entry) throws IOException {
        Files.deleteIfExists(entry.map());
        Files.deleteIfExists(entry.part());
        return open(entry);
    }

    private static PartFile open(CacheEntry entry) throws IOException {
        FileChannel channel = FileChannel.open(entry.part(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            PieceMap map = PieceMap.open(entry.map());
            map.present().clip(channel.size());
            return new PartFile(entry, map, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    PieceMap map() {
        return map;
    }

    Path path() {
        return entry.part();
    }

    /** Writes the buffer's remaining bytes at their place. They count once {@link PieceMap#have} says so. */
    void write(ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    /** Notes which version of the file an address serves, unless that is known. */
    void note(URI url, String version) throws IOException {
        if (!map.validator(url).equals(java.util.Optional.of(version))) {
            map.from(url, version);
        }
    }

    /** Gives the file its final name. */
    void publish() throws IOException {
        close();
        AtomicMove.replace(entry.part(), entry.file());
        Files.deleteIfExists(entry.map());
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            map.close();
        }
    }
}
