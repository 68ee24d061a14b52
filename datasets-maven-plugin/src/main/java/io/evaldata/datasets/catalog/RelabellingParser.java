package io.evaldata.datasets.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads label tables in the form that {@link Relabelling} shows. */
final class RelabellingParser {
    private static final Pattern IDS = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3}))?");
    private static final Set<String> KEYS = Set.of("comment", "source", "ids", "colours", "others");

    private RelabellingParser() {}

    static Relabelling parse(JsonNode tree) {
        if (tree == null || !tree.isObject()) {
            throw malformed("the table", "has to be an object with the key ids or colours");
        }
        for (Iterator<String> keys = tree.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!KEYS.contains(key)) {
                throw malformed(key, "is no key of a label table; those are comment, source, ids, colours and others");
            }
        }
        if (tree.has("ids") == tree.has("colours")) {
            throw malformed("the table", "has to have either ids or colours");
        }
        return tree.has("ids") ? idTable(tree) : colourTable(tree);
    }

    private static Relabelling idTable(JsonNode tree) {
        List<Short> ids = new ArrayList<>(Collections.nCopies(256, Relabelling.UNKNOWN));
        JsonNode rows = tree.get("ids");
        if (!rows.isObject()) {
            throw malformed("ids", "has to be an object of old id: new id");
        }
        for (Map.Entry<String, JsonNode> row : rows.properties()) {
            String key = "ids." + row.getKey();
            Matcher range = IDS.matcher(row.getKey());
            if (!range.matches()) {
                throw malformed(key, "has to be an id from 0 to 255 or a range such as 91-181");
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            if (first > last || last > 255) {
                throw malformed(key, "has to be an id from 0 to 255 or a range such as 91-181");
            }
            short becomes = id(key, row.getValue());
            for (int old = first; old <= last; old++) {
                if (ids.get(old) != Relabelling.UNKNOWN) {
                    throw malformed(key, "gives id " + old + " a second time");
                }
                ids.set(old, becomes);
            }
        }
        applyOthers(tree.path("others"), ids);
        return new Relabelling.ByIds(ids);
    }

    private static void applyOthers(JsonNode others, List<Short> ids) {
        boolean keep = others.asText().equals("keep");
        short becomes = keep ? Relabelling.UNKNOWN : otherId(others);
        for (int old = 0; old < ids.size(); old++) {
            if (ids.get(old) == Relabelling.UNKNOWN) {
                ids.set(old, keep ? (short) old : becomes);
            }
        }
    }

    private static Relabelling colourTable(JsonNode tree) {
        JsonNode rows = tree.get("colours");
        if (!rows.isArray() || rows.isEmpty()) {
            throw malformed("colours", "has to be a list of {rgb: [red, green, blue], id: new id}");
        }
        TreeMap<Integer, Short> ids = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = rows.get(i);
            int colour = colour("colours[" + i + "].rgb", row.path("rgb"));
            if (ids.put(colour, id("colours[" + i + "].id", row.path("id"))) != null) {
                throw malformed("colours[" + i + "].rgb", "is given a second time");
            }
        }
        return new Relabelling.ByColours(ids, otherId(tree.path("others")));
    }

    private static int colour(String key, JsonNode rgb) {
        if (!rgb.isArray() || rgb.size() != 3) {
            throw malformed(key, "has to be [red, green, blue]");
        }
        return id(key, rgb.get(0)) << 16 | id(key, rgb.get(1)) << 8 | id(key, rgb.get(2));
    }

    private static short otherId(JsonNode others) {
        return others.isMissingNode() || others.asText().equals("error") ? Relabelling.UNKNOWN : id("others", others);
    }

    private static short id(String key, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0 || value.intValue() > 255) {
            throw malformed(key, "has to be a number from 0 to 255, found " + value);
        }
        return value.shortValue();
    }

    private static IllegalArgumentException malformed(String key, String problem) {
        return new IllegalArgumentException(key + " " + problem);
    }
}
