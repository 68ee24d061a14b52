package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Way;
import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.download.FetchRequest;
import io.evaldata.datasets.download.Fetcher;
import io.evaldata.datasets.download.ProbeResult;
import io.evaldata.datasets.download.ProbeResult.State;
import io.evaldata.datasets.io.Parallel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;

/** Asks every address of the chosen datasets whether it is alive and unchanged; downloads nothing. */
public final class Probing {
    private static final int AT_A_TIME = 8;

    private final Request request;
    private final Sources sources;
    private final LockFile lockFile;
    private final Fetcher fetcher;

    public Probing(Request request, Cache cache, Fetcher fetcher) {
        this.request = request;
        this.lockFile = LockFile.read(request.fetching().lockFile());
        this.sources = new Sources(request, cache, lockFile);
        this.fetcher = fetcher;
    }

    /**
     * What the addresses of one file said.
     *
     * @param dataset whose file it is
     * @param file its name
     * @param addresses one finding per address
     */
    public record Result(Dataset dataset, String file, List<ProbeResult> addresses) {
        public Result {
            addresses = List.copyOf(addresses);
        }

        /** Whether it could be fetched now. */
        public boolean isAvailable() {
            return addresses.stream()
                    .anyMatch(found -> found.state() == State.ALIVE
                            || found.state() == State.MOVED
                            || found.state() == State.SLOW);
        }
    }

    /** Asks all of them, several at a time. */
    public List<Result> probe() throws IOException {
        List<Map.Entry<Dataset, String>> files = new ArrayList<>();
        for (Dataset dataset : request.datasets()) {
            dataset.sources().keySet().forEach(file -> files.add(Map.entry(dataset, file)));
        }
        Map<Integer, Result> results = new ConcurrentSkipListMap<>();
        List<Integer> indexes = IntStream.range(0, files.size()).boxed().toList();
        Parallel.forEach(indexes, AT_A_TIME, i -> {
            Dataset dataset = files.get(i).getKey();
            String file = files.get(i).getValue();
            FetchRequest fetch = sources.fetch(dataset, file);
            Optional<String> pinned = lockFile.pin(dataset.id(), file).map(LockFile.Pin::validator);
            results.put(i, new Result(dataset, file, fetcher.probe(fetch, pinned)));
        });
        return List.copyOf(results.values());
    }

    /** Whether there were servers to ask and none of them answered; files of this machine are no servers. */
    public static boolean nobodyAnswered(List<Result> results) {
        List<ProbeResult> servers = results.stream()
                .flatMap(result -> result.addresses().stream())
                .filter(found -> !"file".equalsIgnoreCase(found.asked().getScheme()))
                .toList();
        return !servers.isEmpty() && servers.stream().noneMatch(ProbeResult::answered);
    }

    /** The datasets that could not be fetched now by any way. */
    public List<Dataset> unavailable(List<Result> results) {
        return request.datasets().stream()
                .filter(dataset -> !dataset.sources().isEmpty())
                .filter(dataset -> dataset.ways().stream().noneMatch(way -> isAvailable(dataset, way, results)))
                .toList();
    }

    private boolean isAvailable(Dataset dataset, Way way, List<Result> results) {
        return way.sources(request.scope()).stream().allMatch(file -> results.stream()
                .anyMatch(result ->
                        result.dataset().equals(dataset) && result.file().equals(file) && result.isAvailable()));
    }
}
