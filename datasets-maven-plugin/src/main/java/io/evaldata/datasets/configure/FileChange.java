package io.evaldata.datasets.configure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file as it is and as it is to be; content is one char per byte.
 *
 * @param path the file, as the user names it
 * @param target the file that is written: where {@code path} leads when it is a symbolic link
 * @param before its content; empty for a file that is not there
 * @param after its content to be
 */
record FileChange(Path path, Path target, Optional<String> before, String after) {

    static FileChange create(Path path, String text) {
        String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return new FileChange(path, path.toAbsolutePath(), Optional.empty(), bytes);
    }

    String diff() {
        return UnifiedDiff.of(path, before, after);
    }
}
