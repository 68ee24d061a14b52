package io.evaldata.datasets.prepare;

import io.evaldata.datasets.DatasetsException;

/** A source could not be had; another way to the same tree may still work. */
final class SourceUnavailable extends DatasetsException {
    SourceUnavailable(DatasetsException reason) {
        super(reason.getMessage(), reason.remedy(), reason);
    }
}
