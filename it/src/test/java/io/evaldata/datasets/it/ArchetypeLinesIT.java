package io.evaldata.datasets.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A generated project works before its first edit, on every line of Maven. */
class ArchetypeLinesIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RUNNING")
    void generatesEvaluatesAndIsUpToDateTheSecondTime(Distribution maven) throws Exception {
        Path folder = Files.createDirectories(temp.resolve("empty"));
        String validation = "-Dmaven.plugin.validation=VERBOSE";
        Archetype.generating(folder, "evaluation")
                .with(validation)
                .on(maven)
                .run()
                .succeeds()
                .warnsOfNothing();
        Path project = folder.resolve("evaluation");

        MavenRun first =
                Archetype.verifying(project, validation).on(maven).run().succeeds();
        first.warnsOfNothing().counts(3, 0, 0).says("Tests run: ", "text to image R@10", "cifar10", "voc21");
        for (String task : List.of("retrieval", "classification", "segmentation")) {
            String text = Files.readString(project.resolve("target/evaluation/" + task + ".txt"));
            // Maven 4 puts its own sign before each line of the table.
            first.says(text.lines().toArray(String[]::new));
            JsonNode table = JSON.readTree(
                    project.resolve("target/evaluation/" + task + ".json").toFile());
            assertThat(table.get("results")).as(task).isNotEmpty().allSatisfy(result -> assertThat(text)
                    .contains(
                            result.get("dataset").asText(),
                            result.get("measure").asText()));
        }
        Archetype.evaluating(project).on(maven).run().succeeds().counts(0, 3, 0);
    }
}
