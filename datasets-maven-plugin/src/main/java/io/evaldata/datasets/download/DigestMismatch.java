package io.evaldata.datasets.download;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.io.Checksum;
import java.util.Optional;
import java.util.Set;

/** A file is not the one that a digest describes: either the file is wrong, or the digest is. */
public final class DigestMismatch extends DatasetsException {
    private final String file;
    private final Set<Checksum> broken;

    /**
     * A failure for want of the right file.
     *
     * @param broken the expected digests that do not hold
     */
    DigestMismatch(String message, String remedy, String file, Set<Checksum> broken) {
        super(message, remedy);
        this.file = file;
        this.broken = Set.copyOf(broken);
    }

    /** The name of the file, as its dataset has it. */
    public String file() {
        return file;
    }

    /** Whether the digest is one of those that do not hold. */
    public boolean breaks(Checksum expected) {
        return broken.contains(expected);
    }

    /** The first among the causes of a failure and what was tried beside them. */
    public static Optional<DigestMismatch> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DigestMismatch mismatch) {
                return Optional.of(mismatch);
            }
            for (Throwable beside : cause.getSuppressed()) {
                Optional<DigestMismatch> found = in(beside);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
