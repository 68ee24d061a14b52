package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;

/**
 * Something that only the user can do, before a dataset can be prepared.
 *
 * @param dataset for which one
 * @param kind what sort of thing
 * @param text what to do, as a sentence
 */
public record Errand(Dataset dataset, Kind kind, String text) {
    /** What sort of thing there is to do, with the word that a table shows. */
    public enum Kind {
        /** The publisher's terms have to be read and accepted. */
        TERMS("terms"),
        /** An account has to be named. */
        LOGIN("login"),
        /** A file has to be fetched with a browser. */
        BY_HAND("by hand"),
        /** Nobody serves a file any more. */
        DEAD("dead source"),
        /** Maven is offline. */
        ONLINE("network");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word for tables. */
        public String word() {
            return word;
        }
    }
}
