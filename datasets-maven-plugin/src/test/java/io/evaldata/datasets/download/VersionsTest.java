package io.evaldata.datasets.download;

import static io.evaldata.datasets.download.FetchTesting.content;
import static io.evaldata.datasets.download.FetchTesting.fetch;
import static io.evaldata.datasets.download.FetchTesting.fetcher;
import static io.evaldata.datasets.download.FetchTesting.proven;
import static io.evaldata.datasets.download.FetchTesting.read;
import static io.evaldata.datasets.download.FetchTesting.request;
import static io.evaldata.datasets.download.FetchTesting.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.download.FaultyServer.Reply;
import io.evaldata.datasets.download.FaultyServer.Request;
import io.evaldata.datasets.io.ByteSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What servers call the version of a file, or do not: a file that is replaced by another one of the same size is never put
 * together from both.
 */
@Timeout(60)
class VersionsTest {
    private static final byte[] OLD = content(9_500_000);
    private static final byte[] NEW = newer();
    private static final long ALL = OLD.length;
    private static final String OLD_DATE = "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT";
    private static final String NEW_DATE = "Last-Modified: Fri, 24 Mar 2023 10:00:00 GMT";
    private static final String NOW = "Date: Sun, 22 Nov 2026 12:00:00 GMT";

    @TempDir
    Path cache;

    @AutoClose
    private final FaultyServer server = FaultyServer.start();

    /** Another file of the same size, every hundredth byte of it different. */
    private static byte[] newer() {
        byte[] newer = OLD.clone();
        for (int i = 0; i < newer.length; i += 100) {
            newer[i]++;
        }
        return newer;
    }

    /** How a server calls the two files. */
    private enum Naming {
        TAGS("ETag: \"a\"", "ETag: \"b\""),
        SETTLED_DATES(OLD_DATE + "\r\n" + NOW, NEW_DATE + "\r\n" + NOW),
        /** The second in which the file was written is over, that in which it is replaced is not. */
        A_DATE_OF_A_SECOND_AGO(
                "Last-Modified: Sun, 22 Nov 2026 11:59:59 GMT\r\n" + NOW,
                "Last-Modified: Sun, 22 Nov 2026 12:00:00 GMT\r\n" + NOW),
        WEAK_TAGS("ETag: W/\"a\"", "ETag: W/\"b\""),
        ONE_WEAK_TAG("ETag: W/\"a\"", "ETag: W/\"a\""),
        WEAK_TAGS_AND_DATES(
                "ETag: W/\"a\"\r\n" + OLD_DATE + "\r\n" + NOW, "ETag: W/\"b\"\r\n" + NEW_DATE + "\r\n" + NOW),
        /** The file was replaced within the second in which it had been written. */
        ONE_DATE_OF_JUST_NOW(
                "Last-Modified: Sun, 22 Nov 2026 12:00:00 GMT\r\n" + NOW,
                "Last-Modified: Sun, 22 Nov 2026 12:00:00 GMT\r\n" + NOW),
        ONE_DATE_THAT_NOTHING_COMPARES(NEW_DATE, NEW_DATE),
        NOTHING("X-Nothing: a", "X-Nothing: b"),
        A_TAG_THAT_VANISHES("ETag: \"a\"", "X-Nothing: b"),
        A_TAG_THAT_APPEARS("X-Nothing: a", "ETag: \"b\"");

        private final String old;
        private final String newer;

        Naming(String old, String newer) {
            this.old = old;
            this.newer = newer;
        }
    }

    /** Answers well, whatever the condition: a server that knows it less well than we do. */
    private static boolean send(Request request, Reply reply, byte[] file, String name, long atMost)
            throws IOException {
        long from = request.from();
        long to = request.to(file.length);
        if (request.header("Range").isEmpty()) {
            reply.head(200, "Content-Length: " + file.length, name);
        } else {
            reply.headOfRange(request, file.length, name);
        }
        reply.body(file, from, Math.min(to, from + atMost));
        return to - from <= atMost;
    }

    /** Replaces the file after so many requests. */
    private void replaceAfter(int requests, Naming naming) {
        server.on(
                "/f",
                (request, reply) -> request.number() < requests
                        ? send(request, reply, OLD, naming.old, ALL)
                        : send(request, reply, NEW, naming.newer, ALL));
    }

    private FetchRequest unknown() {
        return request(Expectation.of(FileKind.ANY), server.uri("/f"));
    }

    private byte[] fetched(FetchRequest request) throws Exception {
        return Files.readAllBytes(fetch(fetcher(cache).connections(4), request).path());
    }

    @ParameterizedTest
    @EnumSource
    void isEitherFileWhenItIsReplacedBetweenTwoRequests(Naming naming) throws Exception {
        for (int requests = 1; requests <= 4; requests++) {
            replaceAfter(requests, naming);
            FetchRequest request = request(Expectation.of(FileKind.ANY), server.uri("/f"));
            byte[] got = fetched(request);
            assertThat(Arrays.equals(got, OLD) || Arrays.equals(got, NEW))
                    .as("one of the two after " + requests + " requests")
                    .isTrue();
            Cache.at(cache, Optional.empty()).discard(request);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isTheProvenFileWhenItIsReplacedBetweenTwoRequests(Naming naming) throws Exception {
        for (int requests = 1; requests <= 4; requests++) {
            replaceAfter(requests, naming);
            FetchRequest request = request(proven(NEW), server.uri("/f"));
            assertThat(Arrays.equals(fetched(request), NEW)).isTrue();
            Cache.at(cache, Optional.empty()).discard(request);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isTheNewFileWhenItIsReplacedAfterABreak(Naming naming) throws Exception {
        for (long place : new long[] {100_000, 3_000_000, 8_000_000}) {
            server.on(
                    "/f",
                    (request, reply) -> request.number() < 3
                            ? send(request, reply, OLD, naming.old, place)
                            : send(request, reply, NEW, naming.newer, ALL));
            byte[] got = fetched(unknown());
            assertThat(Arrays.equals(got, NEW) || Arrays.equals(got, OLD)).isTrue();
            Cache.at(cache, Optional.empty()).discard(unknown());
        }
    }

    @ParameterizedTest
    @EnumSource
    void isEitherFileWhenServersTakeTurns(Naming naming) throws Exception {
        server.on("/f", (request, reply) -> {
            boolean even = request.number() % 2 == 0;
            return send(request, reply, even ? OLD : NEW, even ? naming.old : naming.newer, ALL);
        });
        byte[] got = fetched(unknown());
        assertThat(Arrays.equals(got, NEW) || Arrays.equals(got, OLD)).isTrue();
    }

    @Test
    void arrivesFromServersThatEachCallTheSameFileByAnotherName() throws Exception {
        server.on("/f", (request, reply) -> send(request, reply, OLD, "ETag: \"" + request.number() % 3 + "\"", ALL));
        assertThat(Arrays.equals(fetched(unknown()), OLD)).isTrue();
        assertThat(Arrays.equals(fetched(request(proven(OLD), server.uri("/f"))), OLD))
                .isTrue();
    }

    @Test
    void goesOnOverAllConnectionsWithoutAVersionWhereADigestProves() throws Exception {
        replaceAfter(Integer.MAX_VALUE, Naming.NOTHING);
        assertThat(Arrays.equals(fetched(request(proven(OLD), server.uri("/f"))), OLD))
                .isTrue();
        assertThat(server.bytesSent()).isEqualTo(OLD.length);
        assertThat(server.requests()).hasSizeGreaterThan(3);
    }

    @Test
    void isFetchedInOneAnswerWhereNothingWouldTell() throws Exception {
        replaceAfter(Integer.MAX_VALUE, Naming.NOTHING);
        assertThat(Arrays.equals(fetched(unknown()), OLD)).isTrue();
        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().get(1).header("Range")).isEmpty();
    }

    @Test
    void givesUpOnAnAnswerThatAlwaysBreaksOffAndCannotBeContinued() {
        server.on("/f", (request, reply) -> send(request, reply, OLD, Naming.NOTHING.old, 5_000_000));
        assertThatThrownBy(() -> fetched(unknown())).hasMessageContaining("broke off 5 times, and names no version");
        assertThat(server.bytesSent()).isLessThan(5L * 5_000_000 + 5_000_000);
    }

    @Test
    void asksTheNextAddressWhenOneAlwaysBreaksOff() throws Exception {
        server.on("/f", (request, reply) -> send(request, reply, OLD, Naming.NOTHING.old, 5_000_000));
        server.on("/g", (request, reply) -> send(request, reply, NEW, Naming.NOTHING.old, ALL));
        FetchRequest both = request(Expectation.of(FileKind.ANY), server.uri("/f"), server.uri("/g"));
        assertThat(Arrays.equals(fetched(both), NEW)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void startsOverInTheNextProcessUnlessADigestProves(boolean digest) throws Exception {
        FetchRequest request = digest ? request(proven(OLD), server.uri("/f")) : unknown();
        server.on("/f", (asked, reply) -> {
            send(asked, reply, OLD, Naming.NOTHING.old, 1_000_000);
            sleep(Duration.ofSeconds(20));
            return false;
        });
        try (Fetcher fetcher = fetcher(cache).connections(4).open();
                Fetch fetch = fetcher.start(request, FetchListener.NONE)) {
            while (PieceMap.bytesIn(
                            Cache.at(cache, Optional.empty())
                                    .entry(fetch.request())
                                    .map(),
                            true)
                    < 1_000_000) {
                Thread.sleep(5);
            }
        }
        long resumable = Cache.at(cache, Optional.empty()).resumable(request);
        assertThat(resumable).isBetween(digest ? 1_000_000L : 0L, digest ? 4_000_000L : 0L);
        long before = server.bytesSent();
        server.on("/f", (asked, reply) -> send(asked, reply, NEW, Naming.NOTHING.newer, ALL));
        byte[] got = fetched(digest ? request(proven(NEW), server.uri("/f")) : request);
        assertThat(Arrays.equals(got, NEW)).isTrue();
        assertThat(server.bytesSent() - before).isGreaterThanOrEqualTo(OLD.length);
    }

    @ParameterizedTest
    @EnumSource
    void sendsNoConditionThatIsWeak(Naming naming) throws Exception {
        replaceAfter(Integer.MAX_VALUE, naming);
        fetched(request(proven(OLD), server.uri("/f")));
        String condition =
                switch (naming) {
                    case TAGS, A_TAG_THAT_VANISHES -> "\"a\"";
                    case SETTLED_DATES -> OLD_DATE.substring(15);
                    case A_DATE_OF_A_SECOND_AGO -> "Sun, 22 Nov 2026 11:59:59 GMT";
                    default -> "";
                };
        List<Request> further = server.requests().subList(1, server.requests().size());
        assertThat(further).isNotEmpty().allMatch(request -> request.header("If-Range")
                .equals(condition));
    }

    @Test
    void doesNotReadOnInAnotherFileWhenTheWholeIsWantedAfterParts() throws Exception {
        replaceAfter(1, Naming.NOTHING);
        try (Fetcher fetcher = fetcher(cache).connections(4).open();
                Fetch fetch = fetcher.startParts(unknown(), FetchListener.NONE)) {
            try (ByteSource bytes = fetch.bytes()) {
                assertThat(read(bytes, 0, 1000)).isEqualTo(Arrays.copyOf(OLD, 1000));
            }
            fetch.whole();
            assertThat(Arrays.equals(Files.readAllBytes(fetch.await().path()), NEW))
                    .isTrue();
        }
    }
}
