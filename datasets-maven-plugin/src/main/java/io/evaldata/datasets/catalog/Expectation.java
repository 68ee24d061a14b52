package io.evaldata.datasets.catalog;

import io.evaldata.datasets.io.Checksum;
import java.util.Set;

/** What the published dataset is known to consist of; replaced as a whole by a catalogue that describes other data. */
public sealed interface Expectation {

    /** The scopes it holds in. */
    Set<Scope> scopes();

    /** Exactly so many files match. */
    record Count(PathPattern glob, long count, Set<Scope> scopes) implements Expectation {}

    /** A file is a JSON array of so many elements. */
    record Entries(String file, long count, Set<Scope> scopes) implements Expectation {}

    /** A file has this digest. */
    record Digest(String file, Checksum checksum, Set<Scope> scopes) implements Expectation {}
}
