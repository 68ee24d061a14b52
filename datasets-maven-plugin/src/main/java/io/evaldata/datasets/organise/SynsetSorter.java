package io.evaldata.datasets.organise;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Step;
import io.evaldata.datasets.io.Tree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves ImageNet's validation images into the folders of their classes: sorted by name, the n-th image belongs to the
 * n-th line of the ground truth.
 */
final class SynsetSorter {
    private static final String REMEDY =
            "The images and the development kit must both be the published ones; fetch again what is not.";

    private SynsetSorter() {}

    static void sort(Step.SynsetFolders step, Tree tree) throws IOException {
        requireFile(tree, step.meta());
        requireFile(tree, step.groundTruth());
        List<String> images = MatchingFiles.paths(step.images(), tree);
        List<String> wnids = classes(tree, step.groundTruth(), SynsetTable.read(tree, step.meta()));
        if (images.size() != wnids.size()) {
            throw new DatasetsException(
                    "'" + step.groundTruth() + "' has " + wnids.size() + " lines, but " + images.size()
                            + " images match '" + step.images() + "'; expected as many of both",
                    REMEDY);
        }
        Map<String, String> moves = new LinkedHashMap<>();
        for (int i = 0; i < images.size(); i++) {
            String image = images.get(i);
            Map<String, String> parts =
                    new LinkedHashMap<>(step.images().match(image).orElseThrow());
            parts.put("wnid", wnids.get(i));
            String target = step.to().fill(image, parts);
            String other = moves.put(target, image);
            if (other != null) {
                throw new DatasetsException(
                        "'" + other + "' and '" + image + "' would both become '" + target + "'", REMEDY);
            }
        }
        for (Map.Entry<String, String> move : moves.entrySet()) {
            if (!move.getKey().equals(move.getValue())) {
                tree.move(move.getValue(), move.getKey());
            }
        }
    }

    private static List<String> classes(Tree tree, String file, SynsetTable synsets) throws IOException {
        List<String> wnids = new ArrayList<>();
        Problems problems = new Problems(file);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(tree.open(file), StandardCharsets.UTF_8))) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String text = line.strip();
                if (text.isEmpty()) {
                    continue;
                }
                Optional<String> wnid = number(text).flatMap(synsets::wnid);
                if (wnid.isEmpty()) {
                    problems.add(
                            number,
                            "expected the number of one of the " + synsets.size() + " classes, found '" + text + "'");
                }
                wnids.add(wnid.orElse(""));
            }
        }
        problems.throwIfAny(REMEDY);
        return wnids;
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void requireFile(Tree tree, String file) {
        if (!tree.has(file)) {
            throw new DatasetsException("'" + file + "' of the development kit is not there", REMEDY);
        }
    }
}
