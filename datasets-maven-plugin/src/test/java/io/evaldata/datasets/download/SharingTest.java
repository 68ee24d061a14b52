package io.evaldata.datasets.download;

import static io.evaldata.datasets.download.FetchTesting.content;
import static io.evaldata.datasets.download.FetchTesting.digest;
import static io.evaldata.datasets.download.FetchTesting.fetch;
import static io.evaldata.datasets.download.FetchTesting.fetcher;
import static io.evaldata.datasets.download.FetchTesting.proven;
import static io.evaldata.datasets.download.FetchTesting.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.io.Checksum.Algorithm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks for the same file at the same time gets it from one fetch. */
@Timeout(60)
class SharingTest {
    private static final byte[] FILE = content(12_000_000);

    @TempDir
    Path cache;

    @Test
    void twentyThreadsOfOneFetcherFetchOnce() throws Exception {
        try (FaultyServer server = FaultyServer.start().serve("/f", FILE);
                Fetcher fetcher = fetcher(cache).open()) {
            FetchRequest file = request(proven(FILE), server.uri("/f"));
            inParallel(20, () -> {
                try (Fetch fetch = fetcher.start(file, FetchListener.NONE)) {
                    return fetch.await();
                }
            });
            assertThat(server.bytesSent()).isEqualTo(FILE.length);
        }
    }

    @Test
    void severalFetchersOfOneProcessFetchOnce() throws Exception {
        try (FaultyServer server = FaultyServer.start().serve("/f", FILE)) {
            inParallel(4, () -> fetch(cache, request(proven(FILE), server.uri("/f"))));
            assertThat(server.bytesSent()).isEqualTo(FILE.length);
        }
    }

    @Test
    void twoProcessesFetchOnce() throws Exception {
        try (FaultyServer server = FaultyServer.start().serve("/f", FILE)) {
            List<Process> processes = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                processes.add(FetchTesting.fork(
                        FetchMain.class,
                        cache.toString(),
                        server.uri("/f").toString(),
                        digest(Algorithm.SHA256, FILE).hex(),
                        "4"));
            }
            for (Process process : processes) {
                assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isZero();
            }
            assertThat(server.bytesSent()).isEqualTo(FILE.length);
        }
    }

    private static void inParallel(int threads, Callable<Fetched> task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Fetched>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                results.add(pool.submit(task));
            }
            for (Future<Fetched> result : results) {
                assertThat(result.get().sha256()).contains(digest(Algorithm.SHA256, FILE));
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
