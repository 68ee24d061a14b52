package io.evaldata.datasets.configure;

import io.evaldata.datasets.configure.Assignment.Form;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at one Python file of the user's and says how its {@code data_root} is to be wired. */
final class ConfigInspector {
    static final String DATA_ROOT = "data_root";

    private final SegmentationConfigs known;
    private final Map<String, Path> roots;

    ConfigInspector(SegmentationConfigs known, Map<String, Path> roots) {
        this.known = known;
        this.roots = roots;
    }

    FileVerdict inspect(PythonFile file) throws IOException {
        Optional<SegmentationConfig> named = known.named(fileName(file));
        if (named.isEmpty() && !file.text().contains(DATA_ROOT) && !file.text().contains("dataset_type")) {
            return FileVerdict.notAConfig();
        }
        PythonModule module;
        try {
            module = PythonModule.parse(file);
        } catch (PythonSyntaxException e) {
            return FileVerdict.problems(
                    List.of(WiringProblem.at(file, e.offset(), "this is not Python: " + e.getMessage())));
        }
        if (named.isEmpty() && !module.isConfig()) {
            return FileVerdict.notAConfig();
        }
        BaseConfigs bases = BaseConfigs.of(module);
        List<Assignment> places = module.assignments(DATA_ROOT).stream()
                .filter(place -> !place.refersTo(DATA_ROOT))
                .filter(place ->
                        place.form() == Form.OTHER || place.value().stream().noneMatch(token -> token.isName("_base_")))
                .toList();
        return places.isEmpty() ? withoutPlaces(module, bases) : withPlaces(module, bases, places);
    }

    private FileVerdict withPlaces(PythonModule module, BaseConfigs bases, List<Assignment> places) {
        Map<List<String>, List<Assignment>> chosen = new LinkedHashMap<>();
        List<WiringProblem> problems = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (Assignment place : places) {
            DatasetRecognition told = recognise(module, bases, place);
            if (told.kind() == DatasetRecognition.Kind.UNKNOWN) {
                problems.add(WiringProblem.at(
                        module.file(),
                        place.at().start(),
                        "which dataset this is for cannot be told: " + told.because()));
            } else if (root(told.datasets()).isPresent()) {
                chosen.computeIfAbsent(told.datasets(), datasets -> new ArrayList<>())
                        .add(place);
            } else {
                reasons.add(reason(told));
            }
        }
        RootLiteral literal = new RootLiteral(module, DATA_ROOT);
        List<Edit> edits = new ArrayList<>();
        if (!chosen.isEmpty()) {
            literal.requireOneStatement(places);
            chosen.forEach((datasets, itsPlaces) ->
                    edits.addAll(literal.pointAt(root(datasets).orElseThrow(), itsPlaces)));
        }
        problems.addAll(literal.problems());
        if (!problems.isEmpty()) {
            return FileVerdict.problems(problems);
        }
        return chosen.isEmpty() ? FileVerdict.leave(String.join("; ", reasons)) : FileVerdict.wire(edits);
    }

    /** A file without a root of its own: inherited, not of ours, or missing. */
    private FileVerdict withoutPlaces(PythonModule module, BaseConfigs bases) {
        Optional<String> type = module.datasetType();
        if (type.isEmpty() && known.named(fileName(module.file())).isEmpty()) {
            return FileVerdict.notAConfig();
        }
        DatasetRecognition told = DatasetRecognition.of(known, fileName(module.file()), type, Optional.empty());
        if (root(told.datasets()).isEmpty()) {
            return told.kind() == DatasetRecognition.Kind.UNKNOWN
                    ? FileVerdict.notAConfig()
                    : FileVerdict.leave(reason(told));
        }
        if (bases.mayAssign(DATA_ROOT)) {
            return FileVerdict.leave("it takes its data_root from the config it is based on");
        }
        int offset = module.assignments(DATA_ROOT).stream()
                .findFirst()
                .or(() -> module.assignments("dataset_type").stream().findFirst())
                .or(() -> module.assignments("test_dataloader").stream().findFirst())
                .map(place -> place.at().start())
                .orElse(0);
        return FileVerdict.problems(List.of(WiringProblem.at(
                module.file(),
                offset,
                "the assignment of data_root is missing; by " + told.because() + " this config is for "
                        + told.datasets().get(0))));
    }

    private DatasetRecognition recognise(PythonModule module, BaseConfigs bases, Assignment place) {
        Optional<String> type = module.typeOf(place).or(bases::datasetType);
        return DatasetRecognition.of(
                known, fileName(module.file()), type, place.string().flatMap(module::value));
    }

    private Optional<Path> root(List<String> datasets) {
        return datasets.stream().filter(roots::containsKey).map(roots::get).findFirst();
    }

    private static String reason(DatasetRecognition told) {
        return told.kind() == DatasetRecognition.Kind.ANOTHER
                ? "it is for another dataset, by " + told.because()
                : told.datasets().get(0) + " is not among the chosen datasets";
    }

    private static String fileName(PythonFile file) {
        return file.path().getFileName().toString();
    }
}
