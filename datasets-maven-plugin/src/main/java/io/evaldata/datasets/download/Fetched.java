package io.evaldata.datasets.download;

import io.evaldata.datasets.io.Checksum;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that is there.
 *
 * @param path where it lies: in the cache, or where the user put it
 * @param bytes its size
 * @param sha256 its digest; empty only when just parts of it were fetched
 * @param origin where it came from; empty for a file the user put there
 * @param transferred bytes of it that were moved over the wire by this fetch; 0 when it was there
 * @param complete whether the whole file is there, or only the parts that were asked for
 */
public record Fetched(
        Path path,
        long bytes,
        Optional<Checksum> sha256,
        Optional<Provenance> origin,
        long transferred,
        boolean complete) {

    /**
     * Where a file came from, as the lock file pins it.
     *
     * @param url the canonical address, before mirror rules and redirects
     * @param validator what the server calls this version of the file: a strong {@code ETag}, else
     *     {@code Last-Modified}; empty when it gave none
     */
    public record Provenance(URI url, Optional<String> validator) {}
}
