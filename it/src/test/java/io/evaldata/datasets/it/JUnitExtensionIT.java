package io.evaldata.datasets.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a project that ask for a dataset, in the JVMs that Surefire and Failsafe start. */
class JUnitExtensionIT {
    private static final String EARLY =
            """
            package org.example;

            import static org.junit.jupiter.api.Assertions.assertThrows;

            import io.evaldata.datasets.junit.PreparedDataset;
            import java.nio.file.Path;
            import org.junit.jupiter.api.Test;

            class EarlyTest {
                @Test
                void readsWhatAnEarlierBuildPrepared(@PreparedDataset("voc2012") Path root) {
                    System.out.println("early: " + root);
                }

                @Test
                void hasNoLibrariesOfThePlugin() {
                    assertThrows(ClassNotFoundException.class, () -> Class.forName("com.fasterxml.jackson.core.JsonFactory"));
                }
            }
            """;

    private static final String TEST = "src/test/java/org/example/SegmentationIT.java";

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void writeProject() throws IOException {
        folder = Files.createDirectories(temp.resolve("evaluation"));
        DocumentedFiles page = DocumentedFiles.of("junit.md");
        JavaProject.write(folder, page.file("dependency.xml"));
        page.write(TEST, folder);
        Files.writeString(folder.resolve(TEST).resolveSibling("EarlyTest.java"), EARLY);
    }

    @Test
    void aPreparedDatasetIsHandedOverAndAMissingOneSkipsTheTestWithTheCommand() throws Exception {
        MavenRun first = MavenBuild.in(folder).with("verify").run().succeeds().counts(1, 0, 0);
        first.says(
                        "Tests run: 2, Failures: 0, Errors: 0, Skipped: 1",
                        "Tests run: 1, Failures: 0, Errors: 0, Skipped: 0")
                .doesNotSay("early: ");
        assertThat(folder.resolve("target/surefire-reports/TEST-org.example.EarlyTest.xml"))
                .content()
                .contains(
                        " is not prepared: there is no " + folder.resolve("target/datasets/datasets.properties"),
                        " in the POM and run: mvn datasets:prepare");
        String[] pieces =
                DocumentedFiles.of("junit.md").file("message.txt").strip().split("\\.\\.\\.", -1);
        assertThat(Files.readString(folder.resolve("target/surefire-reports/TEST-org.example.EarlyTest.xml"))
                        .replace("&apos;", "'")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">"))
                .contains(pieces[0], pieces[1]);

        MavenBuild.in(folder)
                .with("verify")
                .run()
                .succeeds()
                .says("early: " + folder.resolve("target/datasets-sample/segmentation/VOCdevkit/VOC2012"))
                .doesNotSay("Skipped: 1");
    }

    @Test
    void aMissingDatasetFailsTheTestWhereItIsDemanded() throws Exception {
        MavenBuild.in(folder)
                .with("test", "-Ddatasets.whenMissing=fail")
                .run()
                .fails()
                .says(
                        "dataset 'voc2012' is not prepared: ",
                        "add it to the plugin's <datasets> in the POM and run: mvn datasets:prepare");
    }
}
