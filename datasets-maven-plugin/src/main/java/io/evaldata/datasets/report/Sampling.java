package io.evaldata.datasets.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/** Chooses some of many, always the same ones. */
final class Sampling {
    private static final long SEED = 20_261_122;
    private static final int FEW_CLASSES = 12;
    private static final int MOST_PER_CLASS = 4;

    private Sampling() {}

    /** Some, in the order they came in. */
    static <T> List<T> some(List<T> all, int count) {
        if (all.size() <= count) {
            return List.copyOf(all);
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            places.add(i);
        }
        Collections.shuffle(places, new Random(SEED));
        return places.subList(0, count).stream().sorted().map(all::get).toList();
    }

    /** Some of some classes: the classes in order of their names, of each a few pictures. */
    static List<PictureEntry> byClass(List<PictureEntry> all, int count) {
        Map<String, List<PictureEntry>> classes = new TreeMap<>();
        all.forEach(picture -> classes.computeIfAbsent(picture.className(), name -> new ArrayList<>())
                .add(picture));
        List<String> chosen = some(List.copyOf(classes.keySet()), FEW_CLASSES);
        int each = Math.max(1, Math.min(MOST_PER_CLASS, count / chosen.size()));
        return chosen.stream()
                .flatMap(name -> some(classes.get(name), each).stream())
                .toList();
    }

    /** How many there are of each, the names in order. */
    static Map<String, Long> counts(List<PictureEntry> all, Function<PictureEntry, String> name) {
        Map<String, Long> counts = new TreeMap<>(Comparator.naturalOrder());
        all.forEach(picture -> counts.merge(name.apply(picture), 1L, Long::sum));
        counts.remove("");
        return new LinkedHashMap<>(counts);
    }
}
