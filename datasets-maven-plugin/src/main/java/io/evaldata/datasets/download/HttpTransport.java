package io.evaldata.datasets.download;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * HTTP/1.1 (RFC 9112) over plain and TLS sockets, with a pool of kept connections.
 *
 * <p>Written for moving large bodies: bytes go from the socket into the caller's buffer with nothing in between, closing an
 * answer ends it at once, and every setting belongs to the instance. The ready-made clients each fail one of our needs;
 * see CONTRIBUTING.
 */
final class HttpTransport implements Transport {
    private static final Duration KEPT_FOR = Duration.ofSeconds(15);

    private final Settings settings;
    private final Map<Route, Deque<HttpConnection>> idle = new HashMap<>();
    private final Watchdog watchdog;
    private boolean closed;

    /**
     * How connections are made.
     *
     * @param connectTimeout for each address of a host
     * @param idleTimeout how long a server may be silent, before and within an answer
     * @param tls trust and keys for https; asked for when first needed, as the platform's take a tenth of a second
     * @param proxies the proxy for an address, when there is one
     * @param userAgent what we call ourselves
     */
    record Settings(
            Duration connectTimeout,
            Duration idleTimeout,
            Supplier<SSLContext> tls,
            Function<URI, Optional<HttpProxy>> proxies,
            String userAgent) {}

    /** Where a connection leads, and through which proxy; connections of equal routes may serve each other's questions. */
    record Route(boolean secure, String host, int port, Optional<HttpProxy> proxy) {

        static Route to(URI address, Optional<HttpProxy> proxy) throws IOException {
            boolean secure = address.getScheme().toLowerCase(Locale.ROOT).equals("https");
            if (address.getHost() == null) {
                throw new IOException("no host in the address " + address);
            }
            int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
            return new Route(secure, address.getHost(), port, proxy);
        }

        // Written out: what Java makes of a record at first use takes it milliseconds before the first byte.
        @Override
        public boolean equals(Object other) {
            return other instanceof Route that
                    && secure == that.secure
                    && host.equals(that.host)
                    && port == that.port
                    && proxy.equals(that.proxy);
        }

        @Override
        public int hashCode() {
            return 31 * host.hashCode() + port;
        }
    }

    HttpTransport(Settings settings) {
        this.settings = settings;
        this.watchdog = new Watchdog(settings.idleTimeout());
    }

    @Override
    public Answer open(Question question) throws IOException {
        URI address = question.address();
        Route route = Route.to(address, settings.proxies().apply(address));
        Optional<HttpConnection> kept = question.form().isPresent() ? Optional.empty() : takeIdle(route);
        while (kept.isPresent()) {
            try {
                return kept.get().exchange(question, this::keep);
            } catch (HttpConnection.StaleException e) {
                kept = takeIdle(route);
            }
        }
        return HttpConnection.connect(route, settings, watchdog).exchange(question, this::keep);
    }

    private synchronized Optional<HttpConnection> takeIdle(Route route) {
        Deque<HttpConnection> connections = idle.getOrDefault(route, new ArrayDeque<>());
        while (!connections.isEmpty()) {
            HttpConnection connection = connections.pop();
            if (connection.idleFor().compareTo(KEPT_FOR) < 0) {
                return Optional.of(connection);
            }
            connection.close();
        }
        return Optional.empty();
    }

    private synchronized void keep(HttpConnection connection) {
        if (closed) {
            connection.close();
        } else {
            idle.computeIfAbsent(connection.route(), route -> new ArrayDeque<>())
                    .push(connection);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.values().forEach(connections -> connections.forEach(HttpConnection::close));
        idle.clear();
        watchdog.close();
    }
}
