package io.evaldata.datasets.download;

import static io.evaldata.datasets.download.FetchTesting.content;
import static io.evaldata.datasets.download.FetchTesting.proven;
import static io.evaldata.datasets.download.FetchTesting.read;
import static io.evaldata.datasets.download.FetchTesting.request;
import static io.evaldata.datasets.download.FetchTesting.sleep;
import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.download.FaultyServer.Behaviour;
import io.evaldata.datasets.io.ProcessLock;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a fetch is waiting for, an interrupt ends the wait at once, and everything that was started with it. */
@Timeout(60)
class InterruptedFetchTest {
    private static final byte[] FILE = content(9_000_000);
    private static final Duration AT_ONCE = Duration.ofMillis(1500);
    private static final int HALF = FILE.length / 2;

    @TempDir
    Path cache;

    @AutoClose
    private final FaultyServer server = FaultyServer.start();

    private final CountDownLatch reached = new CountDownLatch(1);

    /** What waits. */
    @FunctionalInterface
    private interface Wait {
        void begin(Fetch fetch) throws IOException, InterruptedException;
    }

    private static Fetcher.Builder patient(Path cache) {
        return Fetcher.into(Cache.at(cache, Optional.empty())).connections(4);
    }

    private FetchRequest file() {
        return request(proven(FILE), server.uri("/f"));
    }

    /** Answers when the test is about to interrupt. */
    private Behaviour waitingAt(Behaviour behaviour) {
        return (request, reply) -> {
            reached.countDown();
            return behaviour.answer(request, reply);
        };
    }

    private void endsAtOnce(Fetcher.Builder builder, FetchRequest request) throws Exception {
        endsAtOnce(builder, request, Fetch::await);
    }

    private void endsAtOnce(Fetcher.Builder builder, FetchRequest request, Wait wait) throws Exception {
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread user = new Thread(() -> {
            try (Fetcher fetcher = builder.open();
                    Fetch fetch = fetcher.start(request, FetchListener.NONE)) {
                wait.begin(fetch);
            } catch (IOException | InterruptedException | RuntimeException e) {
                end.set(e);
            }
        });
        user.start();
        assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
        Thread.sleep(200);
        long start = System.nanoTime();
        user.interrupt();
        user.join(20_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
        assertThat(end.get()).isInstanceOfAny(InterruptedException.class, InterruptedIOException.class);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("datasets-fetch")) {
                thread.join(AT_ONCE.toMillis());
                assertThat(thread.isAlive()).as(thread.toString()).isFalse();
            }
        }
        try (ProcessLock free = ProcessLock.tryAcquire(
                        Cache.at(cache, Optional.empty()).entry(request).lock())
                .orElseThrow()) {
            assertThat(free).isNotNull();
        }
    }

    private static void stall() {
        sleep(Duration.ofSeconds(20));
    }

    private void serveHalfThenStall() {
        server.on("/f", (request, reply) -> {
            boolean whole = request.to(FILE.length) <= HALF;
            if (!whole) {
                reply.head(
                        206,
                        "ETag: \"v1\"",
                        "Content-Range: bytes " + request.from() + "-" + (request.to(FILE.length) - 1) + "/"
                                + FILE.length);
                reached.countDown();
                stall();
                return false;
            }
            return FaultyServer.good(FILE, "\"v1\"").answer(request, reply);
        });
    }

    @Test
    void waitingForBytes() throws Exception {
        serveHalfThenStall();
        endsAtOnce(patient(cache), file());
    }

    @Test
    void readingBytesThatHaveNotArrived() throws Exception {
        serveHalfThenStall();
        endsAtOnce(patient(cache), file(), fetch -> read(fetch.bytes(), FILE.length - 10, 10));
    }

    @Test
    void waitingForTheFirstBytes() throws Exception {
        server.on("/f", waitingAt((request, reply) -> {
            stall();
            return false;
        }));
        endsAtOnce(patient(cache), file(), fetch -> read(fetch.bytes(), 0, 10));
    }

    @Test
    void waitingAsLongAsTheServerWishes() throws Exception {
        server.on("/f", waitingAt((request, reply) -> reply.text(429, "later", "Retry-After: 200")));
        endsAtOnce(patient(cache), file());
    }

    @Test
    void waitingForAnotherProcess() throws Exception {
        Cache shared = Cache.at(cache, Optional.empty());
        shared.create(shared.entry(file()));
        Process other =
                FetchTesting.fork(LockMain.class, shared.entry(file()).lock().toString());
        assertThat(other.inputReader().readLine()).isEqualTo("locked");
        FetchListener listener = new FetchListener() {
            @Override
            public void waitingForProcess(FetchRequest request) {
                reached.countDown();
            }
        };
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread user = new Thread(() -> {
            try (Fetcher fetcher = patient(cache).open();
                    Fetch fetch = fetcher.start(file(), listener)) {
                fetch.await();
            } catch (IOException | InterruptedException | RuntimeException e) {
                end.set(e);
            }
        });
        user.start();
        assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
        long start = System.nanoTime();
        user.interrupt();
        user.join(20_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
        assertThat(end.get()).isInstanceOf(InterruptedException.class);
        other.destroyForcibly();
    }

    @Test
    void waitingForAHandshake() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            acceptOne(silent);
            URI address = URI.create("https://localhost:" + silent.getLocalPort() + "/f");
            endsAtOnce(patient(cache), request(proven(FILE), address));
        }
    }

    @Test
    void waitingForAProxyToOpenATunnel() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            acceptOne(silent);
            HttpProxy proxy = new HttpProxy("localhost", silent.getLocalPort(), Optional.empty());
            URI address = URI.create("https://secure.invalid/f");
            endsAtOnce(patient(cache).proxies(uri -> Optional.of(proxy)), request(proven(FILE), address));
        }
    }

    private void acceptOne(ServerSocket silent) {
        Thread accepting = new Thread(() -> {
            try {
                Socket connection = silent.accept();
                reached.countDown();
                connection.getInputStream().readAllBytes();
            } catch (IOException e) {
                // The test is over.
                return;
            }
        });
        accepting.setDaemon(true);
        accepting.start();
    }

    @Test
    void waitingForAConnection() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Nobody accepts: once the queue is full, the next one who connects waits.
            for (int i = 0; i < 2; i++) {
                waiting.add(new Socket(full.getInetAddress(), full.getLocalPort()));
            }
            reached.countDown();
            URI address = URI.create("http://127.0.0.1:" + full.getLocalPort() + "/f");
            endsAtOnce(patient(cache), request(proven(FILE), address));
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void waitingForATurnAtTheHost() throws Exception {
        serveHalfThenStall();
        endsAtOnce(patient(cache).connectionsPerHost(1), file());
    }
}
