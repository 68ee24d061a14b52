package io.evaldata.datasets.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.imageio.stream.ImageInputStreamImpl;

/** A picture file for ImageIO's readers: buffered, and it remembers whether anyone read past its end. */
final class PictureStream extends ImageInputStreamImpl {
    private final FileChannel file;
    private final ByteBuffer window = ByteBuffer.allocate(1 << 16).limit(0);
    private long windowStart;
    private boolean endPassed;

    PictureStream(Path path) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.READ);
    }

    /** Whether a reader wanted more than there is, since {@link #forgetEnd}. */
    boolean endPassed() {
        return endPassed;
    }

    void forgetEnd() {
        endPassed = false;
    }

    @Override
    public long length() {
        try {
            return file.size();
        } catch (IOException e) {
            // The interface's way to say that the length is not known.
            return -1;
        }
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        if (!fill()) {
            return -1;
        }
        streamPos++;
        return window.get() & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, window.remaining());
        window.get(into, offset, count);
        streamPos += count;
        return count;
    }

    /** Puts the window where the stream is; false at the end. */
    private boolean fill() throws IOException {
        long offset = streamPos - windowStart;
        if (offset >= 0 && offset < window.limit()) {
            window.position((int) offset);
            return true;
        }
        window.clear();
        windowStart = streamPos;
        int count = file.read(window, streamPos);
        window.position(0).limit(Math.max(count, 0));
        endPassed |= count <= 0;
        return count > 0;
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } finally {
            file.close();
        }
    }
}
