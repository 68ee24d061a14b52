package io.evaldata.datasets.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;

/** Content as an input stream, for decompressors that read one. */
final class ContentStream extends InputStream {
    private final Content content;
    private final byte[] single = new byte[1];

    ContentStream(Content content) {
        this.content = content;
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            return content.read(ByteBuffer.wrap(bytes, offset, length));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted while reading");
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
