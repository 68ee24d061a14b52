package io.evaldata.datasets.download;

import io.evaldata.datasets.download.Refusal.Meaning;
import io.evaldata.datasets.download.Transport.Answer;
import io.evaldata.datasets.download.Transport.Headers;
import io.evaldata.datasets.download.Transport.Question;
import io.evaldata.datasets.io.ByteRange;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Asks an address for a range of a file, with our login where it belongs, through redirects, and judges the answer.
 *
 * <p>A login goes to the server it is for and is dropped when a redirect leaves that server.
 */
final class Asker {
    private static final int MAX_REDIRECTS = 10;

    private final Transport transport;
    private final Logins logins;
    private final Clock clock;

    Asker(Transport transport, Logins logins, Clock clock) {
        this.transport = transport;
        this.logins = logins;
        this.clock = clock;
    }

    /**
     * Asks for the range.
     *
     * @param origin the address, which learns where redirects lead
     * @param wanted a range that is not empty
     * @param condition value for {@code If-Range}
     * @throws Refusal when the answer is anything but bytes of the file
     */
    Delivery ask(FetchRequest request, Origin origin, ByteRange wanted, Optional<String> condition) throws IOException {
        Map<String, String> headers = new HashMap<>();
        headers.put("Range", "bytes=" + wanted.offset() + "-" + (wanted.end() - 1));
        condition.ifPresent(value -> headers.put("If-Range", value));
        return ask(request, origin, headers);
    }

    /**
     * Asks for all of the file in one answer.
     *
     * @throws Refusal when the answer is anything but bytes of the file
     */
    Delivery askForAll(FetchRequest request, Origin origin) throws IOException {
        return ask(request, origin, Map.of());
    }

    private Delivery ask(FetchRequest request, Origin origin, Map<String, String> headers) throws IOException {
        URI start = origin.next();
        try {
            return follow(request, origin, start, headers);
        } catch (Refusal refusal) {
            if (start.equals(origin.asked()) || refusal.meaning() == Meaning.BUSY) {
                throw refusal;
            }
            // Where a redirect led is signed for a while only: ask at the beginning once more.
            origin.forgetRedirect();
            return follow(request, origin, origin.asked(), headers);
        }
    }

    private Delivery follow(FetchRequest request, Origin origin, URI start, Map<String, String> headers)
            throws IOException {
        URI address = start;
        Headers linked = new Headers();
        if (!start.equals(origin.asked())) {
            keepLinked(origin.linked(), linked);
        }
        boolean moved = start.equals(origin.asked());
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            Map<String, String> complete = new HashMap<>(headers);
            if (sameServer(address, origin.asked())) {
                complete.putAll(logins.headers(request.gate(), origin, address));
            }
            Answer answer = transport.open(Question.get(address, complete));
            boolean done = false;
            try {
                if (!isRedirect(answer)) {
                    Delivery delivery = judge(request, origin, address, answer, linked);
                    origin.resolvedTo(address, linked);
                    done = true;
                    return delivery;
                }
                keepLinked(answer.headers(), linked);
                address = target(address, answer);
                moved &= answer.status() == 301 || answer.status() == 308;
                if (moved) {
                    origin.moved(address);
                }
            } finally {
                if (!done) {
                    answer.close();
                }
            }
            if (logins.isLoginPage(request.gate(), origin, address)) {
                logins.forget(request.gate(), origin);
                throw new Refusal(Meaning.PASSING, "the session at " + address.getHost() + " has ended");
            }
        }
        throw new Refusal(Meaning.GONE, "redirects more than " + MAX_REDIRECTS + " times");
    }

    private static boolean isRedirect(Answer answer) {
        return switch (answer.status()) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    private static void keepLinked(Headers from, Headers to) {
        for (String name : new String[] {"X-Linked-Etag", "X-Linked-Size"}) {
            from.first(name).ifPresent(value -> to.put(name, value));
        }
    }

    private static URI target(URI from, Answer answer) throws Refusal {
        String location = answer.headers().first("Location").orElse("");
        URI target;
        try {
            target = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Meaning.GONE, "redirects to something that is no address");
        }
        String scheme = target.getScheme() == null ? "" : target.getScheme().toLowerCase(Locale.ROOT);
        if (scheme.equals("http") && from.getScheme().equalsIgnoreCase("https")) {
            throw new Refusal(Meaning.GONE, "redirects from https to unprotected http at " + target.getHost());
        }
        if (location.isEmpty() || target.getHost() == null || !scheme.matches("https?")) {
            throw new Refusal(Meaning.GONE, "redirects to something that is no web address");
        }
        return target;
    }

    /** Whether what is told to one may be told to the other: same host, and the same port or the step from http to https. */
    static boolean sameServer(URI one, URI other) {
        if (one.getHost() == null || !one.getHost().equalsIgnoreCase(other.getHost())) {
            return false;
        }
        boolean defaultPorts = one.getPort() < 0 && other.getPort() < 0;
        boolean sameScheme = one.getScheme().equalsIgnoreCase(other.getScheme());
        return sameScheme
                ? one.getPort() == other.getPort()
                : defaultPorts && one.getScheme().equalsIgnoreCase("https");
    }

    private Delivery judge(FetchRequest request, Origin origin, URI address, Answer answer, Headers linked)
            throws IOException {
        int status = answer.status();
        boolean redirected = !sameServer(address, origin.asked());
        switch (status) {
            case 200, 206 -> {
                return judgeContent(request, origin, answer, linked);
            }
            case 401, 403 ->
                throw redirected
                        ? new Refusal(Meaning.GONE, "status " + status + " from " + address.getHost())
                        : logins.gated(request, origin, status, answer.headers().first("X-Error-Message"));
            case 416 -> throw rangeRefusal(answer);
            case 408, 425, 500, 502, 504 -> throw new Refusal(Meaning.PASSING, "status " + status, retryAfter(answer));
            case 429, 503 ->
                throw new Refusal(
                        Meaning.BUSY,
                        status == 429 ? "too many requests (status 429)" : "busy (status 503)",
                        retryAfter(answer));
            default -> {
                String absent = "file".equals(address.getScheme()) ? "there is no such file" : "not found (status 404)";
                String reason = status == 404 ? absent : "status " + status;
                throw new Refusal(status > 500 ? Meaning.PASSING : Meaning.GONE, reason);
            }
        }
    }

    private static Refusal rangeRefusal(Answer answer) {
        if (answer.headers().first("Content-Range").orElse("").equals("bytes */0")) {
            return new Refusal(Meaning.GONE, "is an empty file");
        }
        return new Refusal(Meaning.CHANGED, "is shorter than it was (status 416)");
    }

    private Delivery judgeContent(FetchRequest request, Origin origin, Answer answer, Headers linked)
            throws IOException {
        boolean page = answer.headers()
                .first("Content-Type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith("text/html");
        if (page && logins.forget(request.gate(), origin)) {
            throw new Refusal(Meaning.PASSING, "a page instead of the file, as when a session has ended");
        }
        String coding =
                answer.headers().first("Content-Encoding").orElse("identity").toLowerCase(Locale.ROOT);
        // Some servers describe a stored .tar.gz this way; its bytes are still those of the file.
        boolean describesFile = request.expected().kind() == FileKind.GZIP && coding.matches("(x-)?gzip");
        if (!coding.equals("identity") && !describesFile) {
            throw new Refusal(Meaning.GONE, "encodes the file as " + coding + " although it was asked not to");
        }
        return Delivery.of(answer, linked);
    }

    private Optional<Duration> retryAfter(Answer answer) {
        Optional<String> value = answer.headers().first("Retry-After");
        if (answer.headers().number("Retry-After").isPresent()) {
            return Optional.of(
                    Duration.ofSeconds(answer.headers().number("Retry-After").getAsLong()));
        }
        try {
            return value.map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
                    .map(until -> Duration.between(clock.instant(), until.toInstant()))
                    .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
