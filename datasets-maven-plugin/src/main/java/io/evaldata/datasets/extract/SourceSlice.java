package io.evaldata.datasets.extract;

import io.evaldata.datasets.io.ByteRange;
import io.evaldata.datasets.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A range of another source as a source of its own; closing it leaves the other open. */
record SourceSlice(ByteSource source, ByteRange range, String name) implements ByteSource {
    @Override
    public long size() {
        return range.length();
    }

    @Override
    public int read(long position, ByteBuffer into) throws IOException {
        long left = range.length() - position;
        if (left <= 0) {
            return -1;
        }
        int limit = into.limit();
        into.limit((int) Math.min(limit, into.position() + left));
        int count = source.read(range.offset() + position, into);
        into.limit(limit);
        return count;
    }

    @Override
    public void close() {}
}
