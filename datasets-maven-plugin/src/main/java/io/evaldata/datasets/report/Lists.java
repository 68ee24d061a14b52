package io.evaldata.datasets.report;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Check;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.NameListReader;
import io.evaldata.datasets.catalog.Template;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Which split list names a picture, and the class that it gives it. */
final class Lists {
    private final Map<String, String> splits = new HashMap<>();
    private final Map<String, String> classes = new HashMap<>();

    private Lists() {}

    static Lists of(Dataset dataset, Tree tree) throws IOException {
        Lists lists = new Lists();
        for (Check check : dataset.checks()) {
            if (check instanceof Check.Listed listed) {
                lists.add(listed, tree);
            } else if (check instanceof Check.Entries entries) {
                lists.add(entries.file(), new CaptionEntryReader(tree, entries.file()));
            }
        }
        return lists;
    }

    private void add(Check.Listed listed, Tree tree) throws IOException {
        String split = stem(listed.list().file());
        try {
            NameListReader.read(tree, listed.list(), name -> {
                String className = name.parts().get(ClassNames.PART);
                for (Template file : listed.files()) {
                    String path = file.fill(name.text(), name.parts());
                    splits.putIfAbsent(path, split);
                    if (className != null) {
                        classes.putIfAbsent(path, className);
                    }
                }
            });
        } catch (DatasetsException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void add(String file, CaptionEntryReader reader) throws IOException {
        String split = stem(file);
        reader.read((image, caption) -> splits.putIfAbsent(image, split));
    }

    private static String stem(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    /** The split of a picture; empty when there are no lists. */
    String split(String path, String unlisted) {
        return splits.isEmpty() ? "" : splits.getOrDefault(path, unlisted);
    }

    /** The class of a picture; empty when no list says one. */
    String className(String path) {
        return classes.getOrDefault(path, "");
    }
}
