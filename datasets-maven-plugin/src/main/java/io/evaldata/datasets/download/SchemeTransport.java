package io.evaldata.datasets.download;

import java.io.IOException;
import java.util.Locale;

/** Picks the transport that an address's scheme asks for. */
final class SchemeTransport implements Transport {
    private final Transport web;
    private final Transport files = new FileTransport();

    SchemeTransport(Transport web) {
        this.web = web;
    }

    @Override
    public Answer open(Question question) throws IOException {
        String scheme = String.valueOf(question.address().getScheme()).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "http", "https" -> web.open(question);
            case "file" -> files.open(question);
            default -> throw new Refusal(Refusal.Meaning.GONE, "is an address of an unknown kind, " + scheme + ":");
        };
    }

    @Override
    public void close() throws IOException {
        web.close();
        files.close();
    }
}
