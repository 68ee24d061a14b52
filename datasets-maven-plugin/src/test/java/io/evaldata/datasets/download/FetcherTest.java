package io.evaldata.datasets.download;

import static io.evaldata.datasets.download.FetchTesting.content;
import static io.evaldata.datasets.download.FetchTesting.digest;
import static io.evaldata.datasets.download.FetchTesting.fetch;
import static io.evaldata.datasets.download.FetchTesting.fetcher;
import static io.evaldata.datasets.download.FetchTesting.proven;
import static io.evaldata.datasets.download.FetchTesting.read;
import static io.evaldata.datasets.download.FetchTesting.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.io.ByteSource;
import io.evaldata.datasets.io.Checksum.Algorithm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FetcherTest {
    private static final byte[] SMALL = content(100_000);
    private static final byte[] LARGE = content(20_000_000);

    @TempDir
    Path cache;

    @AutoClose
    private final FaultyServer server = FaultyServer.start();

    @Test
    void fetchesASmallFileOverOneConnection() throws Exception {
        server.serve("/f", SMALL);
        Fetched fetched = fetch(cache, request(proven(SMALL), server.uri("/f")));
        assertThat(Files.readAllBytes(fetched.path())).isEqualTo(SMALL);
        assertThat(fetched.sha256()).contains(digest(Algorithm.SHA256, SMALL));
        assertThat(fetched.origin())
                .contains(new Fetched.Provenance(server.uri("/f"), java.util.Optional.of("\"v1\"")));
        assertThat(fetched.transferred()).isEqualTo(SMALL.length);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void fetchesALargeFileOverManyConnectionsEachByteOnce() throws Exception {
        server.serve("/f", LARGE);
        Fetched fetched = fetch(cache, request(proven(LARGE), server.uri("/f")));
        assertThat(Files.readAllBytes(fetched.path())).isEqualTo(LARGE);
        assertThat(server.requests()).hasSizeGreaterThan(4);
        assertThat(server.bytesSent()).isEqualTo(LARGE.length);
    }

    @Test
    void fetchesNothingTheSecondTime() throws Exception {
        server.serve("/f", SMALL);
        fetch(cache, request(proven(SMALL), server.uri("/f")));
        Fetched again = fetch(cache, request(proven(SMALL), server.uri("/f")));
        assertThat(again.transferred()).isZero();
        assertThat(again.origin()).isPresent();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void leavesNothingButTheFileAndItsProof() throws Exception {
        server.serve("/f", LARGE);
        Fetched fetched = fetch(cache, request(proven(LARGE), server.uri("/f")));
        try (var files = Files.list(fetched.path().getParent())) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("file.bin", "file.bin.proof", "file.bin.lock");
        }
        assertThat(cache.resolve("CACHEDIR.TAG")).content().startsWith("Signature: 8a477f597d28d172789f06886806bc55");
    }

    @Test
    void fetchesAFileOfWhichNothingIsKnown() throws Exception {
        server.serve("/f", LARGE);
        Fetched fetched = fetch(cache, request(Expectation.of(FileKind.ANY), server.uri("/f")));
        assertThat(fetched.sha256()).contains(digest(Algorithm.SHA256, LARGE));
        assertThat(Files.size(fetched.path())).isEqualTo(LARGE.length);
    }

    @Test
    void readersFollowTheFileWhileItArrives() throws Exception {
        server.serve("/f", LARGE);
        try (Fetcher fetcher = fetcher(cache).open();
                Fetch fetch = fetcher.start(request(proven(LARGE), server.uri("/f")), FetchListener.NONE);
                ByteSource bytes = fetch.bytes()) {
            assertThat(bytes.size()).isEqualTo(LARGE.length);
            assertThat(read(bytes, LARGE.length - 100, 100))
                    .isEqualTo(Arrays.copyOfRange(LARGE, LARGE.length - 100, LARGE.length));
            assertThat(read(bytes, 0, LARGE.length)).isEqualTo(LARGE);
            fetch.await();
            assertThat(read(bytes, 5_000_000, 1000)).isEqualTo(Arrays.copyOfRange(LARGE, 5_000_000, 5_001_000));
        }
    }

    @Test
    void saysExpectedAndFoundWhenTheDigestDoesNotHold() {
        byte[] other = content(SMALL.length - 1);
        byte[] same = Arrays.copyOf(other, SMALL.length);
        server.serve("/f", same);
        assertThatThrownBy(() -> fetch(cache, request(proven(SMALL), server.uri("/f"))))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("expected " + digest(Algorithm.SHA256, SMALL))
                .hasMessageContaining("found " + digest(Algorithm.SHA256, same).hex());
        assertThat(cache).isDirectoryRecursivelyContaining("glob:**.lock").isDirectoryNotContaining("glob:**/file.bin");
    }

    @Test
    void checksEveryPublishedDigest() throws Exception {
        server.serve("/f", SMALL);
        Expectation both = Expectation.of(
                FileKind.ANY, SMALL.length, digest(Algorithm.MD5, SMALL), digest(Algorithm.SHA1, content(3)));
        assertThatThrownBy(() -> fetch(cache, request(both, server.uri("/f"))))
                .hasMessageContaining("sha1")
                .message()
                .doesNotContain("md5");
    }
}
