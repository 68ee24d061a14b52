package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.catalog.Source;
import io.evaldata.datasets.catalog.Way;
import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.download.FetchRequest;
import io.evaldata.datasets.prepare.Plan.FileState;
import io.evaldata.datasets.prepare.Plan.Item;
import io.evaldata.datasets.prepare.Plan.WayCost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a plan by looking at receipts, the cache and the catalogue. */
final class Planning {
    private final Request request;
    private final Cache cache;
    private final Sources sources;
    private final UpToDate upToDate;
    private final Set<String> fetched = new HashSet<>();

    Planning(Request request, Cache cache) {
        this.request = request;
        this.cache = cache;
        this.sources =
                new Sources(request, cache, LockFile.read(request.fetching().lockFile()));
        this.upToDate =
                UpToDate.looking(request, new StateFolder(request.roots().state()));
    }

    Plan plan() throws IOException {
        List<Item> items = new ArrayList<>();
        for (Dataset dataset : request.withPrerequisites()) {
            Optional<Reason> reason = upToDate.reasonToPrepare(dataset);
            Path root = request.roots().of(dataset);
            items.add(
                    reason.isPresent()
                            ? missing(dataset, root, reason)
                            : new Item(dataset, root, reason, List.of(), List.of(), Amount.NONE, List.of()));
        }
        List<DiskNeed> needs =
                DiskNeed.of(items.stream().filter(Item::isMissing).toList());
        Amount unpacked = DiskNeed.unpacked(needs);
        Amount beside = DiskNeed.downloadsAtOnce(needs, request);
        boolean kept = request.fetching().keepArchives();
        return new Plan(request.sample(), items, kept ? unpacked.plus(beside) : unpacked, unpacked.plus(beside));
    }

    private Item missing(Dataset dataset, Path root, Optional<Reason> reason) throws IOException {
        List<WayCost> costs = new ArrayList<>();
        List<FileState> first = List.of();
        for (Way way : sources.ordered(dataset)) {
            List<FileState> files = files(dataset, way);
            if (costs.isEmpty()) {
                first = files;
            }
            costs.add(cost(dataset, way, files));
            if (request.sample()) {
                break; // of other ways there are no stand-ins, and their sizes are those of the originals
            }
        }
        for (FileState file : first) {
            fetched.add(cache.key(sources.fetch(dataset, file.source().file())));
        }
        return new Item(
                dataset,
                root,
                reason,
                first,
                costs,
                DiskNeed.onDisk(dataset, sources.ordered(dataset).get(0), request),
                new Errands(request, dataset).of(first));
    }

    private List<FileState> files(Dataset dataset, Way way) throws IOException {
        List<FileState> files = new ArrayList<>();
        for (String file : way.sources(request.scope())) {
            FetchRequest fetch = sources.fetch(dataset, file);
            Optional<Path> there = cache.glance(fetch);
            files.add(new FileState(
                    dataset.source(file),
                    there,
                    there.isPresent() ? 0 : cache.resumable(fetch),
                    fetched.contains(cache.key(fetch)),
                    sources.mayComeInParts(dataset, file)));
        }
        return files;
    }

    private WayCost cost(Dataset dataset, Way way, List<FileState> files) {
        Amount whole = files.stream().map(FileState::toFetch).reduce(Amount.NONE, Amount::plus);
        return new WayCost(way.name(), whole, inParts(dataset, files, whole), trouble(files));
    }

    /** Whole what is no zip, and of zips together what the evaluation leaves on the disk, as the catalogue has it. */
    private Optional<Amount> inParts(Dataset dataset, List<FileState> files, Amount whole) {
        if (request.scope() != Scope.EVAL
                || request.sample()
                || dataset.evalBytes().isEmpty()
                || files.stream().noneMatch(file -> file.inParts() && !file.shared())) {
            return Optional.empty();
        }
        long wanted = dataset.evalBytes().getAsLong();
        Amount others = Amount.NONE;
        for (FileState file : files) {
            if (!file.inParts() || file.shared()) {
                others = others.plus(file.toFetch());
                wanted -= file.source().plannedBytes().orElse(0);
            }
        }
        Amount parts = others.plus(Amount.about(Math.max(0, wanted)));
        return Optional.of(parts).filter(amount -> whole.unknown() > 0 || amount.bytes() < whole.bytes());
    }

    private String trouble(List<FileState> files) {
        if (request.sample() || request.fetching().mirrored()) {
            return "";
        }
        for (FileState file : files) {
            Source source = file.source();
            if (file.there().isEmpty() && (source.isDead() || source.urls().isEmpty())) {
                return source.file() + ": " + (source.isDead() ? source.state() : "to be fetched by hand");
            }
        }
        return "";
    }
}
