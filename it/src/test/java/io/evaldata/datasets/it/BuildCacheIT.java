package io.evaldata.datasets.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration of Maven's build cache that {@code docs/build-cache.md} shows. */
class BuildCacheIT {
    private static final String HIT = "Found cached build, restoring";

    @TempDir
    private Path temp;

    private Path folder;
    private Path root;

    @BeforeEach
    void writeProject() throws IOException {
        folder = Files.createDirectories(temp.resolve("evaluation"));
        root = temp.resolve("data");
        DocumentedFiles junit = DocumentedFiles.of("junit.md");
        JavaProject.write(folder, junit.file("dependency.xml"));
        junit.write("src/test/java/org/example/SegmentationIT.java", folder);
        DocumentedFiles cache = DocumentedFiles.of("build-cache.md");
        cache.write(".mvn/extensions.xml", folder);
        cache.write(".mvn/maven-build-cache-config.xml", folder);
        Path pom = folder.resolve("pom.xml");
        Files.writeString(
                pom,
                Files.readString(pom)
                        .replace(
                                "<root>${project.build.directory}/datasets-sample</root>",
                                "<root>" + root + "</root>"));
        Files.writeString(folder.resolve("datasets.lock.json"), "{}");
    }

    @Test
    void datasetsArePreparedAndToldAlsoWhenTheBuildComesFromTheCache() throws Exception {
        verify().succeeds()
                .counts(1, 0, 0)
                .says("Running org.example.SegmentationIT")
                .doesNotSay(HIT);
        delete(folder.resolve("target"));

        verify().succeeds().says(HIT).counts(0, 1, 0).doesNotSay("Running org.example.SegmentationIT");
        assertThat(folder.resolve("target/datasets/datasets.properties"))
                .content()
                .contains("datasets.voc2012.root=" + root);

        Path val = root.resolve("segmentation/VOCdevkit/VOC2012/ImageSets/Segmentation/val.txt");
        Files.delete(val);
        verify().succeeds().says(HIT).counts(1, 0, 0);
        assertThat(val).as("the data is no part of the key and is mended").isRegularFile();

        Files.writeString(folder.resolve("datasets.lock.json"), "{ }");
        verify().succeeds()
                .counts(0, 1, 0)
                .says("Running org.example.SegmentationIT")
                .doesNotSay(HIT);
    }

    private MavenRun verify() throws IOException, InterruptedException {
        return MavenBuild.in(folder)
                .on(Distribution.MAVEN_3_9)
                .with("verify", "-Dmaven.build.cache.location=" + temp.resolve("build-cache"))
                .run();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }
}
