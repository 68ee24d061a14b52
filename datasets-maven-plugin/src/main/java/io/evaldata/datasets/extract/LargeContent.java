package io.evaldata.datasets.extract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;

/** The whole content of a large member in memory, of which an extraction allows itself little at a time. */
final class LargeContent implements AutoCloseable {
    /** How many MiB of such content there may be at a time: one of the largest that can be converted. */
    static final int ALLOWED_MIB = Conversion.MAX_BYTES >> 20;

    private final Semaphore allowance;
    private final int mebibytes;
    private final byte[] bytes;

    private LargeContent(Semaphore allowance, int mebibytes, byte[] bytes) {
        this.allowance = allowance;
        this.mebibytes = mebibytes;
        this.bytes = bytes;
    }

    /** Reads all of the content, waiting until there is memory for it. */
    static LargeContent read(Semaphore allowance, Content content, int size) throws IOException, InterruptedException {
        int mebibytes = Math.min(ALLOWED_MIB, (size >> 20) + 1);
        allowance.acquire(mebibytes);
        LargeContent read = null;
        try {
            byte[] bytes = new byte[size];
            content.fill(ByteBuffer.wrap(bytes));
            read = new LargeContent(allowance, mebibytes, bytes);
        } finally {
            if (read == null) {
                allowance.release(mebibytes);
            }
        }
        return read;
    }

    ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes);
    }

    @Override
    public void close() {
        allowance.release(mebibytes);
    }
}
