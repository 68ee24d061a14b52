package io.evaldata.datasets.download;

import io.evaldata.datasets.io.ByteRange;
import io.evaldata.datasets.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads a file that is arriving; a read waits for its bytes and has them fetched first. */
final class PartSource implements ByteSource {
    /** How much is fetched for a read that nobody announced. */
    private static final long AHEAD = 1 << 16;

    /** Ranges closer than this are fetched as one: a request costs more than the bytes between. */
    private static final long JOIN = 1 << 16;

    private final Pieces pieces;
    private final FileChannel channel;
    private final String name;

    private PartSource(Pieces pieces, FileChannel channel, String name) {
        this.pieces = pieces;
        this.channel = channel;
        this.name = name;
    }

    static PartSource open(Pieces pieces, Path part, String name) throws IOException {
        return new PartSource(pieces, FileChannel.open(part, StandardOpenOption.READ), name);
    }

    @Override
    public long size() throws IOException {
        return pieces.awaitSize();
    }

    @Override
    public int read(long position, ByteBuffer into) throws IOException {
        long end = pieces.await(position, Math.max(AHEAD, into.remaining()));
        if (end == position) {
            return -1;
        }
        int room = (int) Math.min(into.remaining(), end - position);
        ByteBuffer window = into.slice(into.position(), room);
        int read = channel.read(window, position);
        if (read > 0) {
            into.position(into.position() + read);
        }
        return read;
    }

    @Override
    public void expect(Iterable<ByteRange> ranges) {
        List<ByteRange> sorted = new ArrayList<>();
        ranges.forEach(sorted::add);
        sorted.sort(Comparator.comparingLong(ByteRange::offset));
        List<ByteRange> joined = new ArrayList<>();
        for (ByteRange range : sorted) {
            ByteRange last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && range.offset() - last.end() <= JOIN) {
                long end = Math.max(last.end(), range.end());
                joined.set(joined.size() - 1, new ByteRange(last.offset(), end - last.offset()));
            } else {
                joined.add(range);
            }
        }
        pieces.expect(joined);
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
