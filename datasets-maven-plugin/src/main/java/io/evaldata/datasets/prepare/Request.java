package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Catalog;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Scope;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a build asks for, complete and checked: nothing is null, relative or unparsed behind this point.
 *
 * @param catalog all known datasets
 * @param datasets the ones to prepare, each once
 * @param roots where they go
 * @param scope how much of each
 * @param fetching where bytes come from
 * @param pillow whose polygon filling drawn maps equal
 * @param sample whether these are generated stand-ins
 * @param threads how many threads unpack and convert
 * @param failFast whether the first failed dataset ends the run
 * @param again whether datasets are made again although they are there
 */
public record Request(
        Catalog catalog,
        List<Dataset> datasets,
        Roots roots,
        Scope scope,
        Fetching fetching,
        String pillow,
        boolean sample,
        int threads,
        boolean failFast,
        boolean again) {
    public Request {
        datasets = List.copyOf(datasets);
    }

    /**
     * Where bytes come from and what is kept of them.
     *
     * @param cache downloads shared by all projects
     * @param manualDir files fetched by hand
     * @param keepArchives whether downloads stay after their datasets are prepared
     * @param offline whether no socket may be opened
     * @param mirrored whether a mirror stands in for the publishers
     * @param acceptedTerms ids of datasets whose terms the user accepts; {@code all} for every one
     * @param lockFile the file that pins what was used
     * @param locked whether nothing may be used that it does not pin
     */
    public record Fetching(
            Path cache,
            Optional<Path> manualDir,
            boolean keepArchives,
            boolean offline,
            boolean mirrored,
            Set<String> acceptedTerms,
            Optional<Path> lockFile,
            boolean locked) {
        public Fetching {
            acceptedTerms = Set.copyOf(acceptedTerms);
        }
    }

    /** The same request for one dataset, to be made again as its receipt, when there is one, says that it was made. */
    public Request again(Dataset dataset, Optional<Receipt> made) {
        return new Request(
                catalog,
                List.of(dataset),
                roots,
                made.map(receipt -> Scope.parse(receipt.scope())).orElse(scope),
                fetching,
                made.map(Receipt::pillow).filter(version -> !version.isEmpty()).orElse(pillow),
                sample,
                threads,
                failFast,
                true);
    }

    /** What receipts call this kind of data. */
    String kind() {
        return sample ? Receipt.SAMPLE : Receipt.REAL;
    }

    /** The asked-for datasets with those they are made from, each behind what it needs. */
    public Set<Dataset> withPrerequisites() {
        Set<Dataset> ordered = new LinkedHashSet<>();
        for (Dataset dataset : datasets) {
            dataset.derivedFrom().map(catalog::get).ifPresent(ordered::add);
            ordered.add(dataset);
        }
        return ordered;
    }
}
