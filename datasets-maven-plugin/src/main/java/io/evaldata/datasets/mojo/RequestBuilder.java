package io.evaldata.datasets.mojo;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Catalog;
import io.evaldata.datasets.catalog.CatalogException;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Family;
import io.evaldata.datasets.prepare.LineRate;
import io.evaldata.datasets.prepare.Request;
import io.evaldata.datasets.prepare.Roots;
import io.evaldata.datasets.prepare.Verification;
import io.evaldata.datasets.sample.SampleMirror;
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

/** Turns a goal's configuration into a request; every mistake in it, and in the catalogue files, is told at once. */
final class RequestBuilder {
    private final DatasetsMojo mojo;
    private final ProjectOutputs project;
    private final GivenPaths paths;
    private final List<String> problems;
    private final GivenSettings settings;
    private final GivenCatalog catalogue;

    RequestBuilder(DatasetsMojo mojo) {
        this.mojo = mojo;
        this.problems = mojo.given.mistakes();
        this.paths = new GivenPaths(mojo.session, problems);
        this.project = new ProjectOutputs(mojo.session);
        this.settings = new GivenSettings(mojo, paths, problems);
        this.catalogue = new GivenCatalog(mojo.catalogs, paths);
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
        settings.format(format);
        if (outputFile != null) {
            paths.path(outputFile, "datasets.outputFile");
        }
        return this;
    }

    /** How fast the line is taken to be. */
    LineRate rate(String given) {
        return settings.rate(given);
    }

    /**
     * The catalogue.
     *
     * @throws DatasetsException listing every mistake of its files and of the configuration
     */
    Catalog catalog() {
        try {
            return catalogue.read();
        } catch (CatalogException e) {
            new GivenRoots(mojo, paths, problems).roots();
            settings.check();
            if (problems.isEmpty()) {
                throw e;
            }
            problems.addAll(e.lines());
            throw refusal();
        }
    }

    /** The datasets whose entries describe a segmentation config. */
    List<Dataset> withOwnConfig() throws IOException {
        return catalogue.withOwnConfig();
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
                        + "; prepare some first, for example " + mojo.commands.of("prepare") + " -Ddatasets=coco,"
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
        settings.check();
        return problems.isEmpty() ? Optional.of(roots) : Optional.empty();
    }

    /** The configs to wire, as paths. */
    List<Path> configs(List<File> segConfigs) {
        List<Path> configs = new ArrayList<>();
        GivenValues.writtenFiles(segConfigs).forEach(file -> configs.add(paths.path(file, "datasets.segConfigs")));
        refuse();
        return configs;
    }

    /** Everything of the configuration that decides what is prepared, with what this plugin and the catalogue files are. */
    String configuration(Roots roots) throws IOException {
        List<String> parts = new ArrayList<>(List.of(
                identity(),
                catalogue.state(),
                String.valueOf(mojo.datasets),
                roots.root().toString(),
                String.valueOf(mojo.scope),
                String.valueOf(mojo.pillowVersion),
                String.valueOf(mojo.sample)));
        for (Family family : Family.values()) {
            parts.add(roots.of(family).toString());
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
        List<String> written = GivenValues.written(mojo.datasets);
        List<String> chosen = written.isEmpty() ? otherwise.names(catalog, roots) : written;
        if (chosen.isEmpty()) {
            problems.add(whenNone.apply(catalog, roots));
        }
        GivenNames names = names(catalog);
        List<Dataset> wanted = names.datasets(chosen);
        Path samples = roots.state().resolve("sample");
        Optional<URI> mirror = settings.mirror();
        Request request = new Request(
                catalog,
                wanted,
                roots,
                settings.scope(),
                settings.fetching(names.acceptedTerms(mojo.acceptTerms), samples, lockFile()),
                settings.pillow(),
                mojo.sample,
                settings.threads(),
                mojo.failFast,
                false);
        refuse();
        return mojo.sample ? sample(request, samples) : new Built(request, mirror);
    }

    private GivenNames names(Catalog catalog) {
        return new GivenNames(catalog, mojo.commands, problems);
    }

    private void refuse() {
        if (!problems.isEmpty()) {
            throw refusal();
        }
    }

    /** Every mistake of the configuration found so far. */
    private DatasetsException refusal() {
        return new DatasetsException(
                problems.size() == 1
                        ? problems.get(0)
                        : problems.size() + " mistakes in the configuration:\n  - " + String.join("\n  - ", problems),
                "Nothing was fetched or changed. Correct it in the POM or on the command line; "
                        + mojo.commands.of("help") + " -Ddetail -Dgoal=prepare describes every parameter.");
    }

    /** The same request against a private mirror of generated files, described by an overlay catalogue. */
    private Built sample(Request request, Path own) throws IOException {
        Set<String> ids = new LinkedHashSet<>();
        request.withPrerequisites().forEach(dataset -> ids.add(dataset.id()));
        SampleMirror samples = SampleMirror.at(own, request.catalog(), ids);
        Catalog overlaid = catalogue.readWith(samples.overlay());
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

    /**
     * The datasets of these names; all when there are none.
     *
     * @throws DatasetsException naming every one that is not known
     */
    List<Dataset> known(Catalog catalog, List<String> chosen) {
        List<Dataset> known =
                chosen.isEmpty() ? List.copyOf(catalog.all()) : names(catalog).datasets(chosen);
        refuse();
        return known;
    }

    /** The lock file of the project or the one given; nothing where there is no project. */
    Optional<Path> lockFile() {
        if (mojo.lockFile != null) {
            return Optional.of(paths.path(mojo.lockFile, "datasets.lockFile").toAbsolutePath());
        }
        return project.project().map(p -> p.getBasedir().toPath().resolve("datasets.lock.json"));
    }
}
