package io.evaldata.datasets.download;

import static io.evaldata.datasets.download.FetchTesting.content;
import static io.evaldata.datasets.download.FetchTesting.fetch;
import static io.evaldata.datasets.download.FetchTesting.fetcher;
import static io.evaldata.datasets.download.FetchTesting.proven;
import static io.evaldata.datasets.download.FetchTesting.read;
import static io.evaldata.datasets.download.FetchTesting.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.io.ByteRange;
import io.evaldata.datasets.io.ByteSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Only the bytes that are needed. */
@Timeout(60)
class PartsTest {
    private static final byte[] FILE = content(30_000_000);

    @TempDir
    Path cache;

    @AutoClose
    private final FaultyServer server = FaultyServer.start();

    private FetchRequest file() {
        return request(proven(FILE), server.uri("/f"));
    }

    private static byte[] part(int from, int length) {
        return Arrays.copyOfRange(FILE, from, from + length);
    }

    @Test
    void fetchesOnlyWhatIsExpectedOrRead() throws Exception {
        server.serve("/f", FILE);
        try (Fetcher fetcher = fetcher(cache).open();
                Fetch fetch = fetcher.startParts(file(), FetchListener.NONE);
                ByteSource bytes = fetch.bytes()) {
            assertThat(bytes.size()).isEqualTo(FILE.length);
            assertThat(read(bytes, FILE.length - 1000, 1000)).isEqualTo(part(FILE.length - 1000, 1000));
            bytes.expect(List.of(
                    new ByteRange(20_000_000, 100_000),
                    new ByteRange(5_000_000, 50_000),
                    new ByteRange(5_060_000, 50_000)));
            assertThat(read(bytes, 5_000_000, 110_000)).isEqualTo(part(5_000_000, 110_000));
            Fetched fetched = fetch.await();
            assertThat(fetched.complete()).isFalse();
            assertThat(read(bytes, 20_000_000, 100_000)).isEqualTo(part(20_000_000, 100_000));
        }
        assertThat(server.bytesSent()).isLessThan(600_000);
        assertThat(server.requests()).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void keepsPartsForTheNextTimeAndForTheWholeFile() throws Exception {
        server.serve("/f", FILE);
        for (int i = 0; i < 2; i++) {
            try (Fetcher fetcher = fetcher(cache).open();
                    Fetch fetch = fetcher.startParts(file(), FetchListener.NONE);
                    ByteSource bytes = fetch.bytes()) {
                bytes.expect(List.of(new ByteRange(8_000_000, 4_000_000)));
                assertThat(read(bytes, 8_000_000, 4_000_000)).isEqualTo(part(8_000_000, 4_000_000));
            }
        }
        assertThat(server.bytesSent()).isLessThan(8_000_000);
        assertThat(fetch(cache, file()).complete()).isTrue();
        assertThat(server.bytesSent()).isEqualTo(FILE.length);
    }

    @Test
    void fetchesTheWholeFileFromAServerWithoutRanges() throws Exception {
        server.on("/f", FaultyServer.wholeOnly(FILE));
        try (Fetcher fetcher = fetcher(cache).open();
                Fetch fetch = fetcher.startParts(file(), FetchListener.NONE);
                ByteSource bytes = fetch.bytes()) {
            assertThat(read(bytes, FILE.length - 10, 10)).isEqualTo(part(FILE.length - 10, 10));
            assertThat(fetch.await().complete()).isTrue();
        }
    }

    @Test
    void goesOnToTheWholeFileAndProvesItWithoutSendingAnythingTwice() throws Exception {
        server.serve("/f", FILE);
        try (Fetcher fetcher = fetcher(cache).open();
                Fetch fetch = fetcher.startParts(file(), FetchListener.NONE);
                ByteSource bytes = fetch.bytes()) {
            assertThat(read(bytes, FILE.length - 1000, 1000)).isEqualTo(part(FILE.length - 1000, 1000));
            bytes.expect(List.of(new ByteRange(20_000_000, 100_000)));
            fetch.whole();
            try (Fetch joined = fetcher.start(file(), FetchListener.NONE)) {
                assertThat(joined.await().complete()).isTrue();
            }
            assertThat(read(bytes, 0, 1000)).isEqualTo(part(0, 1000));
            assertThat(fetch.await().sha256()).isPresent();
        }
        assertThat(server.bytesSent()).isEqualTo(FILE.length);
    }

    @Test
    void throwsPartsAwayThatTheDigestOfTheWholeFileDisproves() throws Exception {
        byte[] other = FILE.clone();
        other[FILE.length - 1]++;
        server.serve("/f", other);
        try (Fetcher fetcher = fetcher(cache).open();
                Fetch fetch = fetcher.startParts(file(), FetchListener.NONE);
                ByteSource bytes = fetch.bytes()) {
            assertThat(read(bytes, FILE.length - 1000, 1000)).hasSize(1000);
            fetch.whole();
            assertThatThrownBy(fetch::await).hasMessageContaining("sent another file");
        }
    }

    @Test
    void saysWhyPartsCannotBeHad() throws Exception {
        server.on("/f", (request, reply) -> reply.text(404, "no"));
        try (Fetcher fetcher = fetcher(cache).open();
                Fetch fetch = fetcher.startParts(file(), FetchListener.NONE)) {
            assertThatThrownBy(() -> read(fetch.bytes(), 0, 10)).hasMessageContaining("status 404");
            assertThatThrownBy(fetch::await).hasMessageContaining("status 404");
        }
    }
}
