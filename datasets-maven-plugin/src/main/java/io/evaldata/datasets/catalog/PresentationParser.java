package io.evaldata.datasets.catalog;

import io.evaldata.datasets.catalog.Presentation.ClassNumbers;
import io.evaldata.datasets.catalog.Presentation.Fields;
import io.evaldata.datasets.catalog.Presentation.PixelRows;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code report:}, what a catalogue file says about showing a dataset to people. */
final class PresentationParser {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private PresentationParser() {}

    static Presentation parse(Node node) {
        node.allow(Set.of("classNames", "colours", "classNumbers", "pixelRows"));
        return new Presentation(
                node.find("classNames", names -> BundledList.lines(node, "classNames"))
                        .orElse(List.of()),
                node.find("colours", colours -> colours(node, colours)).orElse(List.of()),
                node.find("classNumbers", PresentationParser::classNumbers),
                node.find("pixelRows", PresentationParser::pixelRows));
    }

    private static List<Integer> colours(Node node, Node colours) {
        return BundledList.lines(node, "colours").stream()
                .map(text -> {
                    if (!COLOUR.matcher(text).matches()) {
                        throw colours.mistake("'" + text + "' is no colour such as #ff8000");
                    }
                    return Integer.parseInt(text, 1, text.length(), 16);
                })
                .toList();
    }

    private static ClassNumbers classNumbers(Node node) {
        node.allow(Set.of("mat", "variable", "field", "name", "files"));
        Optional<Fields> fields = node.find("field")
                .map(field -> new Fields(
                        field.text(),
                        node.get("name").text(),
                        StepParser.template(node.get("files"), List.of("name"))));
        if (fields.isEmpty()) {
            node.allow(Set.of("mat", "variable"));
        }
        return new ClassNumbers(
                node.get("mat").parse(RelativePath::require),
                node.get("variable").text(),
                fields);
    }

    private static PixelRows pixelRows(Node node) {
        node.allow(Set.of("splits", "labels"));
        Map<String, PathPattern> splits = new LinkedHashMap<>();
        node.get("splits").map().forEach((split, files) -> splits.put(split, files.parse(PathPattern::parse)));
        return new PixelRows(
                Collections.unmodifiableMap(splits), node.get("labels").text());
    }
}
