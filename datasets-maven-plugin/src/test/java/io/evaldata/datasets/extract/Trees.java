package io.evaldata.datasets.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders as maps, to compare. */
final class Trees {
    private Trees() {}

    /** Every file and directory below the folder by its relative path; text of files, and {@code "<dir>"}. */
    static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(path -> !path.equals(folder))
                    .forEach(path -> tree.put(folder.relativize(path).toString().replace('\\', '/'), content(path)));
        }
        return tree;
    }

    private static String content(Path path) {
        try {
            return Files.isDirectory(path) ? "<dir>" : Files.readString(path, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
