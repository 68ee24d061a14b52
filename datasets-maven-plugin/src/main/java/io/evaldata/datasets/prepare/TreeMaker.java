package io.evaldata.datasets.prepare;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.ArchiveFormat;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Expectation;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.catalog.Step;
import io.evaldata.datasets.catalog.Way;
import io.evaldata.datasets.download.BytesReplacedException;
import io.evaldata.datasets.download.Fetch;
import io.evaldata.datasets.download.Fetched;
import io.evaldata.datasets.download.Fetcher;
import io.evaldata.datasets.extract.Conversion;
import io.evaldata.datasets.extract.DirectoryDigest;
import io.evaldata.datasets.extract.Extractor;
import io.evaldata.datasets.extract.Limits;
import io.evaldata.datasets.extract.Routing;
import io.evaldata.datasets.io.ByteSource;
import io.evaldata.datasets.io.Checksum;
import io.evaldata.datasets.io.FileEntry;
import io.evaldata.datasets.io.Parallel;
import io.evaldata.datasets.io.PublicAddress;
import io.evaldata.datasets.io.Tree;
import io.evaldata.datasets.labels.LabelMap;
import io.evaldata.datasets.labels.PngWriter;
import io.evaldata.datasets.organise.Organiser;
import io.evaldata.datasets.segmentation.PascalContextMasks;
import io.evaldata.datasets.segmentation.PillowRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Carries out the steps of one way, in order, on a staged tree: fetches, unpacks, organises, converts. */
final class TreeMaker {
    /** A member of an archive may be compressed, but an archive of pictures never unfolds to twenty times its size. */
    private static final long LARGEST_UNFOLDING = 20;

    private static final long ROOM = 1L << 30;

    private final Request request;
    private final Dataset dataset;
    private final Way way;
    private final Sources sources;
    private final Fetcher fetcher;
    private final SharedFolders shared;
    private final Optional<Tree> base;
    private final PrepareListener listener;
    private final Conversions conversions;
    private final ArchiveOpener opener;
    private final Map<String, Receipt.Origin> origins = new LinkedHashMap<>();
    private final Map<String, String> directories = new LinkedHashMap<>();

    /**
     * @param base for a derived dataset: the prepared tree it is made from
     * @param wholeOnly whether members of remote zips are not fetched by themselves
     */
    TreeMaker(
            Request request,
            Dataset dataset,
            Way way,
            Sources sources,
            Fetcher fetcher,
            SharedFolders shared,
            Optional<Tree> base,
            boolean wholeOnly,
            PrepareListener listener) {
        this.request = request;
        this.dataset = dataset;
        this.way = way;
        this.sources = sources;
        this.fetcher = fetcher;
        this.shared = shared;
        this.base = base;
        this.listener = listener;
        this.opener = new ArchiveOpener(dataset, sources, fetcher, wholeOnly, listener);
        this.conversions =
                Conversions.of(dataset.id(), way.steps(request.scope()), PillowRules.parse(request.pillow()));
    }

    /** What the tree was made from, for the receipt. */
    List<Receipt.Origin> origins() {
        return List.copyOf(origins.values());
    }

    /**
     * Fills the tree.
     *
     * @throws SourceUnavailable when a source cannot be had, so that another way may be tried
     */
    void make(Tree tree) throws IOException, InterruptedException {
        for (Step step : way.steps(request.scope())) {
            run(step, tree);
        }
    }

    private void run(Step step, Tree tree) throws IOException, InterruptedException {
        if (step instanceof Step.Unpack unpack) {
            unpack(unpack, tree);
        } else if (step instanceof Step.Copy copy) {
            copy(copy, tree);
        } else if (step instanceof Step.LabelMaps || step instanceof Step.Polygons) {
            convert(conversions.of(step), tree);
        } else if (step instanceof Step.Masks masks) {
            listener.step(dataset, "drawing masks of " + masks.annotations());
            draw(masks, tree);
        } else {
            Organiser.apply(step, tree);
        }
    }

    private void unpack(Step.Unpack unpack, Tree tree) throws IOException, InterruptedException {
        String source = unpack.source();
        sources.requirePinned(dataset, source);
        Optional<Receipt.Origin> linked = shared.link(dataset.source(source), unpack, tree);
        if (linked.isPresent()) {
            origins.put(source, linked.get());
            Step.Shared with = unpack.sharedWith().orElseThrow();
            listener.note(dataset, with.folder() + " shared with " + with.dataset() + ", not stored twice");
            return;
        }
        Routes routes = new Routes(request.scope(), conversions.during(unpack));
        Routing routing = routes.of(unpack.members());
        try (ArchiveOpener.Opened archive = opener.open(source, routing)) {
            archive.directory().ifPresent(directory -> directories.put(source, directory));
            try (ByteSource bytes = archive.fetch().bytes()) {
                listener.step(dataset, "unpacking " + source);
                extractor(source, tree).extract(bytes, dataset.source(source).format(), tree.root(), routing);
                checkDirectory(source, archive, bytes);
            } catch (BytesReplacedException e) {
                if (archive.directory().isEmpty()) {
                    arrived(
                            source,
                            archive.fetch()); // the fetch knows what it tried: letting go of it would forget that
                }
                throw e; // to begin anew
            } catch (FileSystemException e) {
                throw e; // a fault of this machine is not explained by what arrives later
            } catch (IOException | DatasetsException e) {
                throw explained(source, archive, e);
            }
            arrived(source, archive.fetch());
            routes.use().idle(dataset.id(), source).ifPresent(idle -> listener.doubt(dataset, idle));
        }
    }

    private Extractor extractor(String source, Tree tree) {
        return new Extractor(limits(source), request.threads(), file -> {
            tree.record(file.path(), new FileEntry(file.size(), file.crc32()));
            listener.wrote(dataset, 1);
        });
    }

    /** A zip pinned by its directory is held to that also when it was there, or had to be fetched, as a whole. */
    private void checkDirectory(String source, ArchiveOpener.Opened archive, ByteSource bytes) throws IOException {
        if (archive.directory().isEmpty()
                && dataset.source(source).format() == ArchiveFormat.ZIP
                && sources.isPinnedByDirectory(dataset, source)) {
            sources.requireDirectory(dataset, source, DirectoryDigest.of(bytes));
        }
    }

    /** A wrong archive is explained better by what was fetched; of members fetched by themselves no digest tells. */
    private IOException explained(String source, ArchiveOpener.Opened archive, Exception reason)
            throws IOException, InterruptedException {
        if (archive.directory().isPresent()) {
            return new PartsDamaged(source, reason);
        }
        arrived(source, archive.fetch());
        if (reason instanceof DatasetsException known) {
            throw known;
        }
        return (IOException) reason;
    }

    private void copy(Step.Copy copy, Tree tree) throws IOException, InterruptedException {
        sources.requirePinned(dataset, copy.source());
        try (Fetch fetch = fetcher.start(sources.fetch(dataset, copy.source()), listener)) {
            Fetched file = arrived(copy.source(), fetch);
            tree.write(copy.to(), out -> Files.copy(file.path(), out));
            listener.wrote(dataset, 1);
        }
    }

    private Fetched arrived(String source, Fetch fetch) throws IOException, InterruptedException {
        try {
            Fetched file = fetch.await();
            origins.put(
                    source,
                    new Receipt.Origin(
                            source,
                            file.origin().map(o -> PublicAddress.of(o.url())).orElse(""),
                            file.bytes(),
                            file.sha256().map(Checksum::hex).orElse(""),
                            file.complete() ? "" : directories.getOrDefault(source, ""),
                            file.origin().flatMap(Fetched.Provenance::validator).orElse("")));
            return file;
        } catch (DatasetsException e) {
            throw new SourceUnavailable(e);
        }
    }

    private void convert(Conversions.Rule rule, Tree tree) throws IOException {
        Tree from = base.orElse(tree);
        List<String> waiting = new ArrayList<>();
        for (String path : from.manifest().below(rule.from().folder()).keySet()) {
            rule.target(path).filter(to -> !tree.has(to)).ifPresent(to -> waiting.add(path));
        }
        if (waiting.isEmpty()) {
            return;
        }
        listener.step(dataset, "converting " + waiting.size() + " files");
        Parallel.forEach(waiting, request.threads(), path -> {
            if (Files.size(from.resolve(path)) > Conversion.MAX_BYTES) {
                throw new DatasetsException(
                        dataset.id() + ": " + path + " is larger than the " + Sizes.text(Conversion.MAX_BYTES)
                                + " that a file to convert may have",
                        "Look whether it is what its name says.");
            }
            byte[] made = rule.converter().convert(Files.readAllBytes(from.resolve(path)), path);
            tree.write(rule.target(path).orElseThrow(), made);
            listener.wrote(dataset, 1);
        });
    }

    private void draw(Step.Masks masks, Tree tree) throws IOException {
        Set<String> phases = Set.copyOf(masks.phases());
        try (PascalContextMasks drawn = PascalContextMasks.open(tree.resolve(masks.annotations()), phases)) {
            Idle<PngWriter> writers = new Idle<>(PngWriter::new);
            Parallel.forEach(drawn.images(), request.threads(), image -> {
                String stem = image.stem();
                LabelMap map = drawn.draw(image);
                byte[] png = writers.use(writer -> writer.write(map));
                tree.write(masks.to().fill(stem, Map.of("stem", stem)), png);
                listener.wrote(dataset, 1);
            });
            for (Map.Entry<String, String> list : masks.lists().entrySet()) {
                tree.write(list.getValue(), drawn.splitList(list.getKey()).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** What the catalogue leads to expect, with plenty of room: only a bomb is larger. */
    private Limits limits(String source) {
        long files = dataset.expectations().stream()
                .filter(expected -> expected instanceof Expectation.Count
                        && expected.scopes().contains(Scope.FULL))
                .mapToLong(expected -> ((Expectation.Count) expected).count())
                .sum();
        OptionalLong size = dataset.source(source).plannedBytes();
        long bytes = size.isPresent() ? size.getAsLong() * LARGEST_UNFOLDING + ROOM : Long.MAX_VALUE;
        return Limits.of(bytes, files * LARGEST_UNFOLDING + 1_000_000);
    }
}
