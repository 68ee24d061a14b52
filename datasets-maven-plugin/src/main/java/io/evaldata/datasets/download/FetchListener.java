package io.evaldata.datasets.download;

import java.net.URI;

/** Told what happens to a fetch. Called from many threads at once, often; must be quick and must not throw. */
public interface FetchListener {
    /** Listens to nothing. */
    FetchListener NONE = new FetchListener() {};

    /** Another process is fetching the same file; this one waits for it. */
    default void waitingForProcess(FetchRequest request) {}

    /**
     * Bytes are about to move.
     *
     * @param from the address that answered, without query
     * @param total size of the file, or -1 when the server does not say
     * @param present bytes of it that an earlier attempt left
     */
    default void started(FetchRequest request, URI from, long total, long present) {}

    /** Some more bytes arrived. */
    default void progressed(FetchRequest request, long bytes) {}

    /** Something went wrong and is tried again. */
    default void retrying(FetchRequest request, String reason) {}

    /** What had arrived turned out wrong and is fetched anew. */
    default void corrupted(FetchRequest request, String reason) {}

    /** The file is there and proven. */
    default void finished(FetchRequest request, Fetched fetched) {}
}
