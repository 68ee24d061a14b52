package io.evaldata.datasets.organise;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.io.StructArray;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * ImageNet's classes by number, from the development kit's {@code meta.mat}.
 *
 * <p>Of the synsets in it only the leaves, those without children, are classes, as torchvision 0.14.1's
 * {@code imagenet.py} reads it.
 */
final class SynsetTable {
    private static final Pattern WNID = Pattern.compile("\\w+");
    private static final String REMEDY = "Fetch the development kit again; its meta.mat is not the published one.";

    private final String file;
    private final Map<Integer, String> wnids = new HashMap<>();

    private SynsetTable(String file) {
        this.file = file;
    }

    static SynsetTable read(Tree tree, String file) {
        SynsetTable table = new SynsetTable(file);
        try {
            StructArray synsets = StructArray.read(tree.resolve(file), "synsets");
            for (int row = 0; row < synsets.size(); row++) {
                if (synsets.number(row, "num_children") == 0) {
                    table.add(synsets.number(row, "ILSVRC2012_ID"), synsets.text(row, "WNID"));
                }
            }
        } catch (IOException e) {
            throw new DatasetsException("'" + file + "': " + e.getMessage(), REMEDY, e);
        }
        if (table.wnids.isEmpty()) {
            throw new DatasetsException("'" + file + "': no synset without children, so no class", REMEDY);
        }
        return table;
    }

    private void add(int number, String wnid) {
        if (!WNID.matcher(wnid).matches()) {
            throw new DatasetsException(
                    "'" + file + "': expected a WordNet id such as n01440764, found '" + wnid + "'", REMEDY);
        }
        String other = wnids.put(number, wnid);
        if (other != null) {
            throw new DatasetsException(
                    "'" + file + "': class " + number + " is both " + other + " and " + wnid, REMEDY);
        }
    }

    /** The WordNet id of a class. */
    Optional<String> wnid(int number) {
        return Optional.ofNullable(wnids.get(number));
    }

    /** Number of classes. */
    int size() {
        return wnids.size();
    }
}
