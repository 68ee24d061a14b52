package io.evaldata.datasets.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.evaldata.datasets.catalog.Mistakes.Mistake;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads catalogue files, YAML or JSON, and merges them: datasets by {@code id}, a dataset's sources by {@code file}; a
 * given value replaces, everything else stays. Giving a size or digest of a source drops its other sizes and digests,
 * because they describe one file.
 */
public final class CatalogReader {
    private static final Set<String> CONTENT = Set.of("bytes", "approximateBytes", "md5", "sha1", "sha256");
    private static final String BUILT_IN = "datasets/";

    private final Map<String, Node> datasets = new LinkedHashMap<>();
    private final Map<String, List<String>> origins = new HashMap<>();
    private final Mistakes mistakes = new Mistakes();
    private int filesRead;

    private CatalogReader() {}

    /** The nineteen built-in datasets. */
    public static CatalogReader builtIn() {
        CatalogReader reader = new CatalogReader();
        try (InputStream index = resource("index.txt")) {
            for (String name : new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                try (InputStream resource = resource(name)) {
                    reader.read(resource, name, Dataset.BUILT_IN);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reader;
    }

    /** No datasets at all, for catalogues that stand alone. */
    public static CatalogReader empty() {
        return new CatalogReader();
    }

    private static InputStream resource(String name) {
        InputStream resource = CatalogReader.class.getResourceAsStream(BUILT_IN + name);
        if (resource == null) {
            throw new IllegalStateException("the plugin jar has no " + BUILT_IN + name);
        }
        return resource;
    }

    /**
     * Merges a file over what was read so far.
     *
     * @throws CatalogException when it is not there or not well formed; other mistakes are told with the catalogue
     */
    public CatalogReader merge(Path file) {
        if (!take(file)) {
            mistakes.refuse();
        }
        return this;
    }

    /** Merges files, one over the other, over what was read so far; everything wrong with them is told with the catalogue. */
    public CatalogReader merge(List<Path> files) {
        files.forEach(this::take);
        return this;
    }

    /** Merges the catalogue files of jars over what was read so far; what is wrong with them is told with the catalogue. */
    public CatalogReader merge(CatalogJars jars) {
        try {
            jars.read(this::read);
        } catch (IOException e) {
            unreadable("a jar among the plugin's dependencies", "cannot be read: " + e.getMessage());
        }
        return this;
    }

    /**
     * All datasets read, as checked values.
     *
     * @throws CatalogException with every mistake of every file, each with file, line and keys
     */
    public Catalog catalog() {
        Map<Dataset, Node> parsed = new LinkedHashMap<>();
        datasets.forEach((id, node) -> mistakes.orElse(
                        Optional.<Dataset>empty(), () -> DatasetParser.parse(node, origins.get(id)))
                .ifPresent(dataset -> parsed.put(dataset, node)));
        Catalog catalog = Catalog.of(parsed, datasets.keySet());
        mistakes.refuse();
        return catalog;
    }

    /** Whether the file could be read; what is wrong in it is another matter. */
    private boolean take(Path file) {
        if (!Files.isRegularFile(file)) {
            unreadable(file.toString(), "there is no such catalogue file");
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString(), file.getFileName().toString());
        } catch (IOException e) {
            unreadable(file.toString(), "cannot be read: " + e.getMessage());
            return false;
        }
    }

    private void unreadable(String file, String what) {
        mistakes.add(new Mistake(new Node.Place(file, filesRead++, 0), file + ": " + what));
    }

    private boolean read(InputStream in, String name, String origin) throws IOException {
        JsonFactory factory = name.endsWith(".json") ? new JsonFactory() : new YAMLFactory();
        Node.Place start = new Node.Place(name, filesRead++, 1);
        try (JsonParser parser = factory.createParser(in)) {
            Node document = NodeReader.read(parser, start, mistakes);
            mistakes.orElse(false, () -> take(document, origin));
            return true;
        } catch (CatalogException e) {
            mistakes.add(e);
        } catch (JsonProcessingException e) {
            Malformation found = Malformation.of(e);
            Node.Place place = new Node.Place(name, start.rank(), found.line());
            mistakes.add(new Mistake(place, place + ": not well formed: " + found.what()));
        }
        return false;
    }

    private boolean take(Node document, String origin) {
        document.allow(Set.of("datasets", "$schema"));
        for (Node dataset : distinct(document.list("datasets"), "id", DatasetParser.KEYS)) {
            mistakes.orElse(false, () -> {
                distinct(dataset.find("sources").map(Node::items).orElse(List.of()), "file", DatasetParser.SOURCE_KEYS);
                String id = dataset.get("id").text();
                datasets.merge(id, dataset, CatalogReader::mergeDataset);
                origins.computeIfAbsent(id, first -> new ArrayList<>()).add(origin);
                return true;
            });
        }
        return true;
    }

    /** Those that have the key, each value once; the others are noted as mistakes. */
    private List<Node> distinct(List<Node> nodes, String key, Set<String> known) {
        Set<String> seen = new HashSet<>();
        List<Node> distinct = new ArrayList<>();
        for (Node node : nodes) {
            mistakes.orElse(false, () -> {
                node.allow(known); // first, so that a misspelled key is not missed as well
                Node name = node.get(key);
                if (!seen.add(name.text())) {
                    throw name.mistake("'" + name.text() + "' is given twice in this file");
                }
                return distinct.add(node);
            });
        }
        return distinct;
    }

    private static Node mergeDataset(Node base, Node over) {
        Map<String, Node> replaced = over.map();
        Set<String> dropped = replaced.containsKey("steps")
                ? Set.of("ways")
                : replaced.containsKey("ways") ? Set.of("steps") : Set.of();
        if (replaced.containsKey("sources") && base.find("sources").isPresent()) {
            replaced.put("sources", mergeSources(base.get("sources"), over.get("sources")));
        }
        return base.without(dropped).with(replaced);
    }

    private static Node mergeSources(Node base, Node over) {
        Map<String, Node> merged = new LinkedHashMap<>();
        base.items().forEach(source -> merged.put(source.text("file", ""), source));
        for (Node source : over.items()) {
            merged.merge(source.text("file", ""), source, CatalogReader::mergeSource);
        }
        return over.listOf(List.copyOf(merged.values()));
    }

    private static Node mergeSource(Node base, Node over) {
        boolean describesOtherFile = over.keys().stream().anyMatch(CONTENT::contains);
        return (describesOtherFile ? base.without(CONTENT) : base).with(over.map());
    }
}
