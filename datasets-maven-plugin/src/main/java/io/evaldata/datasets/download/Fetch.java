package io.evaldata.datasets.download;

import io.evaldata.datasets.io.ByteSource;
import java.io.IOException;

/** A file on its way into the cache, or already there. Safe for use by several threads. */
public interface Fetch extends AutoCloseable {

    /** What is being fetched. */
    FetchRequest request();

    /**
     * Opens the bytes of the file, which may still be arriving: a read waits for what it needs, and what is waited for
     * or {@linkplain ByteSource#expect expected} is fetched first. When the fetch fails every waiting and later read
     * throws the reason. Close it after use.
     *
     * <p>The bytes are not proven before {@link #await} returned: whoever uses them earlier keeps the result to himself
     * until then.
     */
    ByteSource bytes() throws IOException;

    /**
     * Waits until the file is complete and its digests hold, or, when only parts are fetched, until all expected parts
     * are there.
     *
     * @throws io.evaldata.datasets.DatasetsException when it cannot be had, with what to do
     */
    Fetched await() throws IOException, InterruptedException;

    /**
     * Where only parts are being fetched: from now on the whole file is, and proven. What is there of it stays, and so do the
     * connections. Does nothing otherwise.
     */
    void whole();

    /**
     * Gives up when it is still under way and nobody else waits for it. What has arrived stays, to be resumed.
     */
    @Override
    void close();
}
