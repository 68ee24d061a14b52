package io.evaldata.datasets.mojo;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.NearestName;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.prepare.LineRate;
import io.evaldata.datasets.prepare.Request;
import io.evaldata.datasets.segmentation.PillowRules;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parameters that mean something by themselves, whatever the catalogue says: each parsed, or told as a problem. */
final class GivenSettings {
    private static final Set<String> SCHEMES = Set.of("http", "https", "file");
    private static final Set<String> FORMATS = Set.of("text", "json");

    private final DatasetsMojo mojo;
    private final GivenPaths paths;
    private final List<String> problems;

    /**
     * @param problems where to tell what is wrong with one
     */
    GivenSettings(DatasetsMojo mojo, GivenPaths paths, List<String> problems) {
        this.mojo = mojo;
        this.paths = paths;
        this.problems = problems;
    }

    /** Looks at all of them, for their problems only. */
    void check() {
        scope();
        pillow();
        threads();
        connections();
        mirror();
        manualDir();
    }

    Scope scope() {
        try {
            return Scope.parse(mojo.scope);
        } catch (IllegalArgumentException e) {
            problems.add("datasets.scope: " + e.getMessage());
            return Scope.EVAL;
        }
    }

    /** The Pillow version whose polygons are drawn. */
    String pillow() {
        try {
            return PillowRules.parse(mojo.pillowVersion).version();
        } catch (DatasetsException e) {
            problems.add(e.getMessage());
            return "";
        }
    }

    int threads() {
        if (mojo.threads != null && mojo.threads < 1) {
            problems.add("datasets.threads is " + mojo.threads + "; give a number from 1 on");
            return 1;
        }
        return mojo.threads != null ? mojo.threads : Runtime.getRuntime().availableProcessors();
    }

    private void connections() {
        if (mojo.connections < 1) {
            problems.add("datasets.connections is " + mojo.connections + "; give a number from 1 on");
        }
    }

    /** How an answer is to be given. */
    void format(String format) {
        if (!FORMATS.contains(format)) {
            problems.add("datasets.format is '" + format + "'; expected text or json"
                    + NearestName.hint(String.valueOf(format), FORMATS));
        }
    }

    /** How fast the line is taken to be. */
    LineRate rate(String given) {
        try {
            return LineRate.parse(given);
        } catch (IllegalArgumentException e) {
            problems.add("datasets.rate: " + e.getMessage());
            return LineRate.parse("1");
        }
    }

    /** The base address that stands in for all publishers. */
    Optional<URI> mirror() {
        if (mojo.mirror == null || mojo.mirror.isBlank()) {
            return Optional.empty();
        }
        try {
            URI base = URI.create(mojo.mirror.strip());
            if (base.getUserInfo() != null) {
                problems.add(
                        "datasets.mirror holds a user or password; put them into settings.xml as a <server> with the"
                                + " mirror's host as its id");
            } else if (base.getScheme() == null || !SCHEMES.contains(base.getScheme())) {
                problems.add("datasets.mirror is '" + base + "'; expected an http, https or file address");
            }
            return Optional.of(base);
        } catch (IllegalArgumentException e) {
            problems.add("datasets.mirror is no address; expected something like https://mirror.example/datasets");
            return Optional.empty();
        }
    }

    private Optional<Path> manualDir() {
        Optional<Path> manual = Optional.ofNullable(mojo.manualDir)
                .map(file -> paths.path(file, "datasets.manualDir"))
                .filter(dir -> !mojo.sample);
        manual.filter(dir -> !Files.isDirectory(dir))
                .ifPresent(dir -> problems.add("datasets.manualDir is " + dir + ", which is no folder"));
        return manual;
    }

    /**
     * Where bytes come from.
     *
     * @param samples where stand-ins are kept
     * @param lockFile of the project, or the one given
     */
    Request.Fetching fetching(Set<String> acceptedTerms, Path samples, Optional<Path> lockFile) {
        connections();
        Path cache = mojo.sample
                ? samples.resolve("cache")
                : mojo.cache != null
                        ? paths.path(mojo.cache, "datasets.cache")
                        : Cache.defaultRoot(System.getenv(), paths.home());
        return new Request.Fetching(
                cache.toAbsolutePath(),
                manualDir(),
                mojo.keepArchives,
                mojo.session.isOffline(),
                mojo.mirror != null && !mojo.mirror.isBlank(),
                acceptedTerms,
                mojo.sample ? Optional.empty() : lockFile,
                mojo.locked && !mojo.sample);
    }
}
