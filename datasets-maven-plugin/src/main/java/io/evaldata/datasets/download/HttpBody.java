package io.evaldata.datasets.download;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The body of an answer, however its end is marked (RFC 9112, 6.3). */
abstract class HttpBody {
    private volatile boolean ended;

    /** Reads at least one byte; -1 at the end. */
    abstract int read(ByteBuffer into) throws IOException;

    /** Whether the body was read to its end, so that the connection can serve another question. */
    final boolean ended() {
        return ended;
    }

    final void end() {
        ended = true;
    }

    /** Reads no further than {@code most} bytes. */
    static int readAtMost(Wire wire, ByteBuffer into, long most) throws IOException {
        int limit = into.limit();
        into.limit((int) Math.min(limit, into.position() + most));
        try {
            return wire.read(into);
        } finally {
            into.limit(limit);
        }
    }

    /** A body of a length that the head gives. */
    static final class Fixed extends HttpBody {
        private final Wire wire;
        private final long length;
        private long left;

        Fixed(Wire wire, long length) {
            this.wire = wire;
            this.length = length;
            this.left = length;
            if (length == 0) {
                end();
            }
        }

        @Override
        int read(ByteBuffer into) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = readAtMost(wire, into, left);
            if (count < 0) {
                throw new EOFException(
                        "the connection was closed after " + (length - left) + " of " + length + " bytes");
            }
            left -= count;
            if (left == 0) {
                end();
            }
            return count;
        }
    }

    /** A body in chunks, each with its length before it. */
    static final class Chunked extends HttpBody {
        private static final int LINE_LIMIT = 1 << 13;

        private final Wire wire;
        private long left;
        private boolean first = true;

        Chunked(Wire wire) {
            this.wire = wire;
        }

        @Override
        int read(ByteBuffer into) throws IOException {
            if (ended() || (left == 0 && !nextChunk())) {
                return -1;
            }
            int count = readAtMost(wire, into, left);
            if (count < 0) {
                throw new EOFException("the connection was closed within a chunk");
            }
            left -= count;
            return count;
        }

        private boolean nextChunk() throws IOException {
            int[] limit = {LINE_LIMIT};
            if (!first) {
                wire.line(limit);
            }
            first = false;
            String size = wire.line(limit).split(";", 2)[0].strip();
            if (!size.matches("[0-9a-fA-F]{1,15}")) {
                throw new IOException("a chunk of the answer has no length");
            }
            left = Long.parseLong(size, 16);
            if (left > 0) {
                return true;
            }
            String trailer = wire.line(limit);
            while (!trailer.isEmpty()) {
                trailer = wire.line(limit);
            }
            end();
            return false;
        }
    }

    /** A body that ends with the connection. */
    static final class UntilClosed extends HttpBody {
        private final Wire wire;

        UntilClosed(Wire wire) {
            this.wire = wire;
        }

        @Override
        int read(ByteBuffer into) throws IOException {
            return wire.read(into);
        }
    }
}
