package io.evaldata.datasets.labels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evaldata.datasets.DatasetsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Which id each pixel of a published map becomes: looked up by its id, or by its colour. Immutable.
 *
 * <p>As data, in JSON or YAML:
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
public abstract sealed class LabelTable permits IdTable, ColourTable {
    /** The tables that come with the product. */
    public static final List<String> BUNDLED = List.of("coco-object-ids", "coco-stuff-train-ids", "voc-colours");

    private final String name;

    LabelTable(String name) {
        this.name = name;
    }

    /**
     * A table that comes with the product.
     *
     * @throws DatasetsException when there is none of this name
     */
    public static LabelTable bundled(String name) {
        if (!BUNDLED.contains(name)) {
            throw new DatasetsException(
                    "There is no label table " + name + "; there are " + String.join(", ", BUNDLED),
                    "Name one of these, or write the table into the catalogue.");
        }
        try (InputStream in = LabelTable.class.getResourceAsStream(name + ".json")) {
            return parse(name, new JsonMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("label table " + name + " is missing from the plugin", e);
        }
    }

    /**
     * A table from parsed JSON or YAML.
     *
     * @param name what to call the table in messages
     * @throws DatasetsException when it is malformed, naming the key
     */
    public static LabelTable parse(String name, JsonNode tree) {
        return new LabelTableParser(name).parse(tree);
    }

    /** The name given when the table was made. */
    public final String name() {
        return name;
    }

    /** What to do with the rows of a picture so that a map of new ids comes about. */
    abstract PngRows.Sink filling(LabelMap map, String file, PngFile png);
}
