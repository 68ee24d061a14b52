package io.evaldata.datasets.catalog;

import java.util.Optional;

/**
 * A file in the tree that names other files: a split list or a JSON dump.
 *
 * @param file where it is
 * @param line how a line of text is read, when it is text; its parts fill the templates
 * @param json for JSON: how a string found in any array is read
 */
public record NameList(String file, Optional<PathPattern> line, Optional<PathPattern> json) {
    /** How a name in it is read, whether it is text or JSON. */
    public PathPattern pattern() {
        return line.or(() -> json).orElseThrow();
    }
}
