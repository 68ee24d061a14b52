package io.evaldata.datasets.it.originals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Real files of the datasets, kept outside this repository because of their licences. */
public final class RealFiles {
    private static final Path FOLDER = Path.of("../../shared/samples");

    private RealFiles() {}

    /** Whether they are there. */
    public static boolean arePresent() {
        return Files.isDirectory(FOLDER);
    }

    static byte[] bytes(String path) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(path));
    }

    static List<String> lines(String path) throws IOException {
        return new String(bytes(path), StandardCharsets.UTF_8).lines().toList();
    }
}
