package io.evaldata.datasets.download;

import static io.evaldata.datasets.download.FaultyServer.good;
import static io.evaldata.datasets.download.FetchTesting.content;
import static io.evaldata.datasets.download.FetchTesting.fetch;
import static io.evaldata.datasets.download.FetchTesting.fetcher;
import static io.evaldata.datasets.download.FetchTesting.proven;
import static io.evaldata.datasets.download.FetchTesting.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.download.FaultyServer.Behaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every fault at the start, in the middle and at the end of a file; over one connection and over many; with a published
 * digest and without; from a server that names the file's version and from one that does not; twice and for ever. The file is
 * right or the error is: never a wrong file, never a hang.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FaultMatrixTest {
    private static final Duration IDLE = Duration.ofMillis(300);
    private static final Duration AT_MOST = Duration.ofSeconds(30);
    private static final int TWICE = 2;
    private static final int THREADS = 48;
    private static final Subject SMALL = new Subject(300_000, 1);
    private static final Subject LARGE = new Subject(9_500_000, 6);

    @TempDir
    Path folder;

    private ExecutorService threads;

    @BeforeAll
    void makeThreads() {
        threads = Executors.newFixedThreadPool(THREADS);
    }

    @AfterAll
    void endThreads() {
        threads.shutdownNow();
    }

    /** A file, another version of it, and how many connections fetch it: small ones are not worth many. */
    private static final class Subject {
        private final byte[] file;
        private final byte[] newer;
        private final int connections;

        Subject(int bytes, int connections) {
            this.file = content(bytes);
            this.newer = file.clone();
            newer[bytes / 3]++;
            newer[bytes - 5]++;
            this.connections = connections;
        }

        @Override
        public String toString() {
            return file.length + " bytes over " + connections;
        }
    }

    /** Where in a file the fault shows. */
    private enum Place {
        START,
        MIDDLE,
        END;

        int in(byte[] file) {
            return switch (this) {
                case START -> 10;
                case MIDDLE -> file.length / 2;
                case END -> file.length - 1000;
            };
        }
    }

    /** One cell of the matrix. */
    private record Cell(Fault fault, Place place, Subject subject, boolean proven, boolean named, int times) {
        int at() {
            return place.in(subject.file);
        }

        boolean isHitBy(FaultyServer.Request request) {
            return request.from() <= at() && at() < request.to(subject.file.length);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFileIsRightOrTheErrorIs(Fault fault) throws Exception {
        List<Future<?>> cells = new ArrayList<>();
        for (Place place : Place.values()) {
            for (Subject subject : List.of(SMALL, LARGE)) {
                for (boolean proven : new boolean[] {true, false}) {
                    for (boolean named : new boolean[] {true, false}) {
                        for (int times : new int[] {TWICE, Integer.MAX_VALUE}) {
                            Cell cell = new Cell(fault, place, subject, proven, named, times);
                            cells.add(threads.submit(() -> {
                                judge(cell);
                                return null;
                            }));
                        }
                    }
                }
            }
        }
        for (Future<?> cell : cells) {
            cell.get();
        }
    }

    private static void nameOrNot(FaultyServer server, Cell cell) {
        if (!cell.named()) {
            server.namesNoVersions();
        }
    }

    private void judge(Cell cell) throws IOException {
        byte[] file = cell.subject().file;
        try (FaultyServer server = FaultyServer.start()) {
            nameOrNot(server, cell);
            AtomicInteger count = new AtomicInteger();
            Behaviour good = good(file, "\"v1\"");
            server.on("/f", (request, reply) -> {
                boolean faulty = cell.isHitBy(request) && count.getAndIncrement() < cell.times();
                return faulty ? cell.fault().answer(request, reply, file, cell.at()) : good.answer(request, reply);
            });
            judge(cell, server, file);
            assertThat(count).as(cell.toString()).hasPositiveValue();
        }
    }

    private void judge(Cell cell, FaultyServer server, byte[] right) throws IOException {
        Path cache = Files.createTempDirectory(folder, "cache");
        Expectation expected = cell.proven() ? proven(right) : Expectation.of(FileKind.ANY);
        Fetcher.Builder patient =
                fetcher(cache).connections(cell.subject().connections).idleTimeout(IDLE);
        assertTimeoutPreemptively(
                AT_MOST,
                () -> {
                    try {
                        Fetched fetched = fetch(patient, request(expected, server.uri("/f")));
                        assertThat(Arrays.equals(Files.readAllBytes(fetched.path()), right))
                                .as(cell.toString())
                                .isTrue();
                        Files.delete(fetched.path());
                    } catch (DatasetsException e) {
                        assertThat(cell.times() == TWICE && cell.fault().passes())
                                .as(cell + " passes, but: " + e.getMessage())
                                .isFalse();
                        assertThat(e.getMessage()).as(cell.toString()).contains("set: file.bin");
                        assertThat(e.remedy()).as(cell.toString()).isNotEmpty();
                        assertThat(Cache.at(cache, Optional.empty())
                                        .entry(request(expected, server.uri("/f")))
                                        .file())
                                .doesNotExist();
                    }
                },
                cell::toString);
    }

    /** The fault of these cells is not used: the server breaks off at the place, and has another file from then on. */
    @ParameterizedTest
    @EnumSource
    void aFileThatChangesIsNeverStitched(Place place) throws Exception {
        for (Subject subject : List.of(SMALL, LARGE)) {
            for (boolean proven : new boolean[] {true, false}) {
                for (boolean named : new boolean[] {true, false}) {
                    Cell cell = new Cell(Fault.CLOSES_EARLY, place, subject, proven, named, TWICE);
                    changeAfterABreak(cell);
                }
            }
        }
    }

    private void changeAfterABreak(Cell cell) throws IOException {
        Subject subject = cell.subject();
        try (FaultyServer server = FaultyServer.start()) {
            nameOrNot(server, cell);
            AtomicInteger hits = new AtomicInteger();
            server.on("/f", (request, reply) -> {
                if (cell.isHitBy(request) && hits.getAndIncrement() == 0) {
                    return FaultyServer.cutting(subject.file, "\"v1\"", cell.at() - request.from())
                            .answer(request, reply);
                }
                Behaviour now = hits.get() > 0 ? good(subject.newer, "\"v2\"") : good(subject.file, "\"v1\"");
                return now.answer(request, reply);
            });
            judge(cell, server, subject.newer);
        }
    }
}
