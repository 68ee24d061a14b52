package io.evaldata.datasets.catalog;

import java.util.List;
import java.util.Set;

/** Reads {@code segConfig:}, what a catalogue file says about the mmsegmentation config of a dataset. */
final class SegConfigParser {
    /** What the published configs use where nothing calls for more. */
    private static final List<Integer> DEFAULT_SCALE = List.of(2048, 336);

    private SegConfigParser() {}

    /**
     * Reads it.
     *
     * @param hasClassNames whether {@code report} names the classes, which the config needs
     * @param suffixes what the rest of the entry says about the ends of file names
     */
    static SegConfig parse(Node node, String id, boolean hasClassNames, FileSuffixes suffixes) {
        node.allow(Set.of("file", "images", "maps", "imageSuffix", "mapSuffix", "split", "scale"));
        if (!hasClassNames) {
            throw node.mistake("a config needs the names of the classes: give them as 'classNames' of 'report'");
        }
        String images = node.parse("images", "", RelativePath::require);
        String maps = node.parse("maps", "", RelativePath::require);
        return new SegConfig(
                node.parseOr("file", "cfg_" + id + ".py", SegConfigParser::requirePython),
                images,
                maps,
                node.find("imageSuffix", Node::text).or(() -> suffixes.below(images)),
                node.find("mapSuffix", Node::text).or(() -> suffixes.below(maps)),
                node.parseOr("split", "", RelativePath::require),
                node.orElse(DEFAULT_SCALE, () -> scale(node)));
    }

    private static List<Integer> scale(Node node) {
        List<Integer> scale =
                node.list("scale").stream().map(side -> (int) side.number()).toList();
        if (!scale.isEmpty() && scale.size() != 2) {
            throw node.get("scale").mistake("expected the longer and the shorter side, such as [2048, 448]");
        }
        return scale.isEmpty() ? DEFAULT_SCALE : scale;
    }

    private static String requirePython(String name) {
        if (!name.endsWith(".py")) {
            throw new IllegalArgumentException("'" + name + "' is no name of a config; it ends in .py");
        }
        return RelativePath.requireName(name);
    }
}
