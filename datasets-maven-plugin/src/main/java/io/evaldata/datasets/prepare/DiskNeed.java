package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.catalog.Way;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * How much of the disk one missing dataset takes.
 *
 * @param folder where it goes
 * @param onDisk what it takes up when it is there
 * @param download what lies in the cache on the way
 */
record DiskNeed(Path folder, Amount onDisk, Amount download) {
    /** What a dataset takes up: as the catalogue has it, else about what its archives do, which are pictures mostly. */
    static Amount onDisk(Dataset dataset, Way way, Request request) {
        if (request.scope() == Scope.EVAL
                && !request.sample()
                && dataset.evalBytes().isPresent()) {
            return Amount.about(dataset.evalBytes().getAsLong());
        }
        Amount archives = way.sources(request.scope()).stream()
                .map(file -> Amount.of(dataset.source(file)))
                .reduce(Amount.NONE, Amount::plus);
        return new Amount(archives.bytes(), archives.isNone(), archives.unknown());
    }

    /** What the missing datasets of a plan take. */
    static List<DiskNeed> of(List<Plan.Item> missing) {
        return missing.stream()
                .map(item -> new DiskNeed(item.root(), item.onDisk(), item.toFetch()))
                .toList();
    }

    /** All of them when they are there. */
    static Amount unpacked(List<DiskNeed> needs) {
        return needs.stream().map(DiskNeed::onDisk).reduce(Amount.NONE, Amount::plus);
    }

    /** The downloads that lie in the cache at the same time, at most: those of the datasets that are made together. */
    static Amount downloadsAtOnce(List<DiskNeed> needs, Request request) {
        long atOnce = request.fetching().keepArchives() ? Long.MAX_VALUE : Preparation.AT_A_TIME;
        return needs.stream()
                .map(DiskNeed::download)
                .sorted(Comparator.comparingLong(Amount::bytes).reversed())
                .limit(atOnce)
                .reduce(Amount.NONE, Amount::plus);
    }
}
