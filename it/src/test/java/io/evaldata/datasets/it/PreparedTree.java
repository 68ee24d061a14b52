package io.evaldata.datasets.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A look at the files below a folder. */
final class PreparedTree {
    private PreparedTree() {}

    /** Every file's path and modification time, the plugin's own state left out. */
    static Map<String, String> times(Path root) throws IOException {
        return look(root, file -> Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                .toString());
    }

    /** Every file's path and content digest, the plugin's own state left out. */
    static Map<String, String> digests(Path root) throws IOException {
        return look(root, file -> Digest.sha256(Files.readAllBytes(file)));
    }

    private interface Look {
        String at(Path file) throws IOException;
    }

    private static Map<String, String> look(Path root, Look look) throws IOException {
        Map<String, String> seen = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith(".datasets/")) {
                    try {
                        seen.put(path, look.at(file));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            });
        }
        return seen;
    }
}
