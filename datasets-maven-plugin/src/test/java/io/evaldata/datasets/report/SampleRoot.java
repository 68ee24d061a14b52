package io.evaldata.datasets.report;

import io.evaldata.datasets.catalog.Catalog;
import io.evaldata.datasets.catalog.CatalogReader;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.download.Fetcher;
import io.evaldata.datasets.download.MirrorRule;
import io.evaldata.datasets.prepare.Preparation;
import io.evaldata.datasets.prepare.PrepareListener;
import io.evaldata.datasets.prepare.Request;
import io.evaldata.datasets.prepare.Roots;
import io.evaldata.datasets.prepare.Summary;
import io.evaldata.datasets.prepare.Verification;
import io.evaldata.datasets.sample.SampleMirror;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sample datasets, prepared below a folder by the real pipeline. */
record SampleRoot(Request request) {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00.5Z"), ZoneOffset.UTC);

    /** Prepares the datasets of these names. */
    static SampleRoot prepare(Path folder, String... names) throws IOException, InterruptedException {
        SampleRoot root = at(folder, names);
        Request request = root.request();
        Cache cache = Cache.at(request.fetching().cache(), Optional.empty());
        Path own = request.roots().state().resolve("sample");
        Set<String> ids = request.withPrerequisites().stream().map(d -> d.id()).collect(Collectors.toSet());
        SampleMirror mirror = SampleMirror.at(own, CatalogReader.builtIn().catalog(), ids);
        try (Fetcher fetcher = Fetcher.into(cache)
                .offline(true)
                .connections(1)
                .mirror(MirrorRule.everythingAt(mirror.mirror()))
                .open()) {
            Summary summary = new Preparation(request, cache, fetcher, new PrepareListener() {}).run();
            if (!summary.isComplete()) {
                throw new IOException(summary.toString());
            }
        }
        return root;
    }

    /** The request that prepares them. */
    static SampleRoot at(Path folder, String... names) throws IOException {
        Catalog builtIn = CatalogReader.builtIn().catalog();
        Roots roots = Roots.of(folder, Map.of());
        Path own = roots.state().resolve("sample");
        Set<String> ids =
                builtIn.named(List.of(names)).stream().map(d -> d.id()).collect(Collectors.toSet());
        builtIn.named(List.of(names)).forEach(d -> d.derivedFrom().ifPresent(ids::add));
        Catalog overlaid = CatalogReader.builtIn()
                .merge(SampleMirror.at(own, builtIn, ids).overlay())
                .catalog();
        return new SampleRoot(new Request(
                overlaid,
                List.copyOf(overlaid.named(List.of(names))),
                roots,
                Scope.EVAL,
                new Request.Fetching(
                        own.resolve("cache"), Optional.empty(), true, true, true, Set.of(), Optional.empty(), false),
                "12.3",
                true,
                2,
                false,
                false));
    }

    DatasetsReport report() throws IOException {
        return DatasetsReport.of(request, new Verification(request).verify(false), false, CLOCK, result -> {});
    }
}
