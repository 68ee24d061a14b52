package io.evaldata.datasets.download;

import static io.evaldata.datasets.download.FaultyServer.cutting;
import static io.evaldata.datasets.download.FaultyServer.good;
import static io.evaldata.datasets.download.FaultyServer.wholeOnly;
import static io.evaldata.datasets.download.FetchTesting.content;
import static io.evaldata.datasets.download.FetchTesting.digest;
import static io.evaldata.datasets.download.FetchTesting.fetch;
import static io.evaldata.datasets.download.FetchTesting.fetcher;
import static io.evaldata.datasets.download.FetchTesting.proven;
import static io.evaldata.datasets.download.FetchTesting.request;
import static io.evaldata.datasets.download.FetchTesting.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.download.FaultyServer.Behaviour;
import io.evaldata.datasets.download.FaultyServer.Request;
import io.evaldata.datasets.io.Checksum.Algorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers do wrong, and that the file is right or the error is. */
@Timeout(60)
class FaultsTest {
    private static final byte[] FILE = content(12_000_000);

    @TempDir
    Path cache;

    @AutoClose
    private final FaultyServer server = FaultyServer.start();

    private FetchRequest file() {
        return request(proven(FILE), server.uri("/f"));
    }

    private void arrivesWhole() throws Exception {
        Fetched fetched = fetch(cache, file());
        assertThat(Files.mismatch(fetched.path(), write(FILE))).isEqualTo(-1);
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(cache, "expected", ""), content);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 100_000, 900_000})
    void goesOnWhereTheServerClosedEarly(long after) throws Exception {
        Behaviour cut = cutting(FILE, "\"v1\"", after);
        Behaviour whole = good(FILE, "\"v1\"");
        server.on("/f", (request, reply) -> (request.number() % 2 == 0 ? cut : whole).answer(request, reply));
        arrivesWhole();
        assertThat(server.bytesSent()).isLessThan(FILE.length + 10L * (after + 300_000));
    }

    @Test
    void startsOverWhenTheServerIgnoresRanges() throws Exception {
        server.on("/f", wholeOnly(FILE));
        arrivesWhole();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void readsAServerWithoutRangesThatBreaksOffOnce() throws Exception {
        server.on("/f", (request, reply) -> {
            reply.head(200, "Content-Length: " + FILE.length);
            reply.body(FILE, 0, request.number() == 0 ? 5_000_000 : FILE.length);
            return request.number() > 0;
        });
        arrivesWhole();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504, 429})
    void triesAgainWhenTheServerIsBusy(int status) throws Exception {
        server.on(
                "/f",
                (request, reply) -> request.number() % 3 == 1
                        ? reply.text(status, "wait")
                        : good(FILE, "\"v1\"").answer(request, reply));
        arrivesWhole();
    }

    @Test
    void waitsAsLongAsTheServerWishes() throws Exception {
        server.on(
                "/f",
                (request, reply) -> request.number() == 0
                        ? reply.text(429, "wait", "Retry-After: 7")
                        : good(FILE, "\"v1\"").answer(request, reply));
        List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
        fetch(fetcher(cache).pauser(pauses::add), file());
        assertThat(pauses).contains(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 451})
    void givesUpAtOnceWhenTheFileIsNotThere(int status) {
        server.on("/f", (request, reply) -> reply.text(status, "no"));
        assertThatThrownBy(() -> fetch(cache, file()))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("status " + status)
                .hasMessageContaining(server.base() + "/f");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void takesTheNextAddressWhenOneIsDead() throws Exception {
        server.serve("/g", FILE);
        Fetched fetched = fetch(cache, request(proven(FILE), server.uri("/f"), server.uri("/g")));
        assertThat(fetched.origin()).map(Fetched.Provenance::url).contains(server.uri("/g"));
    }

    @Test
    void givesUpOnAServerThatNeverAnswersRight() {
        server.on("/f", (request, reply) -> false);
        assertThatThrownBy(() -> fetch(cache, file())).hasMessageContaining("times in a row");
        assertThat(server.requests()).hasSizeLessThan(12);
    }

    @Test
    void endsTheWaitForAServerThatStalls() throws Exception {
        server.on("/f", (request, reply) -> {
            if (request.number() > 0) {
                return good(FILE, "\"v1\"").answer(request, reply);
            }
            reply.head(206, "Content-Length: 4000000", "Content-Range: bytes 0-3999999/" + FILE.length, "ETag: \"v1\"");
            reply.body(FILE, 0, 1000);
            sleep(Duration.ofSeconds(20));
            return false;
        });
        fetch(fetcher(cache).idleTimeout(Duration.ofMillis(300)), file());
        assertThat(server.bytesSent()).isLessThan(FILE.length + 100_000L);
    }

    @Test
    void neverStitchesAFileThatChangedInBetween() throws Exception {
        byte[] newer = content(FILE.length - 5);
        server.on(
                "/f",
                (request, reply) -> request.number() < 2
                        ? cutting(FILE, "\"v1\"", 700_000).answer(request, reply)
                        : good(newer, "\"v2\"").answer(request, reply));
        Fetched fetched = fetch(cache, request(Expectation.of(FileKind.ANY), server.uri("/f")));
        assertThat(fetched.sha256()).contains(digest(Algorithm.SHA256, newer));
    }

    @Test
    void refusesAFileOfAnotherSize() {
        server.serve("/f", content(5000));
        assertThatThrownBy(() -> fetch(cache, file()))
                .hasMessageContaining("has 5000 bytes where " + FILE.length + " are published");
    }

    @Test
    void refusesBytesFromAnotherPlaceThanAskedFor() {
        server.on("/f", (request, reply) -> {
            reply.head(206, "Content-Length: 1000", "Content-Range: bytes 77-1076/" + FILE.length);
            reply.body(FILE, 77, 1077);
            return true;
        });
        assertThatThrownBy(() -> fetch(cache, file())).hasMessageContaining("other bytes");
    }

    @Test
    void refusesAnEncodedFile() {
        server.on("/f", (request, reply) -> reply.text(200, "x", "Content-Encoding: gzip"));
        assertThatThrownBy(() -> fetch(cache, file())).hasMessageContaining("encodes the file as gzip");
    }

    @Test
    void readsChunkedBodiesAndBodiesThatEndWithTheConnection() throws Exception {
        server.on("/chunked", (request, reply) -> {
            reply.head(200, "Transfer-Encoding: chunked");
            byte[] framed = "5;x=y\r\nhello\r\n6\r\n world\r\n0\r\nTrailer: t\r\n\r\n"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            reply.body(framed, 0, framed.length);
            return true;
        });
        server.on("/closed", (request, reply) -> {
            reply.head(200);
            reply.body("hello world".getBytes(java.nio.charset.StandardCharsets.UTF_8), 0, 11);
            return false;
        });
        for (String path : List.of("/chunked", "/closed")) {
            Fetched fetched = fetch(cache, request(Expectation.of(FileKind.ANY), server.uri(path)));
            assertThat(fetched.path()).hasContent("hello world");
        }
    }

    @Test
    void saysWhatCameInsteadOfTheArchive() {
        Expectation zip = Expectation.of(FileKind.ZIP);
        server.on("/html", (request, reply) -> reply.text(200, "<!DOCTYPE html><html><title>Sign in</title>"));
        server.on("/lfs", (request, reply) -> reply.text(200, "version https://git-lfs.github.com/spec/v1\noid"));
        server.on(
                "/xml",
                (request, reply) -> reply.text(200, "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>"));
        server.on("/json", (request, reply) -> reply.text(200, "{\"error\":\"Repository not found\"}"));
        server.on("/tar", (request, reply) -> reply.text(200, "no zip"));
        assertThatThrownBy(() -> fetch(
                        cache,
                        request(
                                zip,
                                server.uri("/html"),
                                server.uri("/lfs"),
                                server.uri("/xml"),
                                server.uri("/json"),
                                server.uri("/tar"))))
                .hasMessageContaining("an HTML page titled 'Sign in'")
                .hasMessageContaining("a Git LFS pointer")
                .hasMessageContaining("an XML error message 'AccessDenied'")
                .hasMessageContaining("a JSON message 'Repository not found'")
                .hasMessageContaining("something else where a zip archive was expected");
    }

    @Test
    void putsAFileTogetherFromSeveralMirrorsAtOnce() throws Exception {
        server.serve("/f", FILE).serve("/g", FILE);
        Fetched fetched = fetch(cache, request(proven(FILE), server.uri("/f"), server.uri("/g")));
        assertThat(fetched.bytes()).isEqualTo(FILE.length);
        assertThat(server.requests().stream().map(Request::path)).contains("/f", "/g");
        assertThat(server.bytesSent()).isEqualTo(FILE.length);
    }

    @Test
    void asksOneMirrorAtATimeWhenOneServesAnotherFile() throws Exception {
        byte[] other = FILE.clone();
        other[11_000_000]++;
        other[1_100_000]++;
        server.serve("/f", other).serve("/g", FILE);
        Fetched fetched = fetch(cache, request(proven(FILE), server.uri("/f"), server.uri("/g")));
        assertThat(fetched.sha256()).contains(digest(Algorithm.SHA256, FILE));
    }

    @Test
    void followsRedirectsAndAsksAgainWhereTheyLedNoMore() throws Exception {
        server.on("/f", (request, reply) -> reply.text(302, "", "Location: /signed" + request.number()));
        server.on(
                "/signed0",
                (request, reply) -> request.number() < 2
                        ? good(FILE, "\"v1\"").answer(request, reply)
                        : reply.text(403, "expired"));
        for (int i = 1; i < 20; i++) {
            server.serve("/signed" + i, FILE);
        }
        arrivesWhole();
    }

    @Test
    void endsRedirectsThatLeadInACircle() {
        server.on("/f", (request, reply) -> reply.text(301, "", "Location: /f"));
        assertThatThrownBy(() -> fetch(cache, file())).hasMessageContaining("redirects more than 10 times");
    }
}
