package io.evaldata.datasets.configure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Recognises a config that was written here and is as it was written, but for its paths and line ends. Its class-name
 * list is then as little the user's choice as its root, and both follow when the folder has moved.
 */
final class GeneratedConfig {
    private final SegmentationConfigs data;

    GeneratedConfig(SegmentationConfigs data) {
        this.data = data;
    }

    /** The edit that points {@code name_path} at the list beside the config; empty for configs the user has changed. */
    Optional<Edit> followPrompts(PythonFile file) {
        Optional<SegmentationConfig> config =
                data.named(file.path().getFileName().toString());
        if (config.isEmpty()) {
            return Optional.empty();
        }
        try {
            PythonModule module = PythonModule.parse(file);
            Optional<PythonToken> root = only(module.assignments(ConfigInspector.DATA_ROOT).stream()
                    .filter(place -> !place.refersTo(ConfigInspector.DATA_ROOT))
                    .toList());
            Optional<PythonToken> prompts = only(module.assignments("name_path"));
            if (root.isEmpty() || prompts.isEmpty()) {
                return Optional.empty();
            }
            String oldRoot = module.value(root.get()).orElse("");
            String oldPrompts = module.value(prompts.get()).orElse("");
            String written = new ConfigText(data).of(config.get(), oldRoot, oldPrompts);
            String content = new String(file.text().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            String newPrompts = promptPath(file.path(), config.get()).toString();
            if (!content.replace("\r\n", "\n").equals(written) || newPrompts.equals(oldPrompts)) {
                return Optional.empty();
            }
            PythonString literal = PythonString.parse(prompts.get().text(), StandardCharsets.UTF_8);
            return Optional.of(new Edit(prompts.get(), literal.withValue(newPrompts, StandardCharsets.UTF_8)));
        } catch (PythonSyntaxException e) {
            // Not as written; whoever wires the file reports it.
            return Optional.empty();
        }
    }

    /** Where the class-name list of a config lies: beside it. */
    static Path promptPath(Path configFile, SegmentationConfig config) {
        return configFile.toAbsolutePath().resolveSibling(config.prompts());
    }

    private static Optional<PythonToken> only(List<Assignment> places) {
        return places.size() == 1 ? places.get(0).string() : Optional.empty();
    }
}
