package io.evaldata.datasets.configure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the names of the files below a folder end, at any depth: what a dataset class that is told a suffix will find.
 *
 * @param counts files by ending
 */
record FileEndings(Map<String, Long> counts) {
    static FileEndings below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new FileEndings(files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.lastIndexOf('.') > 0)
                    .collect(Collectors.groupingBy(
                            name -> name.substring(name.lastIndexOf('.')), TreeMap::new, Collectors.counting())));
        }
    }

    /** Whether there is a file whose name ends so; as quick as the first is found. */
    static boolean has(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().endsWith(suffix) && Files.isRegularFile(file));
        }
    }

    /** {@code 3 in .jpg, 2 in .png}. */
    String words() {
        return counts.isEmpty()
                ? "there is none"
                : counts.entrySet().stream()
                        .map(count -> count.getValue() + " in " + count.getKey())
                        .collect(Collectors.joining(", "));
    }
}
