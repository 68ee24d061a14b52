package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Source;

/**
 * A number of bytes as far as it is known: unknown sizes are counted, never taken for nothing.
 *
 * @param bytes the sum of what is known
 * @param exact whether a citable source states all of it
 * @param unknown how many files of unknown size come on top
 */
public record Amount(long bytes, boolean exact, int unknown) {
    /** Nothing at all. */
    public static final Amount NONE = new Amount(0, true, 0);

    /** So many bytes, more or less. */
    public static Amount about(long bytes) {
        return new Amount(bytes, false, 0);
    }

    /** What the catalogue says about the size of a file, or the file itself where it lies on this machine. */
    public static Amount of(Source source) {
        if (source.plannedBytes().isPresent()) {
            return new Amount(source.plannedBytes().getAsLong(), source.bytes().isPresent(), 0);
        }
        return LocalSource.of(source)
                .map(file -> new Amount(file.toFile().length(), true, 0))
                .orElse(new Amount(0, true, 1));
    }

    /** Both together. */
    public Amount plus(Amount other) {
        return new Amount(bytes + other.bytes, exact && other.exact, unknown + other.unknown);
    }

    /** The same without so many bytes of it that are there. */
    public Amount without(long present) {
        return new Amount(Math.max(0, bytes - present), exact, unknown);
    }

    /** Whether there is nothing, known or not. */
    public boolean isNone() {
        return bytes == 0 && unknown == 0;
    }

    /** As short as a table wants it: {@code 1.2 GB}, {@code ~1.2 GB}, {@code >1.2 GB}, {@code ?}, {@code -}. */
    public String cell() {
        if (bytes == 0) {
            return unknown > 0 ? "?" : "-";
        }
        return (unknown > 0 ? ">" : exact ? "" : "~") + Sizes.text(bytes);
    }

    /** As a sentence wants it: {@code about 1.2 GB and 2 files of unknown size}. */
    public String words() {
        String more = unknown == 0 ? "" : unknown == 1 ? "a file of unknown size" : unknown + " files of unknown size";
        if (bytes == 0) {
            return more.isEmpty() ? "nothing" : more;
        }
        return (exact ? "" : "about ") + Sizes.text(bytes) + (more.isEmpty() ? "" : " and " + more);
    }
}
