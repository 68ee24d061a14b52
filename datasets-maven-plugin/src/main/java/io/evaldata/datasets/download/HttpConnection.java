package io.evaldata.datasets.download;

import io.evaldata.datasets.download.HttpTransport.Route;
import io.evaldata.datasets.download.Transport.Answer;
import io.evaldata.datasets.download.Transport.Headers;
import io.evaldata.datasets.download.Transport.Question;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** One connection: asks a question, gives the answer, and is kept for the next when the body was read to its end. */
final class HttpConnection {
    private static final int HEAD_LIMIT = 1 << 16;
    private static final int BUFFER = 1 << 14;

    private final Route route;
    private final HttpTransport.Settings settings;
    private final Socket socket;
    private final InputStream in;
    private boolean used;
    private long idleSince;

    /** A kept connection that the server had closed in the meantime; nothing was answered on it. */
    static final class StaleException extends IOException {
        StaleException(IOException cause) {
            super("the kept connection was closed", cause);
        }
    }

    private HttpConnection(Route route, HttpTransport.Settings settings, Socket socket) throws IOException {
        this.route = route;
        this.settings = settings;
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    static HttpConnection connect(Route route, HttpTransport.Settings settings) throws IOException {
        Socket socket = route.proxy().isPresent()
                ? dial(route.proxy().get().host(), route.proxy().get().port(), settings)
                : dial(route.host(), route.port(), settings);
        try {
            if (route.secure()) {
                if (route.proxy().isPresent()) {
                    tunnel(socket, route, route.proxy().get(), settings);
                }
                socket = secure(socket, route, settings);
            }
            return new HttpConnection(route, settings, socket);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket dial(String host, int port, HttpTransport.Settings settings) throws IOException {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        IOException failed = new UnknownHostException(host);
        for (InetAddress address : InetAddress.getAllByName(bare)) {
            // A channel's socket, unlike a plain one, ends its waits when the thread is interrupted.
            Socket socket = SocketChannel.open().socket();
            try {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout((int) settings.idleTimeout().toMillis());
                socket.connect(new InetSocketAddress(address, port), (int)
                        settings.connectTimeout().toMillis());
                return socket;
            } catch (IOException e) {
                socket.close();
                failed = new ConnectException("cannot connect to " + host + ":" + port + ": " + e.getMessage());
                failed.initCause(e);
            }
        }
        throw failed;
    }

    private static Socket secure(Socket plain, Route route, HttpTransport.Settings settings) throws IOException {
        SSLSocket socket =
                (SSLSocket) settings.tls().getSocketFactory().createSocket(plain, route.host(), route.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** Asks the proxy for a way through (RFC 9110, 9.3.6). Read byte by byte, as what follows belongs to TLS. */
    private static void tunnel(Socket socket, Route route, HttpProxy proxy, HttpTransport.Settings settings)
            throws IOException {
        String authority = route.host() + ":" + route.port();
        StringBuilder head = new StringBuilder("CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n");
        field(head, "User-Agent", settings.userAgent());
        proxyLogin(head, proxy);
        socket.getOutputStream().write(bytes(head.append("\r\n")));
        Head answer = Head.read(socket.getInputStream(), socket.getInputStream().read());
        if (answer.status() / 100 != 2) {
            String reason =
                    answer.status() == 407 ? "wants other credentials" : "refused with status " + answer.status();
            throw new ConnectException(
                    "the proxy " + proxy.host() + ":" + proxy.port() + " " + reason + " for " + authority);
        }
    }

    Route route() {
        return route;
    }

    Duration idleFor() {
        return Duration.ofNanos(System.nanoTime() - idleSince);
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing is lost with a connection that cannot even be closed.
            idleSince = 0;
        }
    }

    /** Asks; {@code keep} is given this connection when it is free again. */
    Answer exchange(Question question, Consumer<HttpConnection> keep) throws IOException {
        try {
            Head head = headOfAnswer(question);
            return new StreamedAnswer(head, body(head), keep);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private Head headOfAnswer(Question question) throws IOException {
        Head head = Head.read(in, ask(question));
        while (head.status() / 100 == 1) {
            head = Head.read(in, in.read());
        }
        return head;
    }

    /** Sends the question and waits for the first byte of the answer, which is returned. */
    private int ask(Question question) throws IOException {
        boolean kept = used;
        used = true;
        try {
            socket.getOutputStream().write(request(question));
            int first = in.read();
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

    private InputStream body(Head head) throws IOException {
        if (head.status() == 204 || head.status() == 304) {
            return new HttpBody.Fixed(in, 0);
        }
        Optional<String> coding = head.headers().first("Transfer-Encoding");
        if (coding.isPresent()) {
            if (!coding.get().equalsIgnoreCase("chunked")) {
                throw new IOException("unknown transfer coding " + coding.get());
            }
            return new HttpBody.Chunked(in);
        }
        OptionalLong length = head.headers().number("Content-Length");
        return length.isPresent() ? new HttpBody.Fixed(in, length.getAsLong()) : new HttpBody.UntilClosed(in);
    }

    private final class StreamedAnswer implements Answer {
        private final Head head;
        private final InputStream body;
        private final Consumer<HttpConnection> keep;
        private boolean open = true;

        StreamedAnswer(Head head, InputStream body, Consumer<HttpConnection> keep) {
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
        public InputStream body() {
            return body;
        }

        @Override
        public void close() {
            synchronized (this) {
                if (!open) {
                    return;
                }
                open = false;
            }
            if (head.persistent() && ((HttpBody) body).ended()) {
                idleSince = System.nanoTime();
                keep.accept(HttpConnection.this);
            } else {
                HttpConnection.this.close();
            }
        }
    }

    /** The status line and header fields of an answer. */
    record Head(boolean http11, int status, Headers headers) {

        /** Reads a head whose first byte has been read already. */
        static Head read(InputStream in, int first) throws IOException {
            int[] left = {HEAD_LIMIT};
            String statusLine = (char) first + line(in, left);
            String[] words = statusLine.split(" ", 3);
            if (!statusLine.startsWith("HTTP/1.") || words.length < 2 || !words[1].matches("[1-5][0-9][0-9]")) {
                throw new IOException("the server does not speak HTTP/1");
            }
            Headers headers = new Headers();
            for (String line = line(in, left); !line.isEmpty(); line = line(in, left)) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    headers.put(
                            line.substring(0, colon).strip(),
                            line.substring(colon + 1).strip());
                }
            }
            return new Head(words[0].equals("HTTP/1.1"), Integer.parseInt(words[1]), headers);
        }

        /** One line without its end; {@code left} is how many more bytes of head are accepted. */
        static String line(InputStream in, int[] left) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new EOFException("the connection was closed within the head of an answer");
                }
                if (--left[0] < 0) {
                    throw new IOException("the head of the answer does not end");
                }
                line.append((char) b);
            }
            int length = line.length();
            return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
        }

        boolean persistent() {
            return http11 && !headers.first("Connection").orElse("").equalsIgnoreCase("close");
        }
    }
}
