package io.evaldata.datasets.download;

import static io.evaldata.datasets.download.FetchTesting.content;
import static io.evaldata.datasets.download.FetchTesting.digest;
import static io.evaldata.datasets.download.FetchTesting.fetch;
import static io.evaldata.datasets.download.FetchTesting.fetcher;
import static io.evaldata.datasets.download.FetchTesting.proven;
import static io.evaldata.datasets.download.FetchTesting.request;
import static io.evaldata.datasets.download.FetchTesting.sleep;
import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.io.Checksum.Algorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A fetch that was ended in whatever way goes on where it was. */
@Timeout(120)
class ResumeTest {
    private static final byte[] FILE = content(16_000_000);

    @TempDir
    Path cache;

    @AutoClose
    private final FaultyServer server = FaultyServer.start();

    private FetchRequest file() {
        return request(proven(FILE), server.uri("/f"));
    }

    /** Serves at a few MB/s per connection, so that there is time to be killed. */
    private void serveSlowly(byte[] content) {
        server.on("/f", (request, reply) -> {
            long from = request.from();
            long to = request.to(content.length);
            reply.headOfRange(request, content.length, "ETag: \"v1\"");
            for (long at = from; at < to; at += 16_384) {
                reply.body(content, at, Math.min(to, at + 16_384));
                sleep(Duration.ofMillis(15));
            }
            return true;
        });
    }

    private static void awaitBytes(FaultyServer from, long bytes) throws InterruptedException {
        while (from.bytesSent() < bytes) {
            Thread.sleep(5);
        }
    }

    @Test
    void goesOnAfterAProcessWasKilledAnyNumberOfTimes() throws Exception {
        serveSlowly(FILE);
        Random random = new Random(7);
        int kills = 0;
        while (kills < 8 && server.bytesSent() < FILE.length * 0.8) {
            long before = server.bytesSent();
            Process process = fork();
            awaitBytes(server, before + 200_000 + random.nextInt(1_500_000));
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            kills++;
        }
        server.serve("/f", FILE);
        Fetched fetched = fetch(cache, file());
        assertThat(fetched.sha256()).contains(digest(Algorithm.SHA256, FILE));
        assertThat(kills).isGreaterThan(4);
        assertThat(server.bytesSent()).isLessThan((long) (FILE.length * 1.25));
        assertThat(fetched.transferred()).isLessThan(FILE.length);
    }

    private Process fork() throws IOException {
        return FetchTesting.fork(
                FetchMain.class,
                cache.toString(),
                server.uri("/f").toString(),
                digest(Algorithm.SHA256, FILE).hex(),
                "4");
    }

    @Test
    void goesOnAfterAFetchWasGivenUp() throws Exception {
        serveSlowly(FILE);
        giveUpAfter(file(), 3_000_000);
        server.serve("/f", FILE);
        Fetched fetched = fetch(cache, file());
        assertThat(fetched.sha256()).contains(digest(Algorithm.SHA256, FILE));
        assertThat(fetched.transferred()).isLessThan(FILE.length - 2_000_000);
    }

    private void giveUpAfter(FetchRequest request, long bytes) throws Exception {
        try (Fetcher fetcher = fetcher(cache).open();
                Fetch fetch = fetcher.start(request, FetchListener.NONE)) {
            awaitBytes(server, bytes);
            assertThat(fetch.request()).isEqualTo(request);
        }
    }

    @Test
    void startsOverWhenTheFileChangedSinceAndNoDigestWouldTell() throws Exception {
        serveSlowly(FILE);
        FetchRequest unknown = request(Expectation.of(FileKind.ANY), server.uri("/f"));
        giveUpAfter(unknown, 2_000_000);
        byte[] newer = content(FILE.length - 1);
        server.on("/f", FaultyServer.good(newer, "\"v2\""));
        assertThat(fetch(cache, unknown).sha256()).contains(digest(Algorithm.SHA256, newer));
    }

    @Test
    void startsOverWhenWhatWasThereIsDamaged() throws Exception {
        serveSlowly(FILE);
        giveUpAfter(file(), 2_000_000);
        Path part = Cache.at(cache, Optional.empty()).entry(file()).part();
        byte[] zeros = new byte[(int) Files.size(part)];
        Files.write(part, zeros, StandardOpenOption.WRITE);
        server.serve("/f", FILE);
        assertThat(fetch(cache, file()).sha256()).contains(digest(Algorithm.SHA256, FILE));
    }

    @Test
    void trustsNoMoreOfAPieceMapThanItsUndamagedBeginning() throws Exception {
        serveSlowly(FILE);
        giveUpAfter(file(), 3_000_000);
        CacheEntry entry = Cache.at(cache, Optional.empty()).entry(file());
        Files.writeString(entry.map(), "00000000 have 0 16000000\n0badc0", StandardOpenOption.APPEND);
        long before = PieceMap.bytesIn(entry.map(), true);
        assertThat(before).isBetween(1_000_000L, 8_000_000L);
        server.serve("/f", FILE);
        Fetched fetched = fetch(cache, file());
        assertThat(fetched.sha256()).contains(digest(Algorithm.SHA256, FILE));
        assertThat(fetched.transferred()).isEqualTo(FILE.length - before);
        assertThat(List.of(entry.map(), entry.part())).noneMatch(Files::exists);
    }

    /** The digest has passed the beginning by then, and would not see that it was written over. */
    @Test
    void keepsTheBytesThatTheDigestHasSeenWhenAServerSendsTheBeginningOnceMore() throws Exception {
        byte[] forged = FILE.clone();
        Arrays.fill(forged, 0, 1000, (byte) 0);
        server.on("/f", (request, reply) -> {
            if (request.number() < 4) {
                reply.headOfRange(request, FILE.length);
                reply.body(FILE, request.from(), request.to(FILE.length));
                return true;
            }
            sleep(Duration.ofMillis(500)); // for the digest to come up
            reply.head(200, "Content-Length: " + FILE.length);
            reply.body(forged, 0, forged.length);
            return true;
        });
        Fetched fetched = fetch(fetcher(cache).connections(1), file());
        assertThat(Files.readAllBytes(fetched.path())).isEqualTo(FILE);
    }
}
