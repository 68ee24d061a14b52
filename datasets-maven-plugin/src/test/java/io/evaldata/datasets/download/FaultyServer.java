package io.evaldata.datasets.download;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/**
 * An HTTP/1.1 server on loopback that serves byte arrays, misbehaves as told, and remembers what it was asked and what it
 * sent. Written on raw sockets, as only those can lie about lengths and break off anywhere.
 *
 * <p>Safe for use by several threads. Nothing leaves the machine.
 */
public final class FaultyServer implements AutoCloseable {
    private final ServerSocket socket;
    private final String scheme;
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong bodyBytes = new AtomicLong();
    private volatile boolean nameless;

    /** What the server does with one request. */
    @FunctionalInterface
    public interface Behaviour {
        /** Writes the whole answer; returns false to close the connection after it. */
        boolean answer(Request request, Reply reply) throws IOException;
    }

    /**
     * A request as it came.
     *
     * @param number how many requests for this path came before it
     * @param headers by name in any case
     * @param form the body of a POST
     */
    public record Request(String method, String path, Map<String, String> headers, String form, int number) {
        /** The value of a header field; empty when it was not sent. */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /** First byte of the range that was asked for, or 0. */
        public long from() {
            String range = header("Range");
            return range.isEmpty() ? 0 : Long.parseLong(range.substring(6, range.indexOf('-')));
        }

        /** First byte behind the range that was asked for, or the given size. */
        public long to(long size) {
            String range = header("Range");
            String end = range.isEmpty() ? "" : range.substring(range.indexOf('-') + 1);
            return end.isEmpty() ? size : Math.min(size, Long.parseLong(end) + 1);
        }
    }

    /** Where an answer is written. */
    public final class Reply {
        private final OutputStream out;

        Reply(OutputStream out) {
            this.out = out;
        }

        /** Writes status line and header fields, given as {@code Name: value}. */
        public void head(int status, String... fields) throws IOException {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
            for (String field : fields) {
                if (!nameless || !field.startsWith("ETag:")) {
                    head.append(field).append("\r\n");
                }
            }
            out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        /** Writes part of a body and counts it. */
        public void body(byte[] content, long from, long to) throws IOException {
            int block = 1 << 14;
            for (long at = from; at < to; at += block) {
                int length = (int) Math.min(block, to - at);
                out.write(content, (int) at, length);
                out.flush();
                bodyBytes.addAndGet(length);
            }
        }

        /** Begins an answer with the range that was asked for of a file of that size; the body is still to be written. */
        public void headOfRange(Request request, long size, String... fields) throws IOException {
            long from = request.from();
            long to = request.to(size);
            List<String> all = new ArrayList<>(List.of(fields));
            all.add("Content-Length: " + (to - from));
            all.add("Content-Range: bytes " + from + "-" + (to - 1) + "/" + size);
            head(206, all.toArray(String[]::new));
        }

        /** A complete small answer. */
        public boolean text(int status, String text, String... fields) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            String[] all = new String[fields.length + 1];
            System.arraycopy(fields, 0, all, 0, fields.length);
            all[fields.length] = "Content-Length: " + bytes.length;
            head(status, all);
            body(bytes, 0, bytes.length);
            return true;
        }
    }

    private FaultyServer(ServerSocket socket, String scheme) {
        this.socket = socket;
        this.scheme = scheme;
        daemon(this::accept);
    }

    /** Starts a server over plain HTTP. */
    public static FaultyServer start() {
        try {
            return new FaultyServer(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), "http");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server over TLS. */
    public static FaultyServer startSecure(SSLContext tls) throws IOException {
        ServerSocketFactory sockets = tls.getServerSocketFactory();
        return new FaultyServer(sockets.createServerSocket(0, 200, InetAddress.getLoopbackAddress()), "https");
    }

    /** Serves the content at the path as a good server does: ranges, a strong entity tag, {@code If-Range}. */
    public FaultyServer serve(String path, byte[] content) {
        return on(path, good(content, "\"v1\""));
    }

    /** From now on no answer says which version of a file it is of, whatever it would say. */
    public void namesNoVersions() {
        nameless = true;
    }

    /** Does something at the path. */
    public FaultyServer on(String path, Behaviour behaviour) {
        behaviours.put(path, behaviour);
        return this;
    }

    /** What a good server does with the content, which it calls by the entity tag. */
    public static Behaviour good(byte[] content, String tag) {
        return (request, reply) -> {
            partial(request, reply, content, tag, Long.MAX_VALUE);
            return true;
        };
    }

    /** A good server that breaks the connection off after so many bytes of each body. */
    public static Behaviour cutting(byte[] content, String tag, long after) {
        return (request, reply) -> {
            partial(request, reply, content, tag, after);
            return request.to(content.length) - request.from() <= after;
        };
    }

    /** A server that knows no ranges. */
    public static Behaviour wholeOnly(byte[] content) {
        return (request, reply) -> {
            reply.head(200, "Content-Length: " + content.length);
            reply.body(content, 0, content.length);
            return true;
        };
    }

    private static void partial(Request request, Reply reply, byte[] content, String tag, long atMost)
            throws IOException {
        String condition = request.header("If-Range");
        boolean ranged = !request.header("Range").isEmpty() && (condition.isEmpty() || condition.equals(tag));
        if (ranged && request.from() >= content.length) {
            reply.text(416, "", "Content-Range: bytes */" + content.length);
            return;
        }
        long from = ranged ? request.from() : 0;
        long to = ranged ? request.to(content.length) : content.length;
        if (ranged) {
            reply.headOfRange(request, content.length, "ETag: " + tag);
        } else {
            reply.head(200, "Content-Length: " + (to - from), "ETag: " + tag, "Accept-Ranges: bytes");
        }
        reply.body(content, from, Math.min(to, from + Math.min(atMost, content.length)));
    }

    /** The address of a path. */
    public URI uri(String path) {
        return URI.create(base() + path);
    }

    /** The address of the server, without a slash at its end. */
    public String base() {
        return scheme + "://" + authority();
    }

    /** Host and port. */
    public String authority() {
        return "localhost:" + socket.getLocalPort();
    }

    /** All requests so far. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Bytes of bodies sent so far. */
    public long bytesSent() {
        return bodyBytes.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                daemon(() -> converse(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "faulty-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void converse(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            Reply reply = new Reply(new BufferedOutputStream(connection.getOutputStream(), 1 << 15));
            boolean more = true;
            while (more) {
                String line = line(in);
                if (line.isEmpty()) {
                    return;
                }
                Request request = read(line, in);
                requests.add(request);
                more = behaviours
                        .getOrDefault(request.path(), (r, to) -> to.text(404, "no such file"))
                        .answer(request, reply);
            }
        } catch (SocketException e) {
            // The client went away: that is its right.
            connections.remove(connection);
        } catch (IOException e) {
            connections.remove(connection);
        }
    }

    private Request read(String requestLine, InputStream in) throws IOException {
        String[] words = requestLine.split(" ", 3);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        String form = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        String path = words[1].startsWith("http") ? URI.create(words[1]).getRawPath() : words[1];
        int number = (int) requests.stream().filter(r -> r.path().equals(path)).count();
        return new Request(words[0].toUpperCase(Locale.ROOT), path, headers, form, number);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
