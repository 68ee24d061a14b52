package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Catalog;
import io.evaldata.datasets.catalog.CatalogReader;
import io.evaldata.datasets.catalog.Family;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.download.Fetcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything that preparing needs below one folder: published files, a catalogue, a cache, roots. */
final class Workplace {
    private final Path folder;
    private final Map<Family, Path> families = new EnumMap<>(Family.class);
    private Scope scope = Scope.EVAL;
    private String pillow = "12.3";
    private boolean keepArchives;
    private boolean failFast;
    private boolean locked;
    private boolean mirrored;
    private boolean sample;
    private Set<String> acceptedTerms = Set.of();
    private Optional<Path> lockFile = Optional.empty();
    private Optional<Path> manualDir = Optional.empty();
    private Path root;
    private Optional<String> stumbling = Optional.empty();
    private volatile Heard heard = new Heard(stumbling);

    Workplace(Path folder) {
        this.folder = folder;
        this.root = folder.resolve("data");
    }

    Workplace scope(Scope value) {
        scope = value;
        return this;
    }

    Workplace pillow(String value) {
        pillow = value;
        return this;
    }

    Workplace keepArchives() {
        keepArchives = true;
        return this;
    }

    Workplace failFast() {
        failFast = true;
        return this;
    }

    Workplace locked(boolean value) {
        locked = value;
        return this;
    }

    Workplace mirrored() {
        mirrored = true;
        return this;
    }

    Workplace sample(boolean value) {
        sample = value;
        return this;
    }

    Workplace acceptedTerms(String... ids) {
        acceptedTerms = Set.of(ids);
        return this;
    }

    Workplace root(Path value) {
        root = value;
        return this;
    }

    Workplace family(Family family, Path value) {
        families.put(family, value);
        return this;
    }

    /** Something unforeseen happens to this dataset. */
    Workplace stumblingAt(String id) {
        stumbling = Optional.of(id);
        return this;
    }

    /** Has a lock file from now on. */
    Path lockFile() {
        lockFile = Optional.of(folder.resolve("datasets.lock.json"));
        return lockFile.get();
    }

    /** Has a manual folder from now on. */
    Path manualDir() throws IOException {
        manualDir = Optional.of(Files.createDirectories(folder.resolve("manual")));
        return manualDir.get();
    }

    /** Publishes a file; returns its address. */
    String publish(String name, byte[] content) throws IOException {
        Path file = folder.resolve("published").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content).toUri().toString();
    }

    /** Nothing can be fetched any more from where it was published. */
    void unpublish() throws IOException {
        Files.move(folder.resolve("published"), folder.resolve("unpublished"));
    }

    /** The catalogue consists of these entries and the built-in ones. */
    Workplace catalogue(String... entries) throws IOException {
        Files.writeString(folder.resolve("catalogue.yaml"), "datasets:\n" + String.join("", entries));
        return this;
    }

    /** An entry that unpacks one zip as it is. */
    static String unpacking(String id, String zip, String url) {
        return unpacking(id, zip, url, "");
    }

    /** An entry that unpacks one zip as it is, with more in flow style about the source. */
    static String unpacking(String id, String zip, String url, String more) {
        return """
                  - id: %s
                    group: classification
                    sources: [{file: %s, urls: ["%s"]%s}]
                    steps: [{unpack: %s, members: [{from: "{path**}", to: "{path}"}]}]
                """
                .formatted(id, zip, url, more, zip);
    }

    Request request(String... ids) {
        Catalog catalog =
                CatalogReader.builtIn().merge(folder.resolve("catalogue.yaml")).catalog();
        return new Request(
                catalog,
                Stream.of(ids).map(catalog::get).toList(),
                Roots.of(root, families),
                scope,
                new Request.Fetching(
                        cacheFolder(), manualDir, keepArchives, false, mirrored, acceptedTerms, lockFile, locked),
                pillow,
                sample,
                2,
                failFast,
                false);
    }

    Path cacheFolder() {
        return folder.resolve("cache");
    }

    Cache cache() {
        return Cache.at(cacheFolder(), manualDir);
    }

    Summary prepare(String... ids) throws IOException, InterruptedException {
        heard = new Heard(stumbling);
        try (Fetcher fetcher =
                Fetcher.into(cache()).connections(1).pauser(duration -> {}).open()) {
            return new Preparation(request(ids), cache(), fetcher, heard).run();
        }
    }

    /** How each of these ends, in order. */
    List<Outcome.State> states(String... ids) throws IOException, InterruptedException {
        return prepare(ids).outcomes().stream().map(Outcome::state).toList();
    }

    /** What the last preparation told. */
    Heard heard() {
        return heard;
    }

    Path rootOf(String id) {
        Request request = request(id);
        return request.roots().of(request.catalog().get(id));
    }

    StateFolder state() {
        return new StateFolder(root.resolve(".datasets"));
    }

    Path staging(String id) {
        return state().path().resolve(id + ".staging");
    }

    /** Paths and contents of all files of the dataset's folder. */
    SortedMap<String, String> tree(String id) throws IOException {
        return files(rootOf(id));
    }

    /** Paths and contents (a character per byte) of all files below a folder. */
    static SortedMap<String, String> files(Path top) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        if (!Files.exists(top)) {
            return files;
        }
        try (Stream<Path> all = Files.walk(top)) {
            all.filter(Files::isRegularFile).forEach(file -> {
                try {
                    String path = top.relativize(file).toString().replace('\\', '/');
                    files.put(path, Files.readString(file, StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return files;
    }
}
