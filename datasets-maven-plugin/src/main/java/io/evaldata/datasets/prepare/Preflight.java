package io.evaldata.datasets.prepare;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.download.Cache;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must be right before the first byte moves; all problems are told at once. */
final class Preflight {
    private final Request request;
    private final StateFolder state;
    private final Cache cache;
    private final List<String> problems = new ArrayList<>();

    Preflight(Request request, StateFolder state, Cache cache) {
        this.request = request;
        this.state = state;
        this.cache = cache;
    }

    /**
     * Checks everything.
     *
     * @return what is going to be done
     * @throws DatasetsException listing every problem
     */
    Plan check() throws IOException {
        twoOnOneFolder();
        Plan plan = Plan.of(request, cache);
        List<Plan.Item> missing =
                plan.items().stream().filter(Plan.Item::isMissing).toList();
        if (!missing.isEmpty()) {
            noMixing();
            writable(missing);
        }
        if (problems.isEmpty()) {
            room(missing);
        }
        if (problems.isEmpty() && !missing.isEmpty()) {
            creatable();
        }
        if (!problems.isEmpty()) {
            throw new DatasetsException(
                    problems.size() == 1
                            ? problems.get(0)
                            : problems.size() + " problems:\n  - " + String.join("\n  - ", problems),
                    "Nothing was fetched or changed.");
        }
        return plan;
    }

    private void twoOnOneFolder() {
        Map<Path, Dataset> folders = new LinkedHashMap<>();
        for (Dataset dataset : request.withPrerequisites()) {
            Dataset other = folders.putIfAbsent(request.roots().of(dataset), dataset);
            if (other != null
                    && !dataset.derivedFrom().filter(other.id()::equals).isPresent()) {
                problems.add("datasets '" + other.id() + "' and '" + dataset.id() + "' would both be prepared in "
                        + request.roots().of(dataset) + "; give one of them another 'root' in its catalogue file");
            }
        }
    }

    private void noMixing() throws IOException {
        Set<String> other = new HashSet<>();
        for (Receipt receipt : state.receipts()) {
            if (!receipt.kind().equals(request.kind())) {
                other.add(receipt.id());
            }
        }
        if (!other.isEmpty()) {
            problems.add(request.roots().root() + " holds " + (request.sample() ? "real" : "sample") + " datasets "
                    + other.stream().sorted().toList() + ", and " + request.kind()
                    + " ones are asked for; they are never mixed: set another datasets.root, or delete that folder");
        }
    }

    private void writable(List<Plan.Item> missing) {
        Set<Path> folders = new HashSet<>(List.of(request.roots().state()));
        missing.forEach(item -> folders.add(item.root()));
        Set<String> found = new LinkedHashSet<>(); // several folders may be in the way of the same one
        folders.stream().sorted().forEach(folder -> {
            Path there = existing(folder);
            if (!Files.isDirectory(there)) {
                found.add(folder + " cannot be created, because " + there
                        + " is a file; set datasets.root to another folder");
            } else if (!Files.isWritable(there)) {
                found.add(there + " cannot be written to; give yourself the right to, or set datasets.root to"
                        + " another folder");
            }
        });
        problems.addAll(found);
    }

    /** Rights alone do not tell: nobody makes a folder in {@code /proc}. */
    private void creatable() {
        Path folder = request.roots().state();
        try {
            Files.delete(Files.createTempDirectory(existing(folder), ".datasets-"));
        } catch (IOException e) {
            problems.add(folder + " cannot be created ("
                    + e.getClass().getSimpleName().replace("Exception", "") + "); set datasets.root to another folder");
        }
    }

    private static Path existing(Path path) {
        Path there = path;
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }

    private record Need(long bytes, Path folder) {}

    /** Space for what is unpacked, and for the downloads that are there at the same time, by file system. */
    private void room(List<Plan.Item> missing) throws IOException {
        Map<FileStore, Need> needs = new LinkedHashMap<>();
        for (Plan.Item item : missing) {
            add(needs, item.root(), item.onDisk().bytes());
        }
        add(
                needs,
                request.fetching().cache(),
                DiskNeed.downloadsAtOnce(DiskNeed.of(missing), request).bytes());
        for (Map.Entry<FileStore, Need> need : needs.entrySet()) {
            long free = need.getKey().getUsableSpace();
            boolean tells = need.getKey().getTotalSpace() > 0; // /proc has no room and no lack of it
            if (tells && free < need.getValue().bytes()) {
                problems.add("not enough disk space: about "
                        + Sizes.text(need.getValue().bytes())
                        + " are needed on the file system of " + need.getValue().folder() + ", "
                        + Sizes.text(free)
                        + " are free; free some, choose fewer datasets, or set datasets.root or datasets.cache to"
                        + " another disk");
            }
        }
    }

    private static void add(Map<FileStore, Need> needs, Path folder, long bytes) throws IOException {
        needs.merge(
                Files.getFileStore(existing(folder)),
                new Need(bytes, folder),
                (a, b) -> new Need(Math.addExact(a.bytes(), b.bytes()), a.folder()));
    }
}
