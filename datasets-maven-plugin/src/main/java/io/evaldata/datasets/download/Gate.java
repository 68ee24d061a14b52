package io.evaldata.datasets.download;

import io.evaldata.datasets.catalog.Access;
import java.util.Optional;

/**
 * What stands between the user and a file.
 *
 * @param access who may fetch it
 * @param page where access is asked for or terms are read, for messages; empty when there is none
 */
public record Gate(Access access, Optional<String> page) {
    /** No gate. */
    public static final Gate OPEN = new Gate(Access.OPEN, Optional.empty());
}
