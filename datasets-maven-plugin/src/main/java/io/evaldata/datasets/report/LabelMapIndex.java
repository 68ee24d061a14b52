package io.evaldata.datasets.report;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Check;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.NameListReader;
import io.evaldata.datasets.catalog.PathPattern;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds which label map belongs to which picture, from the pairs and lists of the dataset's checks. */
final class LabelMapIndex {
    private final List<PathPattern> maps = new ArrayList<>();
    private final Tree tree;
    private final Map<String, String> mapByPicture = new TreeMap<>();

    private LabelMapIndex(Tree tree) {
        this.tree = tree;
    }

    /** The label maps by picture; none when the dataset has no label maps. */
    static Map<String, String> of(Dataset dataset, Tree tree) throws IOException {
        LabelMapIndex index = new LabelMapIndex(tree);
        for (Check check : dataset.checks()) {
            if (check instanceof Check.Labels labels) {
                index.maps.add(labels.maps());
            }
        }
        if (!index.maps.isEmpty()) {
            for (Check check : dataset.checks()) {
                index.add(check);
            }
        }
        return index.mapByPicture;
    }

    private void add(Check check) throws IOException {
        if (check instanceof Check.Pairs pairs) {
            for (String path : tree.below(pairs.images().folder()).keySet()) {
                pairs.images()
                        .match(path)
                        .ifPresent(parts -> add(List.of(path, pairs.partner().fill(path, parts))));
            }
        } else if (check instanceof Check.Listed listed) {
            try {
                NameListReader.read(
                        tree,
                        listed.list(),
                        name -> add(listed.files().stream()
                                .map(file -> file.fill(name.text(), name.parts()))
                                .toList()));
            } catch (DatasetsException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }

    /** Files that belong together: one of them is a label map, another the picture. */
    private void add(List<String> together) {
        for (String map : together) {
            if (isMap(map) && tree.has(map)) {
                together.stream()
                        .filter(path -> !isMap(path) && tree.has(path))
                        .forEach(picture -> mapByPicture.putIfAbsent(picture, map));
            }
        }
    }

    private boolean isMap(String path) {
        return maps.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
