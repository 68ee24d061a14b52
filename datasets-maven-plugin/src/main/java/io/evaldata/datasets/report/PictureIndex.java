package io.evaldata.datasets.report;

import io.evaldata.datasets.catalog.Check;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.PathPattern;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds a dataset's pictures with their splits and classes, from the checks of its catalogue entry. */
final class PictureIndex {
    private static final String SPLIT = "split";
    private static final String UNLISTED = "other";

    private final Dataset dataset;
    private final Tree tree;
    private final ClassNames classNames;
    private final Lists lists;
    private final Map<String, String> words = new HashMap<>();

    private PictureIndex(Dataset dataset, Tree tree, Lists lists) {
        this.dataset = dataset;
        this.tree = tree;
        this.classNames = ClassNames.of(dataset);
        this.lists = lists;
    }

    /**
     * The pictures, in order of their paths.
     *
     * @throws IOException when a list cannot be read
     */
    static List<PictureEntry> of(Dataset dataset, Tree tree) throws IOException {
        return new PictureIndex(dataset, tree, Lists.of(dataset, tree)).entries();
    }

    private List<PictureEntry> entries() throws IOException {
        Map<String, PictureEntry> entries = new TreeMap<>();
        for (PathPattern pattern : patterns()) {
            for (String path : tree.below(pattern.folder()).keySet()) {
                pattern.match(path).ifPresent(parts -> entries.putIfAbsent(path, entry(path, parts)));
            }
        }
        return dataset.presentation().classNumbers().isPresent() ? numbered(entries) : List.copyOf(entries.values());
    }

    private List<PathPattern> patterns() {
        List<PathPattern> images = new ArrayList<>();
        List<PathPattern> partners = new ArrayList<>();
        for (Check check : dataset.checks()) {
            if (check instanceof Check.Images all) {
                images.add(all.files());
            } else if (check instanceof Check.Pairs pairs) {
                partners.add(pairs.images());
            }
        }
        return images.isEmpty() ? partners : images;
    }

    private PictureEntry entry(String path, Map<String, String> parts) {
        String split = parts.get(SPLIT);
        if (split == null) {
            split = lists.split(path, UNLISTED);
        }
        String name = parts.getOrDefault(ClassNames.PART, lists.className(path));
        return new PictureEntry(path, word(split), word(classNames.of(name)));
    }

    /** The same text as one object, however many pictures share it. */
    private String word(String text) {
        return words.computeIfAbsent(text, word -> word);
    }

    private List<PictureEntry> numbered(Map<String, PictureEntry> entries) throws IOException {
        Map<String, Integer> numbers = ClassNumberReader.read(
                dataset.presentation().classNumbers().orElseThrow(), tree, List.copyOf(entries.keySet()));
        return entries.values().stream()
                .map(entry -> new PictureEntry(
                        entry.path(),
                        entry.split(),
                        numbers.containsKey(entry.path())
                                ? word(classNames.ofNumber(numbers.get(entry.path()) - 1))
                                : ""))
                .toList();
    }
}
