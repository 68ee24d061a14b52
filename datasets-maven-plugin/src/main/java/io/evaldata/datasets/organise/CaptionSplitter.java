package io.evaldata.datasets.organise;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.evaldata.datasets.catalog.Step.CaptionsInRow;
import io.evaldata.datasets.catalog.Step.SplitCaptions;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns a caption table into the JSON file per split that retrieval evaluation reads: an array of
 * {@code {"image": .., "caption": [..]}} in the order of the table, an object a line.
 *
 * <p>The table is looked through as a whole first, so that nothing is written when something is wrong in it.
 */
final class CaptionSplitter {
    // Escapes keep the file readable whatever encoding a reader assumes, as Python's json does, and half surrogates
    // intact.
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final SplitCaptions step;
    private final Tree tree;
    private final CaptionTable table;
    private Map<String, String> splitByImage = Map.of();

    private CaptionSplitter(SplitCaptions step, Tree tree) {
        this.step = step;
        this.tree = tree;
        this.table = new CaptionTable(tree, step);
    }

    static void split(SplitCaptions step, Tree tree) throws IOException {
        CaptionSplitter splitter = new CaptionSplitter(step, tree);
        splitter.splitByImage = SplitLists.read(step.lists(), tree);
        splitter.check();
        for (Map.Entry<String, Set<String>> file : splitter.splitsByFile().entrySet()) {
            tree.write(file.getKey(), out -> splitter.write(file.getValue(), out));
        }
    }

    /** Several splits may go into one file. */
    private Map<String, Set<String>> splitsByFile() {
        Map<String, Set<String>> files = new TreeMap<>();
        step.splits().forEach((split, file) -> files.computeIfAbsent(file, f -> new HashSet<>())
                .add(split));
        return files;
    }

    private void check() throws IOException {
        Problems problems = new Problems(step.table());
        Map<String, Long> lines = new HashMap<>();
        Map<String, Integer> rows = new TreeMap<>();
        table.read(row -> {
            split(row).ifPresent(split -> rows.merge(split, 1, Integer::sum));
            Long other = lines.putIfAbsent(row.image(), row.line());
            if (other != null) {
                problems.add(row.line(), "'" + row.image() + "' is in line " + other + " already");
            }
            if (split(row).isPresent()) {
                check(row, problems);
            }
        });
        splitByImage.forEach((image, split) -> {
            if (!lines.containsKey(image)) {
                problems.add("no row of '" + image + "', which '" + step.lists().get(split) + "' lists");
            }
        });
        for (String split : new TreeMap<>(step.splits()).keySet()) {
            if (!rows.containsKey(split)) {
                problems.add("no row of split '" + split + "'; found " + first(rows));
            }
        }
        problems.throwIfAny(CaptionTable.REMEDY);
    }

    /** The split of an image: what the table or a list says, or the only one; nothing for what no list names. */
    private Optional<String> split(CaptionRow row) {
        if (step.columns().split().isPresent()) {
            return Optional.of(row.split());
        }
        return step.lists().isEmpty()
                ? step.splits().keySet().stream().findFirst()
                : Optional.ofNullable(splitByImage.get(row.image()));
    }

    private void check(CaptionRow row, Problems problems) {
        String image = step.images().fill(row.image(), Map.of("image", row.image()));
        if (!tree.has(image)) {
            problems.add(row.line(), "expected the image '" + image + "', found none");
        }
        Optional<List<String>> captions = row.captionList();
        if (captions.isEmpty()) {
            problems.add(
                    row.line(),
                    "captions of '" + row.image() + "': expected "
                            + (row.row() == CaptionsInRow.ALL
                                    ? "a JSON array of strings, found "
                                            + excerpt(row.cells().get(0))
                                    : "a text in each row, found none"));
        } else if (step.captionsPerImage() > 0 && captions.get().size() != step.captionsPerImage()) {
            problems.add(
                    row.line(),
                    "captions of '" + row.image() + "': expected " + step.captionsPerImage() + ", found "
                            + captions.get().size());
        }
    }

    private void write(Set<String> splits, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.setRootValueSeparator(new SerializedString(",\n"));
            json.writeRaw("[\n");
            table.read(row -> {
                if (split(row).filter(splits::contains).isPresent()) {
                    write(row, json);
                }
            });
            json.writeRaw("\n]\n");
        }
    }

    private void write(CaptionRow row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("image", step.prefix() + row.image());
        json.writeArrayFieldStart("caption");
        for (String caption : row.captionList().orElseThrow()) {
            json.writeString(caption);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String excerpt(String text) {
        return "'" + (text.length() <= 60 ? text : text.substring(0, 60) + "...") + "'";
    }

    /** The first few splits that a table has, with their numbers of rows. */
    private static String first(Map<String, Integer> rows) {
        StringBuilder text = new StringBuilder();
        rows.entrySet().stream().limit(5).forEach(split -> text.append(text.isEmpty() ? "" : ", ")
                .append('\'')
                .append(split.getKey())
                .append("' (")
                .append(split.getValue())
                .append(")"));
        return text.isEmpty() ? "no row at all" : text + (rows.size() > 5 ? " and others" : "");
    }
}
