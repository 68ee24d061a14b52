package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Catalog;
import io.evaldata.datasets.catalog.CatalogReader;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.download.FetchRequest;
import io.evaldata.datasets.download.Fetched;
import io.evaldata.datasets.download.Fetcher;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Prepares every dataset of a catalogue file from the command line, as the goal does, for {@code it/bench}.
 *
 * <p>Arguments: catalogue file, root, cache folder, number of connections.
 */
public final class PrepareMain {
    private PrepareMain() {}

    /** Prepares; prints the sums. */
    public static void main(String[] args) throws Exception {
        Request request = request(args);
        Cache cache = Cache.at(request.fetching().cache(), Optional.empty());
        int connections = Integer.parseInt(args[3]);
        Times times = new Times();
        try (Fetcher fetcher = Fetcher.into(cache).connections(connections).open()) {
            Summary summary = new Preparation(request, cache, fetcher, times).run();
            System.out.printf("%s; %s%n", summary.line(), times.text());
            summary.outcomes().forEach(outcome -> System.out.print(outcome.report()));
        }
    }

    /** What to prepare, as in the arguments. */
    static Request request(String[] args) {
        Catalog catalog = CatalogReader.empty().merge(Path.of(args[0])).catalog();
        return new Request(
                catalog,
                List.copyOf(catalog.all()),
                Roots.of(Path.of(args[1]), Map.of()),
                Scope.EVAL,
                new Request.Fetching(
                        Path.of(args[2]), Optional.empty(), false, false, false, Set.of(), Optional.empty(), false),
                "12.3",
                false,
                Runtime.getRuntime().availableProcessors(),
                false,
                false);
    }

    /** When what happened, for a look at what waits for what. */
    private static final class Times implements PrepareListener {
        private final long start = System.nanoTime();
        private volatile long firstBytes;
        private volatile long fetched;
        private volatile long firstFile;
        private volatile long lastFile;

        @Override
        public void progressed(FetchRequest request, long bytes) {
            firstBytes = firstBytes == 0 ? System.nanoTime() : firstBytes;
        }

        @Override
        public void finished(FetchRequest request, Fetched file) {
            fetched = System.nanoTime();
        }

        @Override
        public void wrote(Dataset dataset, long files) {
            lastFile = System.nanoTime();
            firstFile = firstFile == 0 ? lastFile : firstFile;
        }

        String text() {
            return String.format(
                    "first bytes %.2f s, fetched %.2f s, first file %.2f s, last file %.2f s, all %.2f s",
                    seconds(firstBytes),
                    seconds(fetched),
                    seconds(firstFile),
                    seconds(lastFile),
                    seconds(System.nanoTime()));
        }

        private double seconds(long time) {
            return (time - start) / 1e9;
        }
    }
}
