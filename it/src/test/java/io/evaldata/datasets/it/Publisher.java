package io.evaldata.datasets.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A web server on loopback that stands in for all publishers, {@code /<host>/<path>}, and counts what it hands out. */
final class Publisher implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
    private static final int CHUNK = 1 << 14;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<String> authorizations = ConcurrentHashMap.newKeySet();
    private final AtomicLong sent = new AtomicLong();
    private volatile long bytesPerSecond = Long.MAX_VALUE;
    private long atMost = Long.MAX_VALUE;

    Publisher() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.createContext("/", this::answer);
        server.setExecutor(workers);
        server.start();
    }

    /** Hands out a file where it was published. */
    void publish(URI address, byte[] content) {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        files.put("/" + address.getRawAuthority() + address.getRawPath() + query, content);
    }

    /** Hands out this much on each connection from now on. */
    void slowDownTo(long bytes) {
        bytesPerSecond = bytes;
    }

    /** Hands out this much in all, and a chunk more on each connection; then everybody waits until this is called again. */
    synchronized void stopAt(long bytes) {
        atMost = bytes;
        notifyAll();
    }

    private synchronized void awaitLeave() throws InterruptedException {
        while (sent.get() >= atMost) {
            wait();
        }
    }

    /** What {@code datasets.mirror} names. */
    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Every request so far: address and range. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** What askers said who they are. */
    Set<String> authorizations() {
        return Set.copyOf(authorizations);
    }

    /** How many bytes of files left so far. */
    long sent() {
        return sent.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String address = exchange.getRequestURI().toString();
            String range = exchange.getRequestHeaders().getFirst("Range");
            requests.add(exchange.getRequestMethod() + " " + address + (range == null ? "" : " " + range));
            authorizations.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            byte[] content = files.get(address);
            if (content == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders()
                    .set("ETag", '"' + Digest.sha256(content).substring(0, 32) + '"');
            exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
            Matcher asked = RANGE.matcher(range == null ? "" : range);
            int from = asked.matches() ? Integer.parseInt(asked.group(1)) : 0;
            int to = asked.matches() && !asked.group(2).isEmpty()
                    ? Math.min(content.length, Integer.parseInt(asked.group(2)) + 1)
                    : content.length;
            if (from >= content.length && content.length > 0) {
                exchange.sendResponseHeaders(416, -1);
                return;
            }
            if (asked.matches()) {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + content.length);
            }
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(asked.matches() ? 206 : 200, head ? -1 : to - from);
            if (!head) {
                send(exchange.getResponseBody(), content, from, to);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(OutputStream out, byte[] content, int from, int to) throws IOException, InterruptedException {
        for (int position = from; position < to; position += CHUNK) {
            int length = Math.min(CHUNK, to - position);
            awaitLeave();
            out.write(content, position, length);
            out.flush();
            sent.addAndGet(length);
            if (bytesPerSecond < Long.MAX_VALUE) {
                TimeUnit.NANOSECONDS.sleep(TimeUnit.SECONDS.toNanos(length) / bytesPerSecond);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
