package ${package}.segmentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a {@code cfg_*.py} of mmsegmentation says about its dataset and how the scores become a label map. Only assignments of plain
 * values are understood, which is all that these files hold.
 *
 * @param annotationFile the list of stems, if there is one; else all images count
 * @param reduceZeroLabel whether 0 means "not labelled" and classes count from 1
 * @param logitScale by how much cosines are multiplied before they become probabilities
 * @param probabilityThreshold below it a pixel is class 0
 * @param areaThreshold classes that cover less than this share of the foreground are dropped
 */
public record SegmentationConfig(
        String name,
        Path dataRoot,
        Path images,
        Path labelMaps,
        Optional<Path> annotationFile,
        LabelLayout layout,
        boolean reduceZeroLabel,
        List<List<String>> classes,
        double logitScale,
        double probabilityThreshold,
        Optional<Double> areaThreshold) {

    /** The values that the evaluation code takes where a config is silent. */
    private static final String LOGIT_SCALE = "40";

    private static final String PROBABILITY_THRESHOLD = "0.0";

    public SegmentationConfig {
        classes = List.copyOf(classes);
    }

    /** All configs in a folder, in the order of their names. */
    public static List<SegmentationConfig> readAll(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> file.getFileName().toString().matches("cfg_.*[.]py"))
                    .sorted()
                    .toList();
        }
        List<SegmentationConfig> configs = new ArrayList<>();
        for (Path file : files) {
            configs.add(read(file));
        }
        return configs;
    }

    /**
     * Reads a config and the class names beside it.
     *
     * @throws IOException if the file lacks a value, or names a type of dataset that is not known here
     */
    public static SegmentationConfig read(Path file) throws IOException {
        Assignments values = new Assignments(file, withoutComments(file));
        Path dataRoot = Path.of(values.required("data_root"));
        LabelLayout layout = LabelLayout.of(values.required("dataset_type"))
                .orElseThrow(() -> new IOException(file + " is of a dataset type that is not known here"));
        boolean reduceZeroLabel =
                values.optional("reduce_zero_label").map("True"::equals).orElse(layout.reduceZeroLabel());
        return new SegmentationConfig(
                file.getFileName().toString().replaceAll("^cfg_|[.]py", ""),
                dataRoot,
                dataRoot.resolve(values.required("img_path")),
                dataRoot.resolve(values.required("seg_map_path")),
                values.optional("ann_file").map(dataRoot::resolve),
                layout,
                reduceZeroLabel,
                readClasses(file.resolveSibling(
                        Path.of(values.required("name_path")).getFileName().toString())),
                Double.parseDouble(values.optional("logit_scale").orElse(LOGIT_SCALE)),
                Double.parseDouble(values.optional("prob_thd").orElse(PROBABILITY_THRESHOLD)),
                values.optional("area_thd").map(Double::valueOf));
    }

    /** One class a line, its names separated by commas. */
    private static List<List<String>> readClasses(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> Stream.of(line.split(",", -1)).map(String::strip).toList())
                .toList();
    }

    private static String withoutComments(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.strip().startsWith("#"))
                .collect(Collectors.joining("\n"));
    }

    /** Values by name, written as {@code name = 'text'} or {@code name=number}, also inside a call. */
    private record Assignments(Path file, String text) {
        String required(String name) throws IOException {
            return optional(name).orElseThrow(() -> new IOException(file + " does not say " + name));
        }

        Optional<String> optional(String name) {
            Pattern assignment = Pattern.compile(
                    "\\b" + name + "\\s*=\\s*(?:'((?:[^'\\\\\\n]|\\\\.)*)'|\"((?:[^\"\\\\\\n]|\\\\.)*)\"|([\\w.+-]+))");
            Matcher matcher = assignment.matcher(text);
            while (matcher.find()) {
                // "data_root=data_root" hands over a variable.
                if (matcher.group(3) != null
                        && !matcher.group(3).equals(name)
                        && !matcher.group(3).equals("dataset_type")) {
                    return Optional.of(matcher.group(3));
                }
                String quoted = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
                if (quoted != null) {
                    return Optional.of(PythonText.unescaped(quoted));
                }
            }
            return Optional.empty();
        }
    }
}
