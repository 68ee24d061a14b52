package io.evaldata.datasets.download;

import io.evaldata.datasets.DatasetsException;
import java.util.Optional;

/** None of the hosts of a file could be reached: rather the network's fault than the file's. */
public final class HostsUnreachable extends DatasetsException {
    /** The likely cause as a question, where that happens to all there is. */
    public static final String QUESTION = "No host answered: is this machine online, or is a proxy needed?";

    /** A failure for want of a host. */
    HostsUnreachable(String message, String remedy) {
        super(message, remedy);
    }

    /** The one among the causes of a failure, if that is why it failed. */
    public static Optional<HostsUnreachable> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HostsUnreachable unreachable) {
                return Optional.of(unreachable);
            }
        }
        return Optional.empty();
    }
}
