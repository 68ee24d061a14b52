package io.evaldata.datasets.organise;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Step;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;

/** A list of the samples there are, for evaluation code that reads one; sorted, each once. */
final class StemList {
    private StemList() {}

    static void write(Step.ListStems step, Tree tree) throws IOException {
        SortedSet<String> lines = new TreeSet<>();
        for (String path : tree.below(step.files().folder()).keySet()) {
            step.files().match(path).ifPresent(parts -> lines.add(step.line().fill(path, parts)));
        }
        if (lines.isEmpty()) {
            throw new DatasetsException(
                    "no file matches '" + step.files() + "', so '" + step.to() + "' would be empty",
                    MatchingFiles.remedy(tree));
        }
        tree.write(step.to(), out -> {
            for (String line : lines) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
    }
}
