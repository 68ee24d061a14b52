package io.evaldata.datasets.organise;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.NameListReader;
import io.evaldata.datasets.catalog.Step;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files that a split list does not name: left out when only the evaluated split is wanted. */
final class UnlistedFiles {
    private UnlistedFiles() {}

    /** A pattern that matches nothing, or that the list speaks of in other words, is refused: no file would be left. */
    static void delete(Step.KeepListed step, Tree tree) throws IOException {
        List<String> names = step.files().names();
        Set<List<String>> listed = new HashSet<>();
        NameListReader.read(tree, step.list(), name -> listed.add(key(names, name.parts())));
        if (listed.isEmpty()) {
            throw new DatasetsException(
                    "the list '" + step.list().file() + "' names nothing, so every file of '" + step.files()
                            + "' would go",
                    "Fetch the list again.");
        }
        List<String> matching = MatchingFiles.paths(step.files(), tree);
        if (matching.isEmpty()) {
            throw new DatasetsException(
                    "there is nothing to keep: no file matches '" + step.files() + "'", MatchingFiles.remedy(tree));
        }
        List<String> unlisted = matching.stream()
                .filter(path ->
                        !listed.contains(key(names, step.files().match(path).orElseThrow())))
                .toList();
        if (unlisted.size() == matching.size()) {
            throw new DatasetsException(
                    "there is nothing to keep: '" + step.list().file() + "' names none of the files of '" + step.files()
                            + "'; it names "
                            + String.join("/", listed.iterator().next()) + ", a file is " + matching.get(0),
                    "Correct 'line' or 'json', how the list is read, or the pattern of the files.");
        }
        for (String path : unlisted) {
            tree.delete(path);
        }
    }

    private static List<String> key(List<String> names, Map<String, String> parts) {
        return names.stream().map(parts::get).toList();
    }
}
