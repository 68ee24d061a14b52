package io.evaldata.datasets.catalog;

import io.evaldata.datasets.catalog.Step.CaptionColumns;
import io.evaldata.datasets.catalog.Step.CaptionsInRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code splitCaptions:}, the step that makes caption files from a table. */
final class CaptionStepParser {
    private CaptionStepParser() {}

    static Step parse(Node node) {
        CaptionColumns columns = columns(node.get("columns"));
        Map<String, String> splits = StepParser.paths(node.get("splits"));
        Map<String, String> lists = node.find("lists").map(StepParser::paths).orElse(Map.of());
        requireOneSourceOfSplits(node, columns, splits, lists);
        return new Step.SplitCaptions(
                node.get("splitCaptions").parse(RelativePath::require),
                node.find("separator")
                        .map(text -> text.parse(CaptionStepParser::separator))
                        .orElse(','),
                columns,
                splits,
                lists,
                node.text("prefix", ""),
                StepParser.template(node.get("images"), List.of("image")),
                (int) node.number("captionsPerImage").orElse(0));
    }

    private static CaptionColumns columns(Node node) {
        node.allow(Set.of("split", "image", "caption", "captions"));
        if (node.find("caption").isPresent() == node.find("captions").isPresent()) {
            throw node.mistake(
                    "give 'caption', a column with one caption per row, or 'captions', one with JSON arrays");
        }
        CaptionsInRow row = node.find("caption").isPresent() ? CaptionsInRow.ONE : CaptionsInRow.ALL;
        return new CaptionColumns(
                node.find("split").map(Node::text),
                node.get("image").text(),
                node.get(row == CaptionsInRow.ONE ? "caption" : "captions").text(),
                row);
    }

    private static void requireOneSourceOfSplits(
            Node node, CaptionColumns columns, Map<String, String> splits, Map<String, String> lists) {
        if (columns.split().isPresent() && !lists.isEmpty()) {
            throw node.mistake("the split is told by a column or by 'lists', not by both");
        }
        if (!lists.isEmpty() && !lists.keySet().equals(splits.keySet())) {
            throw node.mistake("'lists' and 'splits' name different splits: " + new TreeSet<>(lists.keySet()) + " and "
                    + new TreeSet<>(splits.keySet()));
        }
        if (columns.split().isEmpty() && lists.isEmpty() && splits.size() != 1) {
            throw node.mistake("what tells the " + splits.size()
                    + " splits apart? Give a column 'split', or 'lists' with a file of image names for each");
        }
    }

    private static char separator(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException("'" + text + "' is no separator; expected one character");
        }
        return text.charAt(0);
    }
}
