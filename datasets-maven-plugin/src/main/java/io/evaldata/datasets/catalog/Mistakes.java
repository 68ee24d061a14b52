package io.evaldata.datasets.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is wrong with the catalogue files read so far. Reading goes on behind a mistake, with a stand-in for what was
 * refused, so that all of them are told at once; {@link #refuse} keeps the stand-ins from being used.
 */
final class Mistakes {
    private final Set<Mistake> found = new LinkedHashSet<>();
    private final Set<Node> unknown = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * One mistake.
     *
     * @param place the value or key, or the whole file
     * @param text the whole message, with the place
     */
    record Mistake(Node.Place place, String text) {}

    void add(Mistake mistake) {
        found.add(mistake);
    }

    /** Notes what an attempt to read something came upon. */
    void add(CatalogException refused) {
        found.addAll(refused.mistakes());
    }

    /** A key that nobody reads. */
    void addUnknown(Node key, String what) {
        unknown.add(key);
        add(key.mistake(what));
    }

    /** Whether the key was told to be an unknown one. */
    boolean isUnknown(Node key) {
        return unknown.contains(key);
    }

    /** What the reading gives; the stand-in when it is refused, which is noted. */
    <T> T orElse(T standIn, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (CatalogException refused) {
            add(refused);
            return standIn;
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * Ends the reading when something was wrong.
     *
     * @throws CatalogException with every mistake, in the order of files and lines
     */
    void refuse() {
        if (!found.isEmpty()) {
            List<Mistake> sorted = new ArrayList<>(found);
            sorted.sort(Comparator.comparing(
                    Mistake::place, Comparator.comparingInt(Node.Place::rank).thenComparingInt(Node.Place::line)));
            throw new CatalogException(sorted);
        }
    }
}
