package io.evaldata.datasets.it.originals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evaldata.datasets.catalog.CatalogReader;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.it.Digest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The publication of one dataset, and the tree that preparing it has to leave. */
public final class Original {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Dataset dataset;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, byte[]> tree = new TreeMap<>();
    private final Set<String> made = new TreeSet<>();
    private String own = "**";

    private Original(Dataset dataset) {
        this.dataset = dataset;
    }

    static Original of(String id) {
        return new Original(CatalogReader.builtIn().catalog().get(id));
    }

    /** Adds a published file. */
    Original publishes(String file, byte[] content) {
        files.put(file, content);
        return this;
    }

    /** Preparing leaves this file, byte for byte. */
    Original leaves(String path, byte[] content) {
        tree.put(path, content);
        return this;
    }

    /** Preparing makes this file; its content is judged by whoever reads it. */
    Original makes(String path) {
        made.add(path);
        return this;
    }

    /** Which files are this dataset's, where it shares its folder with another. */
    Original owns(String glob) {
        own = glob;
        return this;
    }

    /** The dataset's id. */
    public String id() {
        return dataset.id();
    }

    /** The folder below its family's root. */
    public String root() {
        return dataset.root();
    }

    /** The folder of its family below the root of all. */
    public String family() {
        return dataset.family().folder();
    }

    /** Every published file by its first address. */
    public Map<URI, byte[]> addresses() {
        Map<URI, byte[]> addresses = new LinkedHashMap<>();
        files.forEach(
                (file, content) -> addresses.put(dataset.source(file).urls().get(0), content));
        return addresses;
    }

    /** What preparing leaves: path and content. */
    public Map<String, byte[]> tree() {
        return Collections.unmodifiableMap(tree);
    }

    /** What preparing makes: paths. */
    public Set<String> made() {
        return Collections.unmodifiableSet(made);
    }

    /** Writes the catalogue file that gives these publications' sizes, digests and numbers of files. */
    public static Path overlay(Path file, Iterable<Original> originals) throws IOException {
        ObjectNode catalogue = JSON.createObjectNode();
        ArrayNode datasets = catalogue.putArray("datasets");
        originals.forEach(original -> original.describe(datasets.addObject()));
        Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(catalogue));
        return file;
    }

    private void describe(ObjectNode entry) {
        entry.put("id", id());
        if (!files.isEmpty()) {
            ArrayNode sources = entry.putArray("sources");
            files.forEach((file, content) -> sources.addObject()
                    .put("file", file)
                    .put("bytes", content.length)
                    .put("sha256", Digest.sha256(content))
                    .put("state", "ok"));
        }
        entry.putArray("expect").addObject().put("glob", own).put("count", tree.size() + made.size());
    }
}
