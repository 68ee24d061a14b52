package io.evaldata.datasets.verify;

import io.evaldata.datasets.verify.Finding.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Collects findings: of each kind the first few in order of path, whichever thread comes first, and how many there are.
 */
final class Findings {
    private static final int SHOWN_PER_KIND = 20;

    private final Map<Kind, TreeSet<Finding>> first = new EnumMap<>(Kind.class);
    private final Map<Kind, Long> totals = new EnumMap<>(Kind.class);
    private final TreeSet<String> damaged = new TreeSet<>();

    /** Notes something that is wrong with the tree as a whole. */
    synchronized void add(Kind kind, String path, String expected, String found) {
        totals.merge(kind, 1L, Long::sum);
        TreeSet<Finding> kept = first.computeIfAbsent(kind, k -> new TreeSet<>());
        kept.add(new Finding(kind, path, expected, found));
        if (kept.size() > SHOWN_PER_KIND) {
            kept.pollLast();
        }
    }

    /** Notes something that is wrong with one file: making that file again would mend it. */
    synchronized void damaged(Kind kind, String path, String expected, String found) {
        add(kind, path, expected, found);
        damaged.add(path);
    }

    /** Notes a file that is not there. */
    void missing(String path, String why) {
        damaged(Kind.MISSING, path, why, "none");
    }

    synchronized Verdict verdict() {
        List<Finding> shown = new ArrayList<>();
        first.values().forEach(shown::addAll);
        return new Verdict(shown, new TreeMap<>(totals), new TreeSet<>(damaged));
    }
}
