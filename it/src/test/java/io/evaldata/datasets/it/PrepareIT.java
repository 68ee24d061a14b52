package io.evaldata.datasets.it;

import static io.evaldata.datasets.it.MavenBuild.goal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Preparing, from the command line and in a project's build. */
class PrepareIT {
    private static final String SMALL_SAMPLE =
            """
                      <sample>true</sample>
                      <datasets>
                        <dataset>dtd</dataset>
                        <dataset>coco</dataset>
                      </datasets>
            """;

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(temp.resolve("work"));
    }

    @Test
    void runsWithoutAPomAndTheSecondRunDoesNothing() throws Exception {
        MavenBuild first = MavenBuild.in(folder).with(goal("prepare"), "-Ddatasets=dtd,coco", "-Ddatasets.sample=true");
        first.run().succeeds().counts(2, 0, 0);
        Path root = first.home().resolve("datasets-sample");
        Map<String, String> before = PreparedTree.times(root);
        assertThat(before)
                .containsKeys("classification/dtd/dtd/labels/test1.txt", "coco/annotations/captions_val2017.json");
        MavenBuild.in(folder)
                .with(goal("prepare"), "-Ddatasets=dtd,coco", "-Ddatasets.sample=true")
                .run()
                .succeeds()
                .counts(0, 2, 0);
        assertThat(PreparedTree.times(root)).isEqualTo(before);
        assertThat(folder).as("nothing is left where there is no project").isEmptyDirectory();
    }

    @Test
    void runsByItsPrefixWhereThePomNamesThePlugin() throws Exception {
        Projects.preparing(folder, SMALL_SAMPLE);
        MavenBuild.in(folder).with("datasets:prepare").run().succeeds().counts(2, 0, 0);
        assertThat(folder.resolve("target/datasets-sample/coco")).isDirectory();
    }

    @Test
    void tellsLaterPluginsWhereTheDatasetsAre() throws Exception {
        Projects.preparingAndTelling(
                folder, SMALL_SAMPLE, "${datasets.dtd.root}\n${datasets.coco.root}\n${datasets.root.classification}\n");
        MavenBuild.in(folder).with("verify").run().succeeds().counts(2, 0, 0);
        Path root = folder.resolve("target/datasets-sample");
        Path dtd = root.resolve("classification/dtd");
        assertThat(Files.readAllLines(folder.resolve("target/evaluated/told.txt")))
                .containsExactly(
                        dtd.toString(),
                        root.resolve("coco").toString(),
                        root.resolve("classification").toString());
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve("target/datasets/datasets.properties"))) {
            properties.load(in);
        }
        assertThat(properties).containsEntry("datasets.dtd.root", dtd.toString());
        assertThat(folder.resolve("target/datasets/datasets.json")).content().contains("\"datasets.dtd.root\"");
    }

    @Test
    void isBoundBeforeTheIntegrationTestsAndNotBeforePackaging() throws Exception {
        Projects.preparing(folder, SMALL_SAMPLE);
        MavenBuild.in(folder).with("package").run().succeeds().doesNotSay("prepared 2");
        MavenBuild.in(folder).with("integration-test").run().succeeds().counts(2, 0, 0);
    }

    @Test
    void doesNothingWhenSkipped() throws Exception {
        Projects.preparing(folder, SMALL_SAMPLE);
        MavenBuild.in(folder)
                .with("verify", "-Ddatasets.skip=true")
                .run()
                .succeeds()
                .says("datasets.skip")
                .doesNotSay("prepared");
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @Test
    void twoModulesPrepareAtOnceInOneBuild() throws Exception {
        Projects.aggregating(folder, "one", "two");
        String shared = SMALL_SAMPLE + "<root>" + temp.resolve("shared") + "</root>";
        Projects.preparing(folder.resolve("one"), shared);
        Projects.preparing(folder.resolve("two"), shared);
        MavenRun run = MavenBuild.in(folder).with("-T2", "verify").run().succeeds();
        run.doesNotSay("not marked as thread-safe");
        assertThat(run.log().split("prepared [0-2], up to date [0-2], failed 0", -1))
                .as(run::toString)
                .hasSize(3);
    }

    @Test
    void twoProcessesPrepareAtOnceOnOneRoot() throws Exception {
        Path root = temp.resolve("shared");
        Path other = Files.createDirectories(temp.resolve("other"));
        String[] arguments = {
            goal("prepare"), "-Ddatasets=dtd,coco,ade20k", "-Ddatasets.sample=true", "-Ddatasets.root=" + root
        };
        try (MavenBuild.Running one = MavenBuild.in(folder).with(arguments).start();
                MavenBuild.Running two = MavenBuild.in(other).with(arguments).start()) {
            one.await().succeeds();
            two.await().succeeds();
        }
        MavenBuild.in(folder).with(arguments).run().succeeds().counts(0, 3, 0);
    }

    @Test
    void repairsATreeThatLostAFile() throws Exception {
        String[] arguments = {
            goal("prepare"), "-Ddatasets=dtd,coco", "-Ddatasets.sample=true", "-Ddatasets.root=" + temp.resolve("r")
        };
        MavenBuild.in(folder).with(arguments).run().succeeds();
        Map<String, String> whole = PreparedTree.digests(temp.resolve("r"));
        Files.delete(temp.resolve("r/classification/dtd/dtd/labels/test1.txt"));
        MavenBuild.in(folder).with(arguments).run().succeeds().counts(1, 1, 0);
        assertThat(PreparedTree.digests(temp.resolve("r"))).isEqualTo(whole);
    }

    @Test
    void pointsTheSegmentationConfigsOfTheProjectAtTheDatasets() throws Exception {
        Projects.preparing(
                folder,
                """
                          <sample>true</sample>
                          <datasets>voc2012</datasets>
                          <segConfigs>
                            <segConfig>${project.basedir}/seg_configs</segConfig>
                          </segConfigs>
                """);
        MavenBuild.in(folder).with("verify").run().succeeds().counts(1, 0, 0);
        assertThat(folder.resolve("seg_configs/cfg_voc21.py"))
                .content()
                .contains(folder.resolve("target/datasets-sample/segmentation/VOCdevkit/VOC2012")
                        .toString());
    }

    @Test
    void verifyNamesWhatIsMissingAndMendsIt() throws Exception {
        Path root = temp.resolve("r");
        String[] sample = {"-Ddatasets=dtd", "-Ddatasets.sample=true", "-Ddatasets.root=" + root};
        MavenBuild.in(folder).with(goal("prepare")).with(sample).run().succeeds();
        Map<String, String> whole = PreparedTree.digests(root);
        Files.delete(root.resolve("classification/dtd/dtd/labels/test1.txt"));
        MavenBuild.in(folder).with(goal("verify")).with(sample).run().fails().says("labels/test1.txt");
        MavenBuild.in(folder)
                .with(goal("verify"), "-Ddatasets.repair=true")
                .with(sample)
                .run()
                .succeeds();
        assertThat(PreparedTree.digests(root)).isEqualTo(whole);
    }
}
