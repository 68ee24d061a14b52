package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.io.Tree;

/** The files of prepared datasets, as their receipts tell. Nothing is changed. */
public final class PreparedTrees {
    private PreparedTrees() {}

    /** A dataset's files, with those of the dataset that it is made from; none when it is not prepared. */
    public static Tree of(Request request, Dataset dataset) {
        Tree own = tree(request, dataset);
        return dataset.derivedFrom()
                .map(id -> Trees.union(own, tree(request, request.catalog().get(id))))
                .orElse(own);
    }

    private static Tree tree(Request request, Dataset dataset) {
        StateFolder state = new StateFolder(request.roots().state());
        return new Tree(request.roots().of(dataset), state.manifest(dataset.id()));
    }
}
