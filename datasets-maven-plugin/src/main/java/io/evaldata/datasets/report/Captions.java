package io.evaldata.datasets.report;

import io.evaldata.datasets.catalog.Check;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The captions of a dataset, read anew for whatever is asked, so that they need not be kept. */
final class Captions {
    private static final int MOST = 10;
    private static final int LONGEST = 1000;

    private final Dataset dataset;
    private final Tree tree;

    Captions(Dataset dataset, Tree tree) {
        this.dataset = dataset;
        this.tree = tree;
    }

    /** How many captions each captioned picture has. */
    Map<String, Integer> counts() throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        read((image, caption) -> counts.merge(image, 1, Integer::sum));
        return counts;
    }

    /** The first few captions of these pictures, in the order of the file, the longest shortened. */
    Map<String, List<String>> of(Set<String> pictures) throws IOException {
        Map<String, List<String>> captions = new HashMap<>();
        read((image, caption) -> {
            if (pictures.contains(image)) {
                List<String> texts = captions.computeIfAbsent(image, path -> new ArrayList<>());
                if (texts.size() < MOST) {
                    texts.add(Words.shortened(caption, LONGEST));
                }
            }
        });
        return captions;
    }

    private void read(CaptionEntryReader.Taker taker) throws IOException {
        for (Check check : dataset.checks()) {
            if (check instanceof Check.Captions captions) {
                new CocoCaptionReader(tree, captions).read(taker);
            } else if (check instanceof Check.Entries entries) {
                new CaptionEntryReader(tree, entries.file()).read(taker);
            }
        }
    }
}
