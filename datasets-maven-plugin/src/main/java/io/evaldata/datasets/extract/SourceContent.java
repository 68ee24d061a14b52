package io.evaldata.datasets.extract;

import io.evaldata.datasets.io.ByteRange;
import io.evaldata.datasets.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A range of a byte source, from its first byte to its last. */
final class SourceContent implements Content {
    private final ByteSource source;
    private final long end;
    private long position;

    private SourceContent(ByteSource source, long position, long end) {
        this.source = source;
        this.position = position;
        this.end = end;
    }

    static SourceContent all(ByteSource source) {
        return new SourceContent(source, 0, Long.MAX_VALUE);
    }

    static SourceContent of(ByteSource source, ByteRange range) {
        return new SourceContent(source, range.offset(), range.end());
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (position >= end) {
            return -1;
        }
        int limit = into.limit();
        into.limit((int) Math.min(limit, into.position() + (end - position)));
        int count = source.read(position, into);
        into.limit(limit);
        if (count < 0 && end != Long.MAX_VALUE) {
            throw BadArchive.cutShort(source.name(), position, "but should hold at least " + end);
        }
        position += Math.max(count, 0);
        return count;
    }
}
