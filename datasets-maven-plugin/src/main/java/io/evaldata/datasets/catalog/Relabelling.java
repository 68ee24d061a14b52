package io.evaldata.datasets.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.evaldata.datasets.io.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which id each pixel of a published label map becomes: looked up by its id, or by its colour. As data, in JSON or YAML:
 *
 * <pre>{@code
 * comment: what the table is, and where it is from      # optional, free text, as is source
 * ids: {"0": 1, "7": 2, "91-181": 0, "255": 255}         # old id, or a range of them: new id
 * others: keep                                           # or error (the default), or a new id
 * }</pre>
 *
 * <p>or, for pictures whose colours are the labels (RGB, or a palette whose order means nothing),
 *
 * <pre>{@code
 * colours: [{rgb: [128, 64, 128], id: 0}, {rgb: [0, 0, 0], id: 255}]
 * others: error                                          # the default, or a new id
 * }</pre>
 */
public sealed interface Relabelling {
    /** Stands in place of a new id where the old one must not occur. */
    short UNKNOWN = -1;

    /** The tables that come with the product. */
    List<String> BUNDLED = List.of("coco-object-ids", "coco-stuff-train-ids", "voc-colours");

    /**
     * By id.
     *
     * @param newIds 256 of them, by old id
     */
    record ByIds(List<Short> newIds) implements Relabelling {
        public ByIds {
            newIds = List.copyOf(newIds);
        }
    }

    /**
     * By colour.
     *
     * @param newIds by colour, as {@code 0xRRGGBB}
     * @param others the new id of every other colour
     */
    record ByColours(SortedMap<Integer, Short> newIds, short others) implements Relabelling {
        public ByColours {
            newIds = new TreeMap<>(newIds);
        }
    }

    /**
     * A table from parsed JSON or YAML.
     *
     * @throws IllegalArgumentException when it is malformed, naming the key
     */
    static Relabelling parse(JsonNode table) {
        return RelabellingParser.parse(table);
    }

    /**
     * A table that comes with the product.
     *
     * @throws IllegalArgumentException when there is none of this name
     */
    static Relabelling bundled(String name) {
        if (!BUNDLED.contains(name)) {
            throw new IllegalArgumentException(
                    "There is no label table " + name + "; there are " + String.join(", ", BUNDLED));
        }
        try (InputStream in = Relabelling.class.getResourceAsStream("tables/" + name + ".json")) {
            return parse(JsonTree.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException("label table " + name + " is missing from the plugin", e);
        }
    }
}
