package io.evaldata.datasets.segmentation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The label names of Cityscapes and what they are drawn as. */
final class CityscapesLabels {
    /** What every pixel is before anything is drawn: the training id of "unlabeled". */
    static final int BACKGROUND = 255;

    private static final String GROUP = "group";

    private final Map<String, Label> byName = new HashMap<>();

    /**
     * A label.
     *
     * @param id negative for one that is not drawn
     * @param trainId the id it is drawn with
     */
    record Label(int id, int trainId) {
        boolean drawn() {
            return id >= 0;
        }
    }

    CityscapesLabels() {
        for (JsonNode row : SegmentationTables.read("cityscapes-labels.json").get("labels")) {
            byName.put(
                    row.get("name").asText(),
                    new Label(row.get("id").asInt(), row.get("trainId").asInt()));
        }
    }

    /** The label of an object; a crowd such as {@code cargroup} has the label of its members. */
    Optional<Label> find(String name) {
        Label label = byName.get(name);
        if (label == null && name.endsWith(GROUP)) {
            label = byName.get(name.substring(0, name.length() - GROUP.length()));
        }
        return Optional.ofNullable(label);
    }
}
