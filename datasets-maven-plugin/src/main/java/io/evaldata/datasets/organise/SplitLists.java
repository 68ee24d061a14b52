package io.evaldata.datasets.organise;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.io.Tree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Text files with an image name per line, one for each split. */
final class SplitLists {
    private static final String REMEDY = "Compare the lists with the published ones.";

    private SplitLists() {}

    /**
     * The split of every image that a list names.
     *
     * @param lists split name to the file
     * @throws DatasetsException when a list is not there, or two of them name one image
     */
    static Map<String, String> read(Map<String, String> lists, Tree tree) throws IOException {
        Map<String, String> splits = new HashMap<>();
        for (Map.Entry<String, String> list : new TreeMap<>(lists).entrySet()) {
            String file = list.getValue();
            if (!tree.has(file)) {
                throw new DatasetsException("the list '" + file + "' is not there", REMEDY);
            }
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(tree.open(file), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String image = line.strip();
                    String other = image.isEmpty() ? null : splits.putIfAbsent(image, list.getKey());
                    if (other != null && !other.equals(list.getKey())) {
                        throw new DatasetsException(
                                "'" + image + "' is in both '" + lists.get(other) + "' and '" + file + "'", REMEDY);
                    }
                }
            }
        }
        return splits;
    }
}
