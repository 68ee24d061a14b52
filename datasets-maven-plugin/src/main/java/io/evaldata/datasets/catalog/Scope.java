package io.evaldata.datasets.catalog;

import java.util.Locale;

/** How much of a dataset is prepared. */
public enum Scope {
    /** Only what the evaluation protocol reads. */
    EVAL,
    /** Everything that is published, the training part too. */
    FULL;

    /**
     * Parses {@code eval} or {@code full}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Scope parse(String text) {
        for (Scope scope : values()) {
            if (scope.key().equals(text)) {
                return scope;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no scope; expected eval or full");
    }

    /** The name as users write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
