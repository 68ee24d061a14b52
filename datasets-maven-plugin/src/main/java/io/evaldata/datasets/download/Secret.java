package io.evaldata.datasets.download;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A password or token that never shows itself: not in a message, not in a log, not in a debugger's summary. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Wraps the value; leading and trailing blanks, as editors leave them in token files, are dropped. */
    public static Secret of(String value) {
        return new Secret(value.strip());
    }

    /** Whether there is nothing in it. */
    boolean isEmpty() {
        return value.isEmpty();
    }

    /** The value of an {@code Authorization} header for a bearer token (RFC 6750). */
    String bearer() {
        return "Bearer " + value;
    }

    /** The value of an {@code Authorization} header for user and password (RFC 7617, in UTF-8). */
    String basic(String user) {
        byte[] pair = (user + ":" + value).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** The value itself, for the body of a login form. */
    String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
