package io.evaldata.datasets.verify;

import java.util.Comparator;
import java.util.Locale;

/**
 * One thing in a tree that is not as it should be.
 *
 * @param kind what sort of thing
 * @param path the file or pattern, relative to the dataset's root
 * @param expected what should be
 * @param found what is
 */
public record Finding(Kind kind, String path, String expected, String found) implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::kind)
            .thenComparing(Finding::path)
            .thenComparing(Finding::expected)
            .thenComparing(Finding::found);

    /** The sorts of findings, the most telling first. */
    public enum Kind {
        /** Other than the published number of files. */
        COUNT,
        /** Other than the published digest. */
        DIGEST,
        /** A file is not there. */
        MISSING,
        /** A file is longer or shorter than when it was prepared. */
        SIZE,
        /** A file has other bytes than when it was prepared. */
        CONTENT,
        /** A list, table or annotation file does not say what it should. */
        LIST,
        /** A picture does not decode. */
        PICTURE,
        /** Two pictures that belong together differ in width or height. */
        DIMENSIONS,
        /** A label map holds a value that is no label. */
        LABELS,
        /** Something lies where it has no place. */
        UNEXPECTED;

        /** The name as reports write it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.key() + ": " + path + ": expected " + expected + ", found " + found;
    }
}
