package io.evaldata.datasets.report;

import java.io.IOException;

/** A picture cannot be drawn here, which says nothing against it. */
final class NotDrawableException extends IOException {
    private static final long serialVersionUID = 1L;

    NotDrawableException(String message) {
        super(message);
    }
}
