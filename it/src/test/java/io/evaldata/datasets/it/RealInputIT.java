package io.evaldata.datasets.it;

import static io.evaldata.datasets.it.MavenBuild.goal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.evaldata.datasets.it.originals.Original;
import io.evaldata.datasets.it.originals.Originals;
import io.evaldata.datasets.it.originals.RealFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All nineteen, made from real files in the true formats, served at the originals' paths, opened by the real readers. */
class RealInputIT {
    @TempDir
    private static Path temp;

    private static Path root;
    private static List<Original> originals;

    @BeforeAll
    static void prepareAll() throws Exception {
        assumeThat(RealFiles.arePresent())
                .as("real files of the datasets, in ../shared")
                .isTrue();
        originals = Originals.all(Files.createDirectories(temp.resolve("scratch")));
        root = temp.resolve("root");
        Path folder = Files.createDirectories(temp.resolve("work"));
        try (Publisher publisher = new Publisher()) {
            originals.forEach(original -> original.addresses().forEach(publisher::publish));
            MavenBuild.in(folder)
                    .with(
                            goal("prepare"),
                            "-Ddatasets=all",
                            "-Ddatasets.root=" + root,
                            "-Ddatasets.mirror=" + publisher.base(),
                            "-Ddatasets.acceptTerms=all",
                            "-Ddatasets.catalogs=" + Original.overlay(temp.resolve("overlay.json"), originals))
                    .run()
                    .succeeds()
                    .counts(19, 0, 0);
        }
    }

    @Test
    void everyTreeIsByteForByteWhatEvaluationCodeExpects() throws Exception {
        Map<String, Map<String, byte[]>> trees = new TreeMap<>();
        Map<String, Set<String>> made = new TreeMap<>();
        for (Original original : originals) {
            String folder = Path.of(original.family(), original.root()).toString();
            trees.computeIfAbsent(folder, key -> new TreeMap<>()).putAll(original.tree());
            made.computeIfAbsent(folder, key -> new TreeSet<>()).addAll(original.made());
        }
        for (Map.Entry<String, Map<String, byte[]>> expected : trees.entrySet()) {
            Map<String, String> digests = new TreeMap<>();
            expected.getValue().forEach((path, content) -> digests.put(path, Digest.sha256(content)));
            Map<String, String> found = PreparedTree.digests(root.resolve(expected.getKey()));
            for (String path : made.get(expected.getKey())) {
                assertThat(found.remove(path))
                        .as(expected.getKey() + " " + path)
                        .isNotNull();
            }
            assertThat(found).as(expected.getKey()).isEqualTo(digests);
        }
    }

    @Test
    void torchvisionOpensTheClassificationSets() throws Exception {
        Readers.open("classification.py", root.resolve("classification"), root.resolve("imagenet/data/val_images"));
    }

    @Test
    void captionsJoinTheirImages() throws Exception {
        Readers.open("retrieval.py", root);
    }

    @Test
    void imagesPairWithTheirLabelMaps() throws Exception {
        Readers.open("segmentation.py", root.resolve("segmentation"));
    }
}
