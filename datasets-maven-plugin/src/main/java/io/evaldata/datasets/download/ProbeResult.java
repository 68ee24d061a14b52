package io.evaldata.datasets.download;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one address of a file said to one small question.
 *
 * @param published the address in the catalogue
 * @param asked where it was asked for: the same, or at a mirror
 * @param state the finding
 * @param detail the finding in words, with expected and found where they differ
 * @param movedTo the new address, when the old one says that it is not to be used any more
 * @param bytes size of the file there
 * @param validator what the server calls its version of the file
 * @param parts whether the server serves parts of the file
 * @param answered whether a server said anything at all
 * @param took time until the first bytes
 */
public record ProbeResult(
        URI published,
        URI asked,
        State state,
        String detail,
        Optional<URI> movedTo,
        OptionalLong bytes,
        Optional<String> validator,
        boolean parts,
        boolean answered,
        Duration took) {

    /** How an address is. */
    public enum State {
        /** There and, as far as one can tell without fetching it, unchanged. */
        ALIVE,
        /** There, at a new address. */
        MOVED,
        /** There, but another file than the catalogue or the lock file says. */
        CHANGED,
        /** There, but it wants a login or an accepted licence that we do not have. */
        GATED,
        /** There, but it takes long to answer. */
        SLOW,
        /** Not there. */
        DEAD
    }
}
