package io.evaldata.datasets.download;

import static io.evaldata.datasets.download.FaultyServer.good;
import static io.evaldata.datasets.download.FetchTesting.content;
import static io.evaldata.datasets.download.FetchTesting.fetch;
import static io.evaldata.datasets.download.FetchTesting.fetcher;
import static io.evaldata.datasets.download.FetchTesting.proven;
import static io.evaldata.datasets.download.FetchTesting.request;
import static io.evaldata.datasets.download.FetchTesting.sleep;
import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.download.FaultyServer.Behaviour;
import io.evaldata.datasets.download.FaultyServer.Reply;
import io.evaldata.datasets.download.FaultyServer.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nobody waits for one connection while others have nothing to do. */
@Timeout(60)
class TakeoverTest {
    private static final byte[] FILE = content(12_000_000);
    private static final Duration SOON = Duration.ofSeconds(12);
    private static final Behaviour GOOD = good(FILE, "\"v1\"");

    @TempDir
    Path cache;

    @AutoClose
    private final FaultyServer server = FaultyServer.start();

    /** Sends so many bytes, then ten every tenth of a second, or nothing more. */
    private static boolean crawl(Request request, Reply reply, long after, boolean atAll) throws IOException {
        long from = request.from();
        long to = request.to(FILE.length);
        reply.headOfRange(request, FILE.length, "ETag: \"v1\"");
        long at = Math.min(to, from + after);
        reply.body(FILE, from, at);
        try {
            while (at < to) {
                Thread.sleep(100);
                if (atAll) {
                    reply.body(FILE, at, Math.min(to, at + 10));
                    at += 10;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void arrivesSoon(Fetcher.Builder fetcher, URI... addresses) throws Exception {
        long start = System.nanoTime();
        Fetched fetched = fetch(fetcher, request(proven(FILE), addresses));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        assertThat(fetched.path()).hasBinaryContent(FILE);
        assertThat(server.bytesSent()).isLessThan(FILE.length * 105L / 100);
    }

    @Test
    void piecesThatStallOrCrawlAreAskedForAgainLongBeforeTheirConnectionsAreGivenUp() throws Exception {
        AtomicInteger later = new AtomicInteger();
        server.on("/f", (request, reply) -> {
            int number = request.from() > 0 ? later.getAndIncrement() : Integer.MAX_VALUE;
            return switch (number) {
                case 0 -> crawl(request, reply, 100_000, false);
                case 1 -> crawl(request, reply, 800_000, true);
                default -> GOOD.answer(request, reply);
            };
        });
        arrivesSoon(fetcher(cache), server.uri("/f"));
    }

    @Test
    void aFastMirrorDoesTheWorkOfASlowOne() throws Exception {
        server.on("/slow", (request, reply) -> crawl(request, reply, 50_000, true));
        server.on("/fast", GOOD);
        arrivesSoon(fetcher(cache), server.uri("/slow"), server.uri("/fast"));
    }

    @Test
    void aDeadMirrorCostsNoConnections() throws Exception {
        server.on("/f", GOOD);
        URI dead = URI.create("http://localhost:1/f");
        arrivesSoon(fetcher(cache), dead, server.uri("/f"));
    }

    @Test
    void allConnectionsGoOnAfterAnOutage() throws Exception {
        long rate = 2_000_000;
        AtomicBoolean away = new AtomicBoolean();
        server.on("/f", (request, reply) -> {
            if (away.get()) {
                return false;
            }
            long from = request.from();
            long to = request.to(FILE.length);
            reply.headOfRange(request, FILE.length, "ETag: \"v1\"");
            for (long at = from; at < to && !away.get(); at += 20_000) {
                reply.body(FILE, at, Math.min(to, at + 20_000));
                sleep(Duration.ofMillis(20_000 * 1000 / rate));
            }
            return !away.get();
        });
        Thread outage = new Thread(() -> {
            sleep(Duration.ofMillis(500));
            away.set(true);
            sleep(Duration.ofMillis(500));
            away.set(false);
        });
        outage.start();
        long start = System.nanoTime();
        fetch(fetcher(cache).pauser(pause -> Thread.sleep(150)), request(proven(FILE), server.uri("/f")));
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("12 MB at 2 MB/s on each of the connections, and the outage")
                .isLessThan(Duration.ofSeconds(5));
        outage.join();
    }
}
