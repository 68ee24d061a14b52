package io.evaldata.datasets.download;

import io.evaldata.datasets.download.Transport.Headers;
import java.io.IOException;

/** The status line and header fields of an answer. */
record HttpHead(boolean http11, int status, Headers headers) {
    private static final int LIMIT = 1 << 16;

    /** Reads a head whose first byte has been read already. */
    static HttpHead read(Wire wire, int first) throws IOException {
        int[] left = {LIMIT};
        String statusLine = (char) first + wire.line(left);
        String[] words = statusLine.split(" ", 3);
        if (!statusLine.startsWith("HTTP/1.") || words.length < 2 || !words[1].matches("[1-5][0-9][0-9]")) {
            throw new IOException("the server does not speak HTTP/1");
        }
        Headers headers = new Headers();
        for (String line = wire.line(left); !line.isEmpty(); line = wire.line(left)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        return new HttpHead(words[0].equals("HTTP/1.1"), Integer.parseInt(words[1]), headers);
    }

    /** Whether the connection can serve another question after this answer. */
    boolean persistent() {
        return http11 && !headers.first("Connection").orElse("").equalsIgnoreCase("close");
    }
}
