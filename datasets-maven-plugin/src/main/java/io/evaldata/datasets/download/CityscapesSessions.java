package io.evaldata.datasets.download;

import io.evaldata.datasets.download.Credentials.Login;
import io.evaldata.datasets.download.Transport.Answer;
import io.evaldata.datasets.download.Transport.Question;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sessions at the Cityscapes site, kept in memory for the host that opened them.
 *
 * <p>As cityscapesScripts' downloader does it: the form at {@code /login/} is fetched for its cookie, user and password
 * are posted to it, and a redirect (302) means success. A session that has ended shows as a page instead of a file; it is
 * then opened once more.
 */
final class CityscapesSessions {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration MAY_HAVE_EXPIRED = Duration.ofMinutes(5);

    private final Transport transport;
    private final Map<String, Session> byAuthority = new HashMap<>();

    /** A session; without a cookie it is to be opened anew. */
    private record Session(Optional<String> cookie, long openedAt, int renewals) {}

    CityscapesSessions(Transport transport) {
        this.transport = transport;
    }

    /** The cookie of the session with the server of the address, which is opened when there is none. */
    synchronized String cookie(URI address, Login login) throws IOException {
        Session session = byAuthority.get(address.getRawAuthority());
        if (session != null && session.cookie().isPresent()) {
            return session.cookie().get();
        }
        String cookie = open(address.resolve("/login/"), login);
        int renewals = session == null ? 0 : session.renewals();
        byAuthority.put(address.getRawAuthority(), new Session(Optional.of(cookie), System.nanoTime(), renewals));
        return cookie;
    }

    /** Gives the session up because it seems to have ended; false when it was opened anew for that reason already. */
    synchronized boolean forget(URI address) {
        Session session = byAuthority.get(address.getRawAuthority());
        if (session == null || session.cookie().isEmpty()) {
            return true;
        }
        Duration age = Duration.ofNanos(System.nanoTime() - session.openedAt());
        if (session.renewals() > 0 && age.compareTo(MAY_HAVE_EXPIRED) < 0) {
            // Another thread may have asked with the old cookie and only now sees what came of it.
            return age.compareTo(FRESH) < 0;
        }
        byAuthority.put(
                address.getRawAuthority(), new Session(Optional.empty(), session.openedAt(), session.renewals() + 1));
        return true;
    }

    private String open(URI form, Login login) throws IOException {
        Map<String, String> cookies = new LinkedHashMap<>();
        try (Answer page = transport.open(Question.get(form, Map.of()))) {
            collect(page, cookies);
        }
        String fields = "username=" + encode(login.user()) + "&password="
                + encode(login.secret().reveal()) + "&submit=Login";
        Map<String, String> headers = cookies.isEmpty() ? Map.of() : Map.of("Cookie", joined(cookies));
        try (Answer answer = transport.open(new Question(form, headers, Optional.of(fields)))) {
            collect(answer, cookies);
            if (answer.status() != 302) {
                throw Refusal.gated(
                        form.getHost() + " does not accept user and password",
                        "Check the <server> entry with the id cityscapes in settings.xml by logging in at " + form
                                + ".");
            }
        }
        return joined(cookies);
    }

    private static void collect(Answer answer, Map<String, String> cookies) {
        answer.headers().first("Set-Cookie").stream().flatMap(String::lines).forEach(line -> {
            String pair = line.split(";", 2)[0];
            int equals = pair.indexOf('=');
            if (equals > 0) {
                cookies.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        });
    }

    private static String joined(Map<String, String> cookies) {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
