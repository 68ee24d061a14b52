package io.evaldata.datasets.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of the archetype, and several builds of what it generates. */
class ArchetypeIT {
    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(temp.resolve("empty"));
    }

    @Test
    void oneTaskAnOddNameAndARootWithBlanks() throws Exception {
        Path root = temp.resolve("R&D data's root");
        Archetype.generating(
                        folder,
                        "1.odd_name-x",
                        "package=org.example.odd",
                        "tasks=segmentation",
                        "datasets=voc21",
                        "datasetRoot=" + root)
                .run()
                .succeeds();
        Path project = folder.resolve("1.odd_name-x");
        try (Stream<Path> files = Files.walk(project)) {
            assertThat(files.map(Path::toString))
                    .noneMatch(file -> file.contains("retrieval") || file.contains("classification"));
        }
        MavenRun run = Archetype.verifying(project, "-Ddatasets.root=" + root)
                .run()
                .succeeds()
                .counts(1, 0, 0);
        run.says("voc20", "voc21").doesNotSay("R@");
        assertThat(root.resolve("segmentation/VOCdevkit/VOC2012")).isDirectory();
        assertThat(project.resolve("target/seg_configs/cfg_voc21.py")).content().contains("R&D data\\'s root");
        try (Stream<Path> results = Files.list(project.resolve("target/evaluation"))) {
            assertThat(results.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("segmentation.json", "segmentation.txt");
        }
    }

    @Test
    void templatesWithWindowsLineEndsMakeAProjectThatWorks() throws Exception {
        ArchetypeCopy.withWindowsLineEnds("datasets-archetype-crlf");
        Archetype.generating("datasets-archetype-crlf", folder, "evaluation")
                .run()
                .succeeds();
        Path project = folder.resolve("evaluation");
        assertThat(project.resolve("src/test/resources/model/merges.txt"))
                .content()
                .contains("\r\n");
        Archetype.verifying(project).run().succeeds().counts(3, 0, 0).says("text to image R@10", "cifar10", "voc21");
    }

    @Test
    void badValuesAreAllToldAndLeaveNothingBehind() throws Exception {
        Files.writeString(folder.resolve("kept.txt"), "kept");
        Archetype.generating(
                        folder,
                        "evaluation",
                        "tasks=retreival",
                        "datasets=citiscapes,pets",
                        "datasetRoot=${basedir}/target",
                        "package=org.1example")
                .run()
                .fails()
                .says(
                        "No project was generated",
                        "tasks: 'retreival' is not known; did you mean 'retrieval'?",
                        "datasets: 'citiscapes' is not known; did you mean 'cityscapes'?",
                        "datasetRoot: '${basedir}/target' has ${basedir} in it",
                        "package: 'org.1example'");
        Archetype.generating(folder, "evaluation", "tasks=retrieval", "datasets=pets")
                .run()
                .fails()
                .says("datasets: 'oxford_pets' is for classification", "tasks: 'retrieval' has no dataset");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("kept.txt"));
        }
    }

    @Test
    void twoProjectsShareOneRootAsModulesOfABuildAndAsBuildsAtOnce() throws Exception {
        Projects.aggregating(folder);
        Archetype.generating(folder, "one").run().succeeds();
        Archetype.generating(folder, "two", "tasks=segmentation,retrieval")
                .run()
                .succeeds();
        Path inOneBuild = temp.resolve("one build");
        MavenRun run = Archetype.evaluating(folder, "-T2", "-Ddatasets.root=" + inOneBuild)
                .run()
                .succeeds();
        run.warnsOfNothing();
        assertThat(run.log().lines().filter(line -> line.matches(".*prepared \\d, up to date \\d, failed 0.*")))
                .as(run::toString)
                .hasSize(2);
        Map<String, String> whole = PreparedTree.digests(inOneBuild);

        Path atOnce = temp.resolve("at once");
        String[] arguments = {"-Ddatasets.root=" + atOnce};
        try (MavenBuild.Running one =
                        Archetype.evaluating(folder.resolve("one"), arguments).start();
                MavenBuild.Running two =
                        Archetype.evaluating(folder.resolve("two"), arguments).start()) {
            one.await().succeeds();
            two.await().succeeds();
        }
        assertThat(PreparedTree.digests(atOnce)).isEqualTo(whole);
        assertThat(List.of("coco", "classification", "segmentation"))
                .allSatisfy(part -> assertThat(atOnce.resolve(part)).isDirectory());
    }
}
