package io.evaldata.datasets.download;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;

/** What went wrong on a connection, in words. */
final class Trouble {
    private Trouble() {}

    /** Whether no host was reached at all. */
    static boolean isUnreachable(IOException e) {
        return e instanceof ConnectException || e instanceof UnknownHostException;
    }

    /** The reason for a message. */
    static String reason(IOException e) {
        if (e instanceof UnknownHostException) {
            return "no such host: " + e.getMessage(); // which is the bare name
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
