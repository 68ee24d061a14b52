package io.evaldata.datasets.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evaldata.datasets.it.originals.Original;
import io.evaldata.datasets.it.originals.Originals;
import io.evaldata.datasets.it.originals.RealFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the stand-ins to the real data by {@code -Preal} alone: all nineteen, in the true formats, are evaluated. */
class ArchetypeRealIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> CONFIGS = Set.of(
            "voc20", "voc21", "context59", "context60", "coco_stuff164k", "coco_object", "city_scapes", "ade20k");

    @TempDir
    private Path temp;

    @Test
    void theRealProfileNeedsNoEdit() throws Exception {
        assumeThat(RealFiles.arePresent())
                .as("real files of the datasets, in ../shared")
                .isTrue();
        List<Original> originals = Originals.all(Files.createDirectories(temp.resolve("scratch")));
        Path overlay = Original.overlay(temp.resolve("overlay.json"), originals);
        Path folder = Files.createDirectories(temp.resolve("empty"));
        Path root = temp.resolve("real data");
        Archetype.generating(folder, "evaluation", "datasets=all", "datasetRoot=" + root)
                .run()
                .succeeds();
        Path project = folder.resolve("evaluation");
        Map<String, String> generated = PreparedTree.digests(project);
        try (Publisher publisher = new Publisher()) {
            originals.forEach(original -> original.addresses().forEach(publisher::publish));
            String[] real = {
                "-Preal",
                "-Ddatasets.mirror=" + publisher.base(),
                "-Ddatasets.catalogs=" + overlay,
                "-Ddatasets.cache=" + temp.resolve("cache"),
                "-Ddatasets.acceptTerms=all"
            };
            Archetype.evaluatingOnline(project, real).run().succeeds().counts(19, 0, 0);
            assertThat(results(project, "retrieval")).isEqualTo(Set.of("coco", "flickr30k"));
            assertThat(results(project, "classification")).hasSize(11);
            assertThat(results(project, "segmentation")).isEqualTo(CONFIGS);
            assertThat(JSON.readTree(project.resolve("datasets.lock.json").toFile())
                            .get("datasets"))
                    .as("all but coco_object, which is made from coco_stuff164k")
                    .hasSize(18);
            assertThat(edited(project, generated)).containsExactly("datasets.lock.json");

            int asked = publisher.requests().size();
            Archetype.evaluating(project, real).run().succeeds().counts(0, 19, 0);
            assertThat(publisher.requests()).hasSize(asked);
        }
        Archetype.evaluating(project, "-Psample").run().succeeds().counts(19, 0, 0);
        assertThat(edited(project, generated)).containsExactly("datasets.lock.json");
    }

    private static Set<String> results(Path project, String task) throws Exception {
        Set<String> datasets = new TreeSet<>();
        for (JsonNode result : JSON.readTree(
                        project.resolve("target/evaluation/" + task + ".json").toFile())
                .get("results")) {
            datasets.add(result.get("dataset").asText());
        }
        return datasets;
    }

    /** The files outside of target that are not as they were, or are new, or are gone. */
    private static Set<String> edited(Path project, Map<String, String> before) throws Exception {
        Map<String, String> after = PreparedTree.digests(project);
        after.keySet().removeIf(path -> path.startsWith("target/"));
        Set<String> edited = new TreeSet<>(before.keySet());
        edited.addAll(after.keySet());
        edited.removeIf(path -> before.containsKey(path) && before.get(path).equals(after.get(path)));
        return edited;
    }
}
