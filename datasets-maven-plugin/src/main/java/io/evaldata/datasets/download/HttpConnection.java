package io.evaldata.datasets.download;

import io.evaldata.datasets.download.HttpTransport.Route;
import io.evaldata.datasets.download.Transport.Answer;
import io.evaldata.datasets.download.Transport.Headers;
import io.evaldata.datasets.download.Transport.Question;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** One connection: asks a question, gives the answer, and is kept for the next when the body was read to its end. */
final class HttpConnection {
    private static final int MAX_INTERIM = 20;

    private final Route route;
    private final HttpTransport.Settings settings;
    private final Wire wire;
    private boolean used;
    private long idleSince;

    /** A kept connection that the server had closed in the meantime; nothing was answered on it. */
    static final class StaleException extends IOException {
        StaleException(IOException cause) {
            super("the kept connection was closed", cause);
        }
    }

    private HttpConnection(Route route, HttpTransport.Settings settings, Wire wire) {
        this.route = route;
        this.settings = settings;
        this.wire = wire;
    }

    static HttpConnection connect(Route route, HttpTransport.Settings settings, Watchdog watchdog) throws IOException {
        SocketChannel channel = route.proxy().isPresent()
                ? dial(route.proxy().get().host(), route.proxy().get().port(), settings)
                : dial(route.host(), route.port(), settings);
        Wire wire = new Wire(channel, watchdog);
        try {
            if (route.secure()) {
                if (route.proxy().isPresent()) {
                    tunnel(wire, route, route.proxy().get(), settings);
                }
                wire.secure(settings.tls().get().getSocketFactory(), route.host(), route.port());
            }
            return new HttpConnection(route, settings, wire);
        } catch (IOException | RuntimeException e) {
            wire.close();
            throw e;
        }
    }

    private static SocketChannel dial(String host, int port, HttpTransport.Settings settings) throws IOException {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        IOException failed = new UnknownHostException(host);
        Lookup lookup = new Lookup(InetAddress::getAllByName, settings.connectTimeout());
        for (InetAddress address : lookup.addresses(bare)) {
            SocketChannel channel = SocketChannel.open();
            try {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                // Whoever hangs up, also by being killed, tells the server at once to send no more: a connection
                // that is merely closed gets another round trip's worth of bytes first.
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                int timeout = (int) settings.connectTimeout().toMillis();
                channel.socket().connect(new InetSocketAddress(address, port), timeout);
                return channel;
            } catch (IOException e) {
                channel.close();
                failed = new ConnectException("cannot connect to " + host + ":" + port + ": " + e.getMessage());
                failed.initCause(e);
            }
        }
        throw failed;
    }

    /** Asks the proxy for a way through (RFC 9110, 9.3.6). Nothing follows its answer before we speak. */
    private static void tunnel(Wire wire, Route route, HttpProxy proxy, HttpTransport.Settings settings)
            throws IOException {
        String authority = route.host() + ":" + route.port();
        StringBuilder head = new StringBuilder("CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n");
        field(head, "User-Agent", settings.userAgent());
        proxyLogin(head, proxy);
        wire.write(bytes(head.append("\r\n")));
        HttpHead answer = HttpHead.read(wire, wire.read());
        if (answer.status() == 407 || answer.status() == 401) { // tinyproxy says 401 to a wrong password
            throw proxy.wantsOtherCredentials(authority, answer.status());
        }
        if (answer.status() / 100 == 4) {
            throw proxy.forbids(authority, answer.status());
        }
        if (answer.status() / 100 != 2) {
            throw new ConnectException(
                    "the proxy " + proxy.authority() + " refused with status " + answer.status() + " for " + authority);
        }
    }

    Route route() {
        return route;
    }

    Duration idleFor() {
        return Duration.ofNanos(System.nanoTime() - idleSince);
    }

    void close() {
        wire.close();
    }

    /** Asks; {@code keep} is given this connection when it is free again. */
    Answer exchange(Question question, Consumer<HttpConnection> keep) throws IOException {
        try {
            HttpHead head = headOfAnswer(question);
            if (head.status() == 407 && route.proxy().isPresent()) {
                throw route.proxy().get().wantsOtherCredentials(route.host(), head.status());
            }
            return new StreamedAnswer(head, body(head), keep);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private HttpHead headOfAnswer(Question question) throws IOException {
        HttpHead head = HttpHead.read(wire, ask(question));
        for (int interim = 0; head.status() / 100 == 1; interim++) {
            if (interim == MAX_INTERIM) {
                throw new IOException(route.host() + " announces an answer again and again");
            }
            head = HttpHead.read(wire, wire.read());
        }
        return head;
    }

    /** Sends the question and waits for the first byte of the answer, which is returned. */
    private int ask(Question question) throws IOException {
        boolean kept = used;
        used = true;
        try {
            wire.write(request(question));
            int first = wire.read();
            if (first < 0) {
                throw new EOFException(route.host() + " closed the connection without an answer");
            }
            return first;
        } catch (SocketTimeoutException e) {
            throw new IOException(
                    route.host() + " did not answer within "
                            + settings.idleTimeout().toSeconds() + " s",
                    e);
        } catch (IOException e) {
            throw kept ? new StaleException(e) : e;
        }
    }

    private byte[] request(Question question) {
        URI address = question.address();
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String target = address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
        String authority = address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
        boolean throughProxy = route.proxy().isPresent() && !route.secure();
        StringBuilder head = new StringBuilder(question.form().isPresent() ? "POST " : "GET ")
                .append(throughProxy ? "http://" + authority : "")
                .append(URI.create(target).toASCIIString())
                .append(" HTTP/1.1\r\n");
        field(head, "Host", authority);
        field(head, "User-Agent", settings.userAgent());
        field(head, "Accept", "*/*");
        field(head, "Accept-Encoding", "identity");
        if (throughProxy) {
            proxyLogin(head, route.proxy().get());
        }
        for (Map.Entry<String, String> header : question.headers().entrySet()) {
            field(head, header.getKey(), header.getValue());
        }
        question.form().ifPresent(form -> {
            field(head, "Content-Type", "application/x-www-form-urlencoded");
            field(head, "Content-Length", Integer.toString(form.length()));
        });
        return bytes(head.append("\r\n").append(question.form().orElse("")));
    }

    private static void proxyLogin(StringBuilder head, HttpProxy proxy) {
        proxy.login()
                .ifPresent(login ->
                        field(head, "Proxy-Authorization", login.secret().basic(login.user())));
    }

    private static void field(StringBuilder head, String name, String value) {
        if (value.chars().anyMatch(c -> c < ' ' && c != '\t')) {
            throw new IllegalArgumentException("control character in the value for " + name);
        }
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private HttpBody body(HttpHead head) throws IOException {
        if (head.status() == 204 || head.status() == 304) {
            return new HttpBody.Fixed(wire, 0);
        }
        Optional<String> coding = head.headers().first("Transfer-Encoding");
        if (coding.isPresent()) {
            if (!coding.get().equalsIgnoreCase("chunked")) {
                throw new IOException("unknown transfer coding " + coding.get());
            }
            return new HttpBody.Chunked(wire);
        }
        OptionalLong length = head.headers().number("Content-Length");
        return length.isPresent() ? new HttpBody.Fixed(wire, length.getAsLong()) : new HttpBody.UntilClosed(wire);
    }

    private final class StreamedAnswer implements Answer {
        private final HttpHead head;
        private final HttpBody body;
        private final Consumer<HttpConnection> keep;
        private boolean open = true;

        StreamedAnswer(HttpHead head, HttpBody body, Consumer<HttpConnection> keep) {
            this.head = head;
            this.body = body;
            this.keep = keep;
        }

        @Override
        public int status() {
            return head.status();
        }

        @Override
        public Headers headers() {
            return head.headers();
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return body.read(into);
        }

        @Override
        public void close() {
            synchronized (this) {
                if (!open) {
                    return;
                }
                open = false;
            }
            if (head.persistent() && body.ended()) {
                idleSince = System.nanoTime();
                keep.accept(HttpConnection.this);
            } else {
                HttpConnection.this.close();
            }
        }
    }
}
