package io.evaldata.datasets.configure;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.SegConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Points segmentation configs at the prepared datasets: writes the eight where there are none, and in those the user has
 * replaces the value of {@code data_root} and nothing else.
 *
 * <p>Planning reads and decides; {@link WiringPlan#apply()} does it. Files that are there already are the user's. Only a
 * config that was written from a catalogue entry, and that nobody edited since, follows that entry.
 */
public final class ConfigWiring {
    private static final String DATASET_ROOT = "dataset_root";

    private final SegmentationConfigs data;
    private final List<Dataset> described;
    private final Map<String, List<String>> doubts;

    /**
     * @param described datasets whose catalogue entries describe a config, not yet among the data
     * @param doubts what is wrong with the configs that catalogue entries describe, by dataset
     */
    private ConfigWiring(SegmentationConfigs data, List<Dataset> described, Map<String, List<String>> doubts) {
        this.data = data;
        this.described = described;
        this.doubts = doubts;
    }

    /** Wiring with the configs that the plugin brings. */
    public static ConfigWiring bundled() {
        return new ConfigWiring(SegmentationConfigs.bundled(), List.of(), Map.of());
    }

    /** The same, with those of datasets whose catalogue entries describe one. */
    public static ConfigWiring with(Collection<Dataset> datasets) {
        return new ConfigWiring(
                SegmentationConfigs.bundled(),
                datasets.stream()
                        .filter(dataset -> dataset.segConfig().isPresent())
                        .toList(),
                Map.of());
    }

    /** With the described configs among the data: where their datasets are, files say what the entries leave open. */
    private ConfigWiring settled(WiringRoots roots) throws IOException {
        Map<Dataset, SegConfig> settled = new LinkedHashMap<>();
        Map<String, List<String>> problems = new HashMap<>();
        for (Dataset dataset : described) {
            SuffixSearch search = new SuffixSearch(
                    dataset, Optional.ofNullable(roots.datasets().get(dataset.id())));
            settled.put(dataset, search.settled(dataset.segConfig().orElseThrow()));
            problems.put(dataset.id(), search.problems());
        }
        return new ConfigWiring(data.with(settled), List.of(), problems);
    }

    /**
     * Plans what is right for a path the user named:
     *
     * <ul>
     *   <li>nothing there, or a folder without Python files: the configs of the chosen datasets are written into it;
     *   <li>a folder with Python files, a checkout perhaps: the configs in it, at any depth, are rewritten, and beside
     *       a {@code base_config.py} with some of the eight the missing ones of the chosen datasets are written;
     *   <li>a Python file: its {@code data_root} and its {@code dataset_root} are rewritten.
     * </ul>
     */
    public WiringPlan plan(Path target, WiringRoots roots) throws IOException {
        return settled(roots).look(target, roots);
    }

    private WiringPlan look(Path target, WiringRoots roots) throws IOException {
        if (Files.isRegularFile(target)) {
            return file(target, roots);
        }
        List<Path> files = Files.isDirectory(target) ? PythonFiles.below(target) : List.of();
        if (files.isEmpty()) {
            return fill(target, roots);
        }
        WiringDraft draft = new WiringDraft();
        for (Path path : files) {
            inspect(path, roots, draft);
        }
        if (isConfigFolder(target)) {
            create(target, roots, draft);
        } else if (draft.isEmpty()) {
            draft.problem(
                    WiringProblem.about(target, "the folder has Python files, but none is a config with a data_root"));
        }
        return draft.plan();
    }

    /** Plans the configs of the chosen datasets, their class-name lists and what they share, directly in a folder. */
    public WiringPlan write(Path folder, WiringRoots roots) throws IOException {
        return settled(roots).fill(folder, roots);
    }

    private WiringPlan fill(Path folder, WiringRoots roots) throws IOException {
        WiringDraft draft = new WiringDraft();
        for (SegmentationConfig config : chosen(roots)) {
            Path path = folder.resolve(config.file());
            if (Files.isRegularFile(path)) {
                inspect(path, roots, draft);
            }
        }
        create(folder, roots, draft);
        return draft.plan();
    }

    private WiringPlan file(Path path, WiringRoots roots) throws IOException {
        WiringDraft draft = new WiringDraft();
        PythonFile file = PythonFile.read(path);
        if (new OrphanedConfig(data).putAside(file, draft)) {
            return draft.plan();
        }
        FileVerdict verdict = inspector(roots).inspect(file);
        if (roots.classification().isPresent() && verdict.kind() != FileVerdict.Kind.PROBLEM) {
            verdict = verdict.and(datasetRoot(file, roots.classification().get()));
        }
        if (roots.classification().isEmpty() && verdict.kind() == FileVerdict.Kind.NOT_A_CONFIG) {
            verdict = FileVerdict.leave("no dataset was chosen that is read by way of " + DATASET_ROOT);
        }
        draft.add(file, verdict, List.of());
        if (draft.isEmpty()) {
            draft.problem(WiringProblem.about(path, "neither data_root nor dataset_root is assigned in it"));
        }
        return draft.plan();
    }

    private static FileVerdict datasetRoot(PythonFile file, Path root) {
        try {
            return new NamedVariable(PythonModule.parse(file), DATASET_ROOT).pointAt(root);
        } catch (PythonSyntaxException e) {
            return FileVerdict.problems(
                    List.of(WiringProblem.at(file, e.offset(), "this is not Python: " + e.getMessage())));
        }
    }

    private void inspect(Path path, WiringRoots roots, WiringDraft draft) throws IOException {
        PythonFile file = PythonFile.read(path);
        if (new OrphanedConfig(data).putAside(file, draft)) {
            return;
        }
        if (new FollowingConfig(data, roots.datasets()).follow(file, draft)) {
            doubt(path, draft);
            return;
        }
        draft.add(
                file,
                inspector(roots).inspect(file),
                new GeneratedConfig(data).followPrompts(file).stream().toList());
    }

    private void create(Path folder, WiringRoots roots, WiringDraft draft) {
        Set<String> lists = new LinkedHashSet<>();
        for (SegmentationConfig config : chosen(roots)) {
            Path path = folder.resolve(config.file());
            if (isFree(path)) {
                String root = roots.datasets().get(config.dataset()).toString();
                String prompts = GeneratedConfig.promptPath(path, config).toString();
                draft.create(path, new ConfigText(data).of(config, root, prompts));
                doubt(path, draft);
                lists.add(config.prompts());
            }
        }
        if (!lists.isEmpty()) {
            lists.add(SegmentationConfigs.BASE);
        }
        for (String list : lists) {
            Path path = folder.resolve(list);
            if (isFree(path)) {
                draft.create(path, data.textBeside(list));
            } else {
                draft.unchanged(path);
            }
        }
    }

    private void doubt(Path config, WiringDraft draft) {
        data.named(config.getFileName().toString())
                .map(named -> doubts.getOrDefault(named.dataset(), List.of()))
                .orElse(List.of())
                .forEach(problem -> draft.problem(WiringProblem.ofEntry(config, problem)));
    }

    private List<SegmentationConfig> chosen(WiringRoots roots) {
        return data.configs().stream()
                .filter(config -> roots.datasets().containsKey(config.dataset()))
                .toList();
    }

    /** A folder with configs of ours, or one whose last config somebody deleted to have it written anew. */
    private boolean isConfigFolder(Path folder) throws IOException {
        Path base = folder.resolve(SegmentationConfigs.BASE);
        return Files.isRegularFile(base)
                && (data.configs().stream().anyMatch(config -> Files.isRegularFile(folder.resolve(config.file())))
                        || PythonFile.read(base)
                                .text()
                                .equals(FileChange.create(base, data.textBeside(SegmentationConfigs.BASE))
                                        .after()));
    }

    private ConfigInspector inspector(WiringRoots roots) {
        return new ConfigInspector(data, roots.datasets());
    }

    private static boolean isFree(Path path) {
        return !Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
