package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.catalog.Step;
import io.evaldata.datasets.io.Checksum;

/** What a prepared tree depends on: the catalogue entry, the request and the code that makes files. */
final class Definition {
    /** Raised whenever the same input would give other files. */
    static final String CONVERTER = "1";

    private Definition() {}

    /** Whether polygons are drawn on any way, so that the Pillow version matters. */
    static boolean draws(Dataset dataset) {
        return dataset.ways().stream()
                .flatMap(way -> way.steps().stream())
                .anyMatch(scoped -> scoped.step() instanceof Step.Polygons);
    }

    /** The rule set drawn with; empty where nothing is drawn. */
    static String pillow(Dataset dataset, Request request) {
        return draws(dataset) ? request.pillow() : "";
    }

    /** Digest of all of it; equal exactly when the files would be. */
    static String fingerprint(Dataset dataset, Request request, Scope scope, StateFolder state) {
        String base = dataset.derivedFrom()
                .map(id -> request.catalog().get(id).fingerprint()
                        + state.receipt(id).map(Receipt::tree).orElse(""))
                .orElse("");
        String text = String.join(
                "\n", dataset.fingerprint(), base, scope.key(), request.kind(), pillow(dataset, request), CONVERTER);
        return Checksum.sha256(text).hex();
    }
}
