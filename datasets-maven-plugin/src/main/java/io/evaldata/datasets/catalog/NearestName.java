package io.evaldata.datasets.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class NearestName {
    private NearestName() {}

    /** The name with the smallest edit distance, when that is at most a third of its length (and at least one). */
    public static Optional<String> of(String typed, Collection<String> names) {
        String wanted = plain(typed);
        return names.stream()
                .min(Comparator.comparingInt(name -> distance(wanted, plain(name))))
                .filter(name ->
                        distance(wanted, plain(name)) <= Math.max(1, plain(name).length() / 3));
    }

    /** {@code ; did you mean 'x'?} to go behind a sentence about a name; empty when none is near. */
    public static String hint(String typed, Collection<String> names) {
        return hint(of(typed, names).stream().toList());
    }

    /** The same for names that are known to be near, of which any may be meant. */
    public static String hint(List<String> near) {
        return near.isEmpty() ? "" : "; did you mean '" + String.join("' or '", near) + "'?";
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Levenshtein's edit distance, where two letters that changed places count as one edit. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] free = before;
            before = above;
            above = row;
            row = free;
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substituted, Math.min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
        }
        return row[b.length()];
    }
}
