package io.evaldata.datasets.mojo;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Catalog;
import io.evaldata.datasets.catalog.CatalogJars;
import io.evaldata.datasets.catalog.CatalogReader;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Family;
import io.evaldata.datasets.catalog.NearestName;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.prepare.LineRate;
import io.evaldata.datasets.prepare.Request;
import io.evaldata.datasets.prepare.Roots;
import io.evaldata.datasets.prepare.Verification;
import io.evaldata.datasets.sample.SampleMirror;
import io.evaldata.datasets.segmentation.PillowRules;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Turns a goal's configuration into a request; every mistake in it is told at once. */
final class RequestBuilder {
    private static final Set<String> SCHEMES = Set.of("http", "https", "file");

    private static final Set<String> FORMATS = Set.of("text", "json");

    private final DatasetsMojo mojo;
    private final ProjectOutputs project;
    private final GivenPaths paths;
    private final List<String> problems;

    RequestBuilder(DatasetsMojo mojo) {
        this.mojo = mojo;
        this.problems = mojo.given.mistakes();
        this.paths = new GivenPaths(mojo.session, problems);
        this.project = new ProjectOutputs(mojo.session);
    }

    /**
     * A request together with the address that stands in for the publishers.
     *
     * @param request what is asked for
     * @param mirror base address of a mirror for everything; nothing when publishers are asked themselves
     */
    record Built(Request request, Optional<URI> mirror) {}

    /** Looks at how an answer is wanted. */
    RequestBuilder answering(String format, File outputFile) {
        if (!FORMATS.contains(format)) {
            problems.add("datasets.format is '" + format + "'; expected text or json"
                    + NearestName.of(String.valueOf(format), FORMATS)
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElse(""));
        }
        if (outputFile != null) {
            paths.path(outputFile, "datasets.outputFile");
        }
        return this;
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

    /** The catalogue with what jars among the plugin's dependencies bring, then the user's files, merged over it. */
    Catalog catalog() {
        return reader().catalog();
    }

    private CatalogReader reader() {
        CatalogReader reader = CatalogReader.builtIn().merge(jars());
        if (mojo.catalogs != null) {
            mojo.catalogs.forEach(file -> reader.merge(paths.path(file, "datasets.catalogs")));
        }
        return reader;
    }

    /** The datasets whose entries describe a segmentation config; ours do not, so the catalogue is only read for others. */
    List<Dataset> withOwnConfig() throws IOException {
        if ((mojo.catalogs == null || mojo.catalogs.isEmpty()) && jars().isEmpty()) {
            return List.of();
        }
        return catalog().all().stream()
                .filter(dataset -> dataset.segConfig().isPresent())
                .toList();
    }

    private static CatalogJars jars() {
        return CatalogJars.of(RequestBuilder.class.getClassLoader());
    }

    /**
     * Builds the request.
     *
     * @throws DatasetsException listing every mistake of the configuration
     */
    Built build() throws IOException {
        return buildOr(List.of());
    }

    /** The same for goals that look at what is there: without a choice, everything that is prepared. */
    Built buildForPrepared() throws IOException {
        return build(
                (catalog, roots) -> Verification.prepared(roots).stream()
                        .filter(catalog::has)
                        .sorted()
                        .toList(),
                (catalog, roots) -> "no datasets are chosen, and none are prepared in " + roots.root()
                        + "; prepare some first, for example mvn datasets:prepare -Ddatasets=coco,"
                        + " or name the folder that has them: -Ddatasets.root=");
    }

    /** The same for goals that mean these datasets when none are chosen. */
    Built buildOr(List<String> otherwise) throws IOException {
        return build(
                (catalog, roots) -> otherwise,
                (catalog, roots) -> "no datasets are chosen; set <datasets> in the POM or -Ddatasets=, for example"
                        + " -Ddatasets=coco,segmentation; known are "
                        + String.join(
                                ", ", catalog.all().stream().map(Dataset::id).toList())
                        + ", the groups retrieval, classification and segmentation, and all");
    }

    /** Says which datasets are meant when none are chosen. */
    @FunctionalInterface
    private interface Default {
        List<String> names(Catalog catalog, Roots roots) throws IOException;
    }

    /** The roots, when nothing is wrong with whatever can be judged without the catalogue. */
    Optional<Roots> soundRoots() {
        Roots roots = new GivenRoots(mojo, paths, problems).roots();
        scope();
        pillow();
        threads();
        connections();
        mirror();
        return problems.isEmpty() ? Optional.of(roots) : Optional.empty();
    }

    /** The configs to wire, as paths. */
    List<Path> configs(List<File> segConfigs) {
        List<Path> configs = new ArrayList<>();
        if (segConfigs != null) {
            segConfigs.forEach(file -> configs.add(paths.path(file, "datasets.segConfigs")));
        }
        refuse();
        return configs;
    }

    /** Everything of the configuration that decides what is prepared, with what this plugin and the catalogue files are. */
    String configuration(Roots roots) throws IOException {
        List<String> parts = new ArrayList<>(List.of(
                identity(),
                jars().state(),
                String.valueOf(mojo.datasets),
                roots.root().toString(),
                String.valueOf(mojo.scope),
                String.valueOf(mojo.pillowVersion),
                String.valueOf(mojo.sample)));
        for (Family family : Family.values()) {
            parts.add(roots.of(family).toString());
        }
        if (mojo.catalogs != null) {
            for (File catalog : mojo.catalogs) {
                parts.add(catalog + " " + catalog.length() + " " + catalog.lastModified());
            }
        }
        return String.join("\n", parts);
    }

    /** This very build of the plugin: a snapshot keeps its name when its content changes. */
    private static String identity() throws IOException {
        try {
            Path code = Path.of(RequestBuilder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return code + " " + Files.size(code) + " " + Files.getLastModifiedTime(code);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Built build(Default otherwise, BiFunction<Catalog, Roots, String> whenNone) throws IOException {
        Catalog catalog = catalog();
        Roots roots = new GivenRoots(mojo, paths, problems).roots();
        List<String> chosen =
                mojo.datasets == null || mojo.datasets.isEmpty() ? otherwise.names(catalog, roots) : mojo.datasets;
        if (chosen.isEmpty()) {
            problems.add(whenNone.apply(catalog, roots));
        }
        List<Dataset> wanted = datasets(catalog, chosen);
        Path own = roots.state().resolve("sample");
        Optional<URI> mirror = mirror();
        Request request = new Request(
                catalog,
                wanted,
                roots,
                scope(),
                fetching(catalog, own),
                pillow(),
                mojo.sample,
                threads(),
                mojo.failFast,
                false);
        refuse();
        return mojo.sample ? sample(request, own) : new Built(request, mirror);
    }

    /**
     * Ends the goal when the configuration is not sound.
     *
     * @throws DatasetsException listing every mistake found so far
     */
    private void refuse() {
        if (!problems.isEmpty()) {
            throw new DatasetsException(
                    problems.size() == 1
                            ? problems.get(0)
                            : problems.size() + " mistakes in the configuration:\n  - "
                                    + String.join("\n  - ", problems),
                    "Nothing was fetched or changed. Correct it in the POM or on the command line; mvn datasets:help"
                            + " -Ddetail -Dgoal=prepare describes every parameter.");
        }
    }

    /** The same request against a private mirror of generated files, described by an overlay catalogue. */
    private Built sample(Request request, Path own) throws IOException {
        Set<String> ids = new LinkedHashSet<>();
        request.withPrerequisites().forEach(dataset -> ids.add(dataset.id()));
        SampleMirror samples = SampleMirror.at(own, request.catalog(), ids);
        Catalog overlaid = reader().merge(samples.overlay()).catalog();
        Request sampled = new Request(
                overlaid,
                request.datasets().stream().map(d -> overlaid.get(d.id())).toList(),
                request.roots(),
                request.scope(),
                request.fetching(),
                request.pillow(),
                true,
                request.threads(),
                request.failFast(),
                request.again());
        return new Built(sampled, Optional.of(samples.mirror()));
    }

    private List<Dataset> datasets(Catalog catalog, List<String> chosen) {
        List<String> names = chosen.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        for (String name : names) {
            if (catalog.named(name).isEmpty()) {
                problems.add("there is no dataset '" + name + "'"
                        + catalog.nearest(name)
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse(";")
                        + " mvn datasets:list shows all");
            }
        }
        return List.copyOf(catalog.named(names));
    }

    /**
     * The datasets of these names; all when there are none.
     *
     * @throws DatasetsException naming every one that is not known
     */
    List<Dataset> known(Catalog catalog, List<String> names) {
        List<Dataset> known = names.isEmpty() ? List.copyOf(catalog.all()) : datasets(catalog, names);
        refuse();
        return known;
    }

    private Scope scope() {
        try {
            return Scope.parse(mojo.scope);
        } catch (IllegalArgumentException e) {
            problems.add("datasets.scope: " + e.getMessage());
            return Scope.EVAL;
        }
    }

    private String pillow() {
        try {
            return PillowRules.parse(mojo.pillowVersion).version();
        } catch (DatasetsException e) {
            problems.add(e.getMessage());
            return "";
        }
    }

    private int threads() {
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

    private Optional<URI> mirror() {
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

    private Request.Fetching fetching(Catalog catalog, Path own) {
        connections();
        Set<String> accepted = acceptedTerms(catalog);
        Optional<Path> manual = Optional.ofNullable(mojo.manualDir)
                .map(file -> paths.path(file, "datasets.manualDir"))
                .filter(dir -> !mojo.sample);
        manual.filter(dir -> !Files.isDirectory(dir))
                .ifPresent(dir -> problems.add("datasets.manualDir is " + dir + ", which is no folder"));
        Path cache = mojo.sample
                ? own.resolve("cache")
                : mojo.cache != null
                        ? paths.path(mojo.cache, "datasets.cache")
                        : Cache.defaultRoot(System.getenv(), paths.home());
        return new Request.Fetching(
                cache.toAbsolutePath(),
                manual,
                mojo.keepArchives,
                mojo.session.isOffline(),
                mojo.mirror != null && !mojo.mirror.isBlank(),
                accepted,
                mojo.sample ? Optional.empty() : lockFile(),
                mojo.locked && !mojo.sample);
    }

    /** Terms are accepted one by one, so a group accepts nothing; an alias is as good as its id. */
    private Set<String> acceptedTerms(Catalog catalog) {
        Set<String> accepted = new LinkedHashSet<>();
        for (String given : mojo.acceptTerms == null ? List.<String>of() : mojo.acceptTerms) {
            String name = given == null ? "" : given.strip();
            List<Dataset> named = catalog.named(name);
            if (name.equals(Catalog.ALL)) {
                accepted.add(name);
            } else if (named.size() == 1) {
                accepted.add(named.get(0).id());
            } else if (!named.isEmpty()) {
                problems.add("datasets.acceptTerms names the group '" + name
                        + "'; terms are accepted for each dataset by its own name, or for 'all'");
            } else if (!name.isEmpty()) {
                problems.add("datasets.acceptTerms names '" + name + "', which is no dataset id"
                        + NearestName.of(
                                        name,
                                        catalog.all().stream().map(Dataset::id).toList())
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse(""));
            }
        }
        return accepted;
    }

    /** The lock file of the project or the one given; nothing where there is no project. */
    Optional<Path> lockFile() {
        if (mojo.lockFile != null) {
            return Optional.of(paths.path(mojo.lockFile, "datasets.lockFile").toAbsolutePath());
        }
        return project.project().map(p -> p.getBasedir().toPath().resolve("datasets.lock.json"));
    }
}
