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
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a goal's configuration into a request; every mistake in it is told at once. */
final class RequestBuilder {
    private static final Set<String> SCHEMES = Set.of("http", "https", "file");

    private final DatasetsMojo mojo;
    private final ProjectOutputs project;
    private final Path home;
    private final List<String> problems = new ArrayList<>();

    RequestBuilder(DatasetsMojo mojo) {
        this.mojo = mojo;
        this.project = new ProjectOutputs(mojo.session);
        this.home = Path.of(mojo.session.getSystemProperties().getProperty("user.home", ""));
    }

    /**
     * A request together with the address that stands in for the publishers.
     *
     * @param request what is asked for
     * @param mirror base address of a mirror for everything; nothing when publishers are asked themselves
     */
    record Built(Request request, Optional<URI> mirror) {}

    /** The catalogue with what jars among the plugin's dependencies bring, then the user's files, merged over it. */
    Catalog catalog() {
        return reader().catalog();
    }

    private CatalogReader reader() {
        CatalogReader reader = CatalogReader.builtIn().merge(jars());
        if (mojo.catalogs != null) {
            mojo.catalogs.forEach(file -> reader.merge(path(file, "datasets.catalogs")));
        }
        return reader;
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
        return build((catalog, roots) -> List.of());
    }

    /** The same for goals that look at what is there: without a choice, everything that is prepared. */
    Built buildForPrepared() throws IOException {
        return build((catalog, roots) -> Verification.prepared(roots).stream()
                .filter(catalog::has)
                .sorted()
                .toList());
    }

    /** The same for goals that mean these datasets when none are chosen. */
    Built buildOr(List<String> otherwise) throws IOException {
        return build((catalog, roots) -> otherwise);
    }

    /** Says which datasets are meant when none are chosen. */
    @FunctionalInterface
    private interface Default {
        List<String> names(Catalog catalog, Roots roots) throws IOException;
    }

    /** The roots alone, which need no catalogue; nothing when something is wrong with them. */
    Optional<Roots> soundRoots() {
        Roots roots = roots();
        return problems.isEmpty() ? Optional.of(roots) : Optional.empty();
    }

    /** The configs to wire, as paths. */
    List<Path> configs(List<File> segConfigs) {
        List<Path> configs = new ArrayList<>();
        if (segConfigs != null) {
            segConfigs.forEach(file -> configs.add(path(file, "datasets.segConfigs")));
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

    private Built build(Default otherwise) throws IOException {
        Catalog catalog = catalog();
        Roots roots = roots();
        List<String> chosen =
                mojo.datasets == null || mojo.datasets.isEmpty() ? otherwise.names(catalog, roots) : mojo.datasets;
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

    private void refuse() {
        if (!problems.isEmpty()) {
            throw new DatasetsException(
                    problems.size() == 1
                            ? problems.get(0)
                            : problems.size() + " mistakes in the configuration:\n  - "
                                    + String.join("\n  - ", problems),
                    "Nothing was fetched or changed.");
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
        if (chosen.isEmpty()) {
            problems.add("no datasets are chosen; set <datasets> in the POM or -Ddatasets=, for example"
                    + " -Ddatasets=coco,segmentation; known are "
                    + String.join(", ", catalog.all().stream().map(Dataset::id).toList())
                    + ", the groups retrieval, classification and segmentation, and all");
            return List.of();
        }
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

    private Roots roots() {
        Map<Family, Path> families = new EnumMap<>(Family.class);
        mojo.givenRoots().forEach((family, file) -> families.put(family, path(file, "datasets.root." + family.key())));
        Path root = givenRoot().map(file -> path(file, "datasets.root")).orElseGet(this::defaultRoot);
        if (mojo.sample) {
            // Stand-ins stay below their own root: elsewhere they could come among real data.
            families.values().removeIf(path -> !path.toAbsolutePath()
                    .normalize()
                    .startsWith(root.toAbsolutePath().normalize()));
        }
        Roots made = Roots.of(root, families);
        if (!mojo.sample) {
            insideTarget(made.root(), "datasets.root");
            families.forEach((family, path) -> insideTarget(path, "datasets.root." + family.key()));
        }
        return made;
    }

    /** What is said on the command line goes before what the POM says. */
    private Optional<File> givenRoot() {
        String typed = mojo.session.getUserProperties().getProperty("datasets.root", "");
        if (typed.isBlank()) {
            return Optional.ofNullable(mojo.root);
        }
        Path base = project.project().map(p -> p.getBasedir().toPath()).orElse(Path.of(""));
        String resolved = typed.strip().replace("${user.home}", home.toString());
        return Optional.of(base.resolve(resolved).toAbsolutePath().toFile());
    }

    private Path defaultRoot() {
        if (!mojo.sample) {
            return home.resolve("datasets");
        }
        return project.project()
                .map(p -> Path.of(p.getBuild().getDirectory(), "datasets-sample"))
                .orElse(home.resolve("datasets-sample"));
    }

    /** Data that {@code mvn clean} would delete is data lost. */
    private void insideTarget(Path path, String parameter) {
        project.project().map(p -> Path.of(p.getBuild().getDirectory())).ifPresent(target -> {
            if (path.toAbsolutePath()
                    .normalize()
                    .startsWith(target.toAbsolutePath().normalize())) {
                problems.add(parameter + " is " + path + ", inside " + target
                        + ", which mvn clean deletes; set it to a folder outside");
            }
        });
    }

    /** Some goals run without a POM, where Maven leaves expressions as they are: never make a folder named after one. */
    private Path path(File file, String parameter) {
        String text = file.getPath().replace("${user.home}", home.toString());
        if (text.contains("${")) {
            problems.add(parameter + " is '" + text.substring(text.indexOf("${"))
                    + "', an expression that could not be resolved here; give a path");
        }
        // Maven has made "~/data" a path below the project by now, as no shell expands it behind "-Ddatasets.root=".
        String tilde = File.separator + "~" + File.separator;
        int at = text.indexOf(tilde);
        return at < 0 ? Path.of(text) : home.resolve(text.substring(at + tilde.length()));
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
            problems.add("datasets.pillowVersion: " + e.getMessage());
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
        if (mojo.connections < 1) {
            problems.add("datasets.connections is " + mojo.connections + "; give a number from 1 on");
        }
        Set<String> accepted = mojo.acceptTerms == null ? Set.of() : Set.copyOf(mojo.acceptTerms);
        for (String id : accepted) {
            if (!catalog.has(id) && !id.equals(Catalog.ALL)) {
                problems.add("datasets.acceptTerms names '" + id + "', which is no dataset id"
                        + NearestName.of(
                                        id,
                                        catalog.all().stream().map(Dataset::id).toList())
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse(""));
            }
        }
        Optional<Path> manual = Optional.ofNullable(mojo.manualDir)
                .map(file -> path(file, "datasets.manualDir"))
                .filter(dir -> !mojo.sample);
        manual.filter(dir -> !Files.isDirectory(dir))
                .ifPresent(dir -> problems.add("datasets.manualDir is " + dir + ", which is no folder"));
        Path cache = mojo.sample
                ? own.resolve("cache")
                : mojo.cache != null ? path(mojo.cache, "datasets.cache") : Cache.defaultRoot(System.getenv(), home);
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

    /** The lock file of the project or the one given; nothing where there is no project. */
    Optional<Path> lockFile() {
        if (mojo.lockFile != null) {
            return Optional.of(path(mojo.lockFile, "datasets.lockFile").toAbsolutePath());
        }
        return project.project().map(p -> p.getBasedir().toPath().resolve("datasets.lock.json"));
    }
}
