package ${package}.segmentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An image and the map of its labels. */
public record LabelledPair(Path image, Path labelMap) {
    /**
     * The pairs that a config evaluates, in a fixed order.
     *
     * @throws IOException if one of a pair is missing
     */
    public static List<LabelledPair> of(SegmentationConfig config) throws IOException {
        List<LabelledPair> pairs = new ArrayList<>();
        for (String stem : stems(config)) {
            Path image = config.images().resolve(stem + config.layout().imageEnding());
            Path labelMap = config.labelMaps().resolve(stem + config.layout().labelMapEnding());
            for (Path file : List.of(image, labelMap)) {
                if (Files.notExists(file)) {
                    throw new IOException(
                            config.name() + " needs " + file + ", which does not exist: run mvn datasets:verify");
                }
            }
            pairs.add(new LabelledPair(image, labelMap));
        }
        return pairs;
    }

    private static List<String> stems(SegmentationConfig config) throws IOException {
        if (config.annotationFile().isPresent()) {
            return Files.readAllLines(config.annotationFile().get()).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
        String ending = config.layout().imageEnding();
        try (Stream<Path> files = Files.walk(config.images())) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(file -> config.images().relativize(file).toString())
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }
}
