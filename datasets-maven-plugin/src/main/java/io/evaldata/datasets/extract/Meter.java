package io.evaldata.datasets.extract;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what one extraction sees and writes, and stops it at its limits; used by all its threads. */
final class Meter {
    private static final long JUDGE_RATIO_FROM = 16L << 20;

    private final Limits limits;
    private final AtomicLong members = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    Meter(Limits limits) {
        this.limits = limits;
    }

    /** One more member was seen. */
    void sawMember(String archive) {
        if (members.incrementAndGet() > limits.maxMembers()) {
            throw BadArchive.bomb(archive, "more than the " + limits.maxMembers() + " members that are allowed");
        }
    }

    /** So many bytes are about to be written. */
    void willWrite(String archive, long count) {
        checkTotal(archive, bytes.addAndGet(count));
    }

    /** Stops an extraction that would write so many bytes, before it starts. */
    void checkTotal(String archive, long total) {
        if (total > limits.maxBytes()) {
            throw BadArchive.bomb(archive, total + " bytes or more to write, expected at most " + limits.maxBytes());
        }
    }

    /** Judges how much has come out of how much. */
    void checkRatio(String archive, long compressed, long unfolded) {
        if (unfolded > JUDGE_RATIO_FROM && unfolded / limits.maxRatio() > compressed) {
            throw BadArchive.bomb(
                    archive,
                    unfolded + " bytes out of " + compressed + ", expected at most " + limits.maxRatio()
                            + " times as much");
        }
    }

    long members() {
        return members.get();
    }

    long bytes() {
        return bytes.get();
    }
}
