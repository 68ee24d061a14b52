package io.evaldata.datasets.organise;

import io.evaldata.datasets.catalog.PathPattern;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The files of a tree that match a pattern, found in one walk below the pattern's folder. */
final class MatchingFiles {
    private static final int EXAMPLES = 5;

    private MatchingFiles() {}

    /** What to do about a pattern that no file matches, with some files that are there. */
    static String remedy(Tree tree) {
        List<String> some =
                tree.below("").keySet().stream().limit(EXAMPLES + 1L).toList();
        return "Compare the pattern with what was unpacked, and correct it in the catalogue file; there "
                + (some.isEmpty()
                        ? "are no files"
                        : (some.size() == 1 ? "is " : "are ")
                                + String.join(", ", some.subList(0, Math.min(EXAMPLES, some.size())))
                                + (some.size() > EXAMPLES ? " and others" : ""))
                + ".";
    }

    /** Sorted paths; a snapshot, so that the tree may change while they are gone through. */
    static List<String> paths(PathPattern pattern, Tree tree) {
        List<String> paths = new ArrayList<>();
        for (String path : tree.below(pattern.folder()).keySet()) {
            if (pattern.matches(path)) {
                paths.add(path);
            }
        }
        return paths;
    }

    static void delete(PathPattern pattern, Tree tree) throws IOException {
        for (String path : paths(pattern, tree)) {
            tree.delete(path);
        }
    }
}
