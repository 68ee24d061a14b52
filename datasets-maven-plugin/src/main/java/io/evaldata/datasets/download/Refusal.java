package io.evaldata.datasets.download;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** An answer that is not the bytes that were asked for, and what that means for the next try. */
final class Refusal extends IOException {
    private final Meaning meaning;
    private final Optional<Duration> retryAfter;
    private final String remedy;

    /** What a refusal means. */
    enum Meaning {
        /** Try again, this may pass. */
        PASSING,
        /** Try again later and with fewer connections. */
        BUSY,
        /** This address is of no use. */
        GONE,
        /** This address wants a login or an accepted licence. */
        GATED,
        /** The file is not the one of which there are bytes already. */
        CHANGED,
        /** A part of the file, of which nothing tells whether the next part would be of the same file. */
        NAMELESS_PART
    }

    Refusal(Meaning meaning, String message) {
        this(meaning, message, Optional.empty(), "");
    }

    Refusal(Meaning meaning, String message, Optional<Duration> retryAfter) {
        this(meaning, message, retryAfter, "");
    }

    private Refusal(Meaning meaning, String message, Optional<Duration> retryAfter, String remedy) {
        super(message);
        this.meaning = meaning;
        this.retryAfter = retryAfter;
        this.remedy = remedy;
    }

    /** A server wants a login, and this is how the user gets and gives it one. */
    static Refusal gated(String message, String remedy) {
        return new Refusal(Meaning.GATED, message, Optional.empty(), remedy);
    }

    /** What the user can do; empty when there is nothing to advise. */
    String remedy() {
        return remedy;
    }

    Meaning meaning() {
        return meaning;
    }

    /** How long the server wants us to wait. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
