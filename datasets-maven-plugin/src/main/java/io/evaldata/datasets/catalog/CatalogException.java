package io.evaldata.datasets.catalog;

import io.evaldata.datasets.DatasetsException;

/** A catalogue file that can't be used; the message starts with file and line. */
public final class CatalogException extends DatasetsException {
    CatalogException(String message) {
        super(
                message,
                "correct the catalogue file; its JSON schema is in the plugin jar: datasets-catalog.schema.json");
    }
}
