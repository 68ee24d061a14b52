package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.io.Manifest;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What else may lie in a dataset's folder: other datasets, and beside a dataset without a folder of its own anything. */
final class Neighbours {
    private Neighbours() {}

    /**
     * Tells of relative paths, those of folders ending in a slash, whether they may be there.
     *
     * @param own the dataset's files
     */
    static Predicate<String> of(Dataset dataset, Request request, StateFolder state, Manifest own) throws IOException {
        Path root = request.roots().of(dataset);
        List<Tree> neighbours = new ArrayList<>();
        for (Receipt receipt : state.receipts()) {
            Path other = Path.of(receipt.root());
            if (!receipt.id().equals(dataset.id()) && (other.startsWith(root) || root.startsWith(other))) {
                neighbours.add(new Tree(other, state.manifest(receipt.id())));
            }
        }
        return path -> {
            String top = path.substring(0, path.indexOf('/') + 1);
            if (dataset.root().isEmpty() && (top.isEmpty() || own.below(top).isEmpty())) {
                return true;
            }
            Path file = root.resolve(path);
            return neighbours.stream().anyMatch(tree -> holds(tree, file, path.endsWith("/")));
        };
    }

    private static boolean holds(Tree tree, Path path, boolean folder) {
        if (!path.startsWith(tree.root())) {
            return folder && tree.root().startsWith(path);
        }
        String relative = tree.root().relativize(path).toString().replace('\\', '/');
        return folder ? !tree.below(relative + "/").isEmpty() : tree.has(relative);
    }
}
