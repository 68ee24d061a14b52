package io.evaldata.datasets.segmentation;

import com.fasterxml.jackson.databind.JsonNode;
import io.evaldata.datasets.io.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The tables of published label ids that lie beside this class. */
final class SegmentationTables {
    private SegmentationTables() {}

    static JsonNode read(String file) {
        try (InputStream in = SegmentationTables.class.getResourceAsStream(file)) {
            return JsonTree.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("table " + file + " is missing from the plugin", e);
        }
    }
}
