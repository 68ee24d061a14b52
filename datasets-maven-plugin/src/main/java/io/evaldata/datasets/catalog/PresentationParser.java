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

/** Reads {@code report:} and {@code segConfig:}, what a catalogue file says about showing a dataset to people and to code. */
final class PresentationParser {
    /** What the published configs use where nothing calls for more. */
    private static final List<Integer> DEFAULT_SCALE = List.of(2048, 336);

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private PresentationParser() {}

    static Presentation parse(Node node) {
        node.allow(Set.of("classNames", "colours", "classNumbers", "pixelRows"));
        return new Presentation(
                node.find("classNames").isPresent() ? BundledList.lines(node, "classNames") : List.of(),
                node.find("colours").map(colours -> colours(node, colours)).orElse(List.of()),
                node.find("classNumbers").map(PresentationParser::classNumbers),
                node.find("pixelRows").map(PresentationParser::pixelRows));
    }

    /** Reads {@code segConfig:}, which goes with the class names of the report. */
    static SegConfig segConfig(Node node, String id, Presentation presentation) {
        node.allow(Set.of("file", "images", "maps", "imageSuffix", "mapSuffix", "split", "scale"));
        if (presentation.classNames().isEmpty()) {
            throw node.mistake("a config needs the names of the classes: give them as 'classNames' of 'report'");
        }
        List<Integer> scale =
                node.list("scale").stream().map(side -> (int) side.number()).toList();
        if (!scale.isEmpty() && scale.size() != 2) {
            throw node.get("scale").mistake("expected the longer and the shorter side, such as [2048, 448]");
        }
        return new SegConfig(
                node.find("file")
                        .map(file -> file.parse(PresentationParser::requirePython))
                        .orElse("cfg_" + id + ".py"),
                node.get("images").parse(RelativePath::require),
                node.get("maps").parse(RelativePath::require),
                node.text("imageSuffix", ".jpg"),
                node.text("mapSuffix", ".png"),
                node.find("split")
                        .map(split -> split.parse(RelativePath::require))
                        .orElse(""),
                scale.isEmpty() ? DEFAULT_SCALE : scale);
    }

    private static String requirePython(String name) {
        if (!name.endsWith(".py")) {
            throw new IllegalArgumentException("'" + name + "' is no name of a config; it ends in .py");
        }
        return RelativePath.requireName(name);
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
