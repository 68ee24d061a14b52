package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Source;
import io.evaldata.datasets.catalog.Way;
import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.download.FetchRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code prepare} would do; made by looking, without touching anything. */
public record Plan(List<Item> items) {
    public Plan {
        items = List.copyOf(items);
    }

    /**
     * One dataset.
     *
     * @param dataset which one
     * @param root where it goes
     * @param reason why it would be prepared; empty when it is there
     * @param way by which sources
     * @param files those sources
     */
    public record Item(Dataset dataset, Path root, Optional<String> reason, String way, List<FileState> files) {
        public Item {
            files = List.copyOf(files);
        }

        /** Bytes still to be fetched, as far as sizes are known. */
        public long toFetch() {
            return files.stream().mapToLong(FileState::toFetch).sum();
        }
    }

    /**
     * One source file.
     *
     * @param source what it is
     * @param there where it lies already
     * @param resumable how many bytes an interrupted download left
     * @param shared whether another dataset of the plan fetches it
     */
    public record FileState(Source source, Optional<Path> there, long resumable, boolean shared) {
        /** Bytes still to be fetched; 0 when the size is unknown. */
        public long toFetch() {
            return there.isPresent() || shared
                    ? 0
                    : Math.max(0, source.plannedBytes().orElse(0) - resumable);
        }
    }

    /** Looks at the disk and decides. */
    public static Plan of(Request request, Cache cache) throws IOException {
        StateFolder state = new StateFolder(request.roots().state());
        UpToDate upToDate = new UpToDate(request, state);
        Sources sources =
                new Sources(request, cache, LockFile.read(request.fetching().lockFile()));
        Set<String> fetched = new HashSet<>();
        List<Item> items = new ArrayList<>();
        for (Dataset dataset : request.withPrerequisites()) {
            Optional<String> reason = upToDate.reasonToPrepare(dataset);
            Way way = sources.ordered(dataset).get(0);
            List<FileState> files = new ArrayList<>();
            if (reason.isPresent()) {
                for (String file : way.sources(request.scope())) {
                    FetchRequest fetch = sources.fetch(dataset, file);
                    Optional<Path> there = cache.glance(fetch);
                    files.add(new FileState(
                            dataset.source(file),
                            there,
                            there.isPresent() ? 0 : cache.resumable(fetch),
                            !fetched.add(cache.key(fetch))));
                }
            }
            items.add(new Item(dataset, request.roots().of(dataset), reason, way.name(), files));
        }
        return new Plan(items);
    }

    /** Bytes still to be fetched for all datasets, as far as sizes are known. */
    public long toFetch() {
        return items.stream().mapToLong(Item::toFetch).sum();
    }

    /** How many datasets would be prepared. */
    public long missing() {
        return items.stream().filter(item -> item.reason().isPresent()).count();
    }
}
