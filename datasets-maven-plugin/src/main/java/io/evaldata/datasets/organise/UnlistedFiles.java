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
        requireOne(step, listed, tree);
        MatchingFiles.deleteIf(step.files(), parts -> !listed.contains(key(names, parts)), tree);
    }

    /** A pattern that matches nothing, or that the list speaks of in other words, would leave nothing without a word. */
    private static void requireOne(Step.KeepListed step, Set<List<String>> listed, Tree tree) {
        List<String> names = step.files().names();
        List<String> matching = MatchingFiles.paths(step.files(), tree);
        if (matching.isEmpty()) {
            throw new DatasetsException(
                    "there is nothing to keep: no file matches '" + step.files() + "'", MatchingFiles.remedy(tree));
        }
        boolean any = matching.stream()
                .anyMatch(path ->
                        listed.contains(key(names, step.files().match(path).orElseThrow())));
        if (!any) {
            throw new DatasetsException(
                    "there is nothing to keep: '" + step.list().file() + "' names none of the files of '" + step.files()
                            + "'; it names "
                            + String.join("/", listed.iterator().next()) + ", a file is " + matching.get(0),
                    "Correct 'line' or 'json', how the list is read, or the pattern of the files.");
        }
    }

    private static List<String> key(List<String> names, Map<String, String> parts) {
        return names.stream().map(parts::get).toList();
    }
}
