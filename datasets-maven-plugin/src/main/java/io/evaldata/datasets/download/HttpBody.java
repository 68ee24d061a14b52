package io.evaldata.datasets.download;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** The body of an answer, however its end is marked (RFC 9112, 6.3). Never closes the connection's stream. */
abstract class HttpBody extends InputStream {
    final InputStream in;
    private final AtomicBoolean ended = new AtomicBoolean();

    HttpBody(InputStream in) {
        this.in = in;
    }

    /** Whether the body was read to its end, so that the connection can serve another question. */
    boolean ended() {
        return ended.get();
    }

    final void end() {
        ended.set(true);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] into, int offset, int length) throws IOException;

    /** A body of a length that the head gives. */
    static class Fixed extends HttpBody {
        private final long length;
        private long left;

        Fixed(InputStream in, long length) {
            super(in);
            this.length = length;
            this.left = length;
            if (length == 0) {
                end();
            }
        }

        @Override
        public int read(byte[] into, int offset, int wanted) throws IOException {
            if (left == 0) {
                return -1;
            }
            int n = in.read(into, offset, (int) Math.min(left, wanted));
            if (n < 0) {
                throw new EOFException(
                        "the connection was closed after " + (length - left) + " of " + length + " bytes");
            }
            left -= n;
            if (left == 0) {
                end();
            }
            return n;
        }
    }

    /** A body in chunks, each with its length before it. */
    static final class Chunked extends HttpBody {
        private static final int LINE_LIMIT = 1 << 13;
        private long left;
        private boolean first = true;

        Chunked(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int wanted) throws IOException {
            if (ended()) {
                return -1;
            }
            if (left == 0 && !nextChunk()) {
                return -1;
            }
            int n = in.read(into, offset, (int) Math.min(left, wanted));
            if (n < 0) {
                throw new EOFException("the connection was closed within a chunk");
            }
            left -= n;
            return n;
        }

        private boolean nextChunk() throws IOException {
            int[] limit = {LINE_LIMIT};
            if (!first) {
                HttpConnection.Head.line(in, limit);
            }
            first = false;
            String size = HttpConnection.Head.line(in, limit).split(";", 2)[0].strip();
            if (!size.matches("[0-9a-fA-F]{1,15}")) {
                throw new IOException("a chunk of the answer has no length");
            }
            left = Long.parseLong(size, 16);
            if (left > 0) {
                return true;
            }
            String trailer = HttpConnection.Head.line(in, limit);
            while (!trailer.isEmpty()) {
                trailer = HttpConnection.Head.line(in, limit);
            }
            end();
            return false;
        }
    }

    /** A body that ends with the connection. */
    static final class UntilClosed extends HttpBody {
        UntilClosed(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int wanted) throws IOException {
            return in.read(into, offset, wanted);
        }
    }
}
