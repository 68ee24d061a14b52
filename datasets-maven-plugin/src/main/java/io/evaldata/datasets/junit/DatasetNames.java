package io.evaldata.datasets.junit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of the built-in datasets, so that a test may ask for one as the POM does. The jar has no catalogue; its list of
 * names is held to the catalogue by a test.
 */
final class DatasetNames {
    /** A line per dataset: the id, then its aliases. */
    private static final String LIST = "names.txt";

    /** What a POM may choose that is no dataset. */
    private static final Set<String> GROUPS = Set.of("retrieval", "classification", "segmentation", "all");

    private final Map<String, String> ids = new HashMap<>();

    private DatasetNames() {}

    /** Those of the product. */
    static DatasetNames builtIn() {
        DatasetNames names = new DatasetNames();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(DatasetNames.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
            lines.lines().forEach(names::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private void add(String line) {
        String[] words = line.split(" ", -1);
        for (String word : words) {
            ids.put(word, words[0]);
        }
    }

    /** The id of a dataset by any of its names; what is not known may be one of a project's own catalogue, and stays. */
    String id(String name) {
        return ids.getOrDefault(name, name);
    }

    /** Whether several datasets are chosen by that name in a POM. */
    static boolean isGroup(String name) {
        return GROUPS.contains(name);
    }

    /**
     * What was probably meant by a name that nobody knows.
     *
     * @param others names that are known besides the built-in ones
     * @return empty when it is a known name, or none is near
     */
    Optional<String> meantBy(String typed, Collection<String> others) {
        Set<String> known = new LinkedHashSet<>(ids.keySet());
        known.addAll(others);
        if (known.contains(typed)) {
            return Optional.empty();
        }
        return known.stream()
                .min(Comparator.<String>comparingInt(name -> distance(typed, name))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> distance(typed, name) <= Math.max(1, name.length() / 3));
    }

    /** Levenshtein's edit distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
