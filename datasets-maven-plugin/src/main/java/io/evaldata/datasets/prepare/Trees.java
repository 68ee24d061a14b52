package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.catalog.Step;
import io.evaldata.datasets.io.Manifest;
import io.evaldata.datasets.io.Tree;
import java.nio.file.Path;

/** How the trees of two datasets relate. */
final class Trees {
    private Trees() {}

    /** Both trees as one; what the first has wins. Files resolve against the root that holds them. */
    static Tree union(Tree made, Tree base) {
        Manifest both = new Manifest();
        base.manifest().files().forEach(both::put);
        made.manifest().files().forEach(both::put);
        return new Tree(made.root(), both) {
            @Override
            public Path resolve(String path) {
                return made.has(path) ? made.resolve(path) : base.resolve(path);
            }
        };
    }

    /** Whether one dataset could take files from the other instead of unpacking them. */
    static boolean share(Dataset dataset, Dataset other, Scope scope) {
        return dataset.ways().stream()
                .flatMap(way -> way.steps(scope).stream())
                .anyMatch(step -> step instanceof Step.Unpack unpack
                        && unpack.sharedWith()
                                .filter(shared -> shared.dataset().equals(other.id()))
                                .isPresent());
    }
}
