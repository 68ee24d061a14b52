package io.evaldata.datasets.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a complete file on disk. */
public final class FileByteSource implements ByteSource {
    private final FileChannel channel;
    private final String name;

    private FileByteSource(FileChannel channel, String name) {
        this.channel = channel;
        this.name = name;
    }

    /** Opens the file for reading. */
    public static FileByteSource open(Path file) throws IOException {
        return new FileByteSource(
                FileChannel.open(file, StandardOpenOption.READ),
                file.getFileName().toString());
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public int read(long position, ByteBuffer into) throws IOException {
        return channel.read(into, position);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
