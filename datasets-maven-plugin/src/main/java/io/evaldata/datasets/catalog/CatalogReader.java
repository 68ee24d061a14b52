package io.evaldata.datasets.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
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
     * @throws CatalogException with file, line and key when it is malformed
     */
    public CatalogReader merge(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CatalogException(file + ": there is no such catalogue file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            read(in, file.toString(), file.getFileName().toString());
            return this;
        } catch (IOException e) {
            throw new CatalogException(file + ": cannot be read: " + e.getMessage());
        }
    }

    /**
     * Merges the catalogue files of jars over what was read so far.
     *
     * @throws CatalogException with jar, file, line and key when one is malformed
     */
    public CatalogReader merge(CatalogJars jars) {
        try {
            jars.read(this::read);
            return this;
        } catch (IOException e) {
            throw new CatalogException("a jar among the plugin's dependencies cannot be read: " + e.getMessage());
        }
    }

    /** All datasets read, as checked values. */
    public Catalog catalog() {
        Map<Dataset, Node> parsed = new LinkedHashMap<>();
        datasets.forEach((id, node) -> parsed.put(DatasetParser.parse(node, origins.get(id)), node));
        return Catalog.of(parsed);
    }

    private void read(InputStream in, String name, String origin) throws IOException {
        JsonFactory factory = name.endsWith(".json") ? new JsonFactory() : new YAMLFactory();
        try (JsonParser parser = factory.createParser(in)) {
            Node document = Node.read(parser, name, filesRead++);
            document.allow(Set.of("datasets", "$schema"));
            requireDistinct(document.list("datasets"), "id");
            for (Node dataset : document.list("datasets")) {
                requireDistinct(dataset.find("sources").map(Node::items).orElse(List.of()), "file");
                String id = dataset.get("id").text();
                datasets.merge(id, dataset, CatalogReader::mergeDataset);
                origins.computeIfAbsent(id, first -> new ArrayList<>()).add(origin);
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new CatalogException(name + ":" + line + ": not well formed: " + e.getOriginalMessage());
        }
    }

    private static void requireDistinct(List<Node> nodes, String key) {
        Set<String> seen = new HashSet<>();
        for (Node node : nodes) {
            Node name = node.get(key);
            if (!seen.add(name.text())) {
                throw name.mistake("'" + name.text() + "' is given twice in this file");
            }
        }
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
        base.items().forEach(source -> merged.put(source.get("file").text(), source));
        for (Node source : over.items()) {
            merged.merge(source.get("file").text(), source, CatalogReader::mergeSource);
        }
        return over.listOf(List.copyOf(merged.values()));
    }

    private static Node mergeSource(Node base, Node over) {
        boolean describesOtherFile = over.keys().stream().anyMatch(CONTENT::contains);
        return (describesOtherFile ? base.without(CONTENT) : base).with(over.map());
    }
}
