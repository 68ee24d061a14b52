package io.evaldata.datasets.catalog;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Mistakes.Mistake;
import java.util.List;

/** Catalogue files that can't be used; every mistake starts with file and line. */
public final class CatalogException extends DatasetsException {
    /** Kept apart from the message, so that several readings can be told together. */
    private final transient List<Mistake> mistakes;

    CatalogException(List<Mistake> mistakes) {
        super(
                mistakes.size() == 1
                        ? mistakes.get(0).text()
                        : mistakes.size() + " mistakes in the catalogue files:\n  - "
                                + String.join("\n  - ", texts(mistakes)),
                "Correct the catalogue file; its JSON schema is in the plugin jar: datasets-catalog.schema.json.");
        this.mistakes = List.copyOf(mistakes);
    }

    private static List<String> texts(List<Mistake> mistakes) {
        return mistakes.stream().map(Mistake::text).toList();
    }

    List<Mistake> mistakes() {
        return mistakes;
    }

    /** Each mistake by itself, as a sentence that starts with its place. */
    public List<String> lines() {
        return texts(mistakes);
    }
}
