package io.evaldata.datasets.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The bytes of one archive: a file that is there, one that is still arriving, or one of which only parts are fetched.
 *
 * <p>Readers do not know which. A read of bytes that have not arrived waits for them. Safe for use by several threads
 * at once.
 */
public interface ByteSource extends Closeable {

    /** Total number of bytes, or -1 when a server has not said it yet. */
    long size() throws IOException;

    /**
     * Reads at least one byte at the position, waiting until it has arrived.
     *
     * @return the number of bytes read, or -1 at or behind the end
     * @throws IOException when the bytes cannot be had, with the reason the fetching side gave
     */
    int read(long position, ByteBuffer into) throws IOException;

    /**
     * Says which bytes will be read soon, so that a source that fetches can order them. Ranges that are not named are
     * still served when read.
     */
    default void expect(Iterable<ByteRange> ranges) {}

    /** A name for messages: the file name of the archive. */
    String name();
}
