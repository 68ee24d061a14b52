package io.evaldata.datasets.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evaldata.datasets.it.originals.OwnDatasets;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk-through of {@code docs/custom-datasets.md}, with its YAML, its POM and its commands. */
class CustomDatasetsIT {
    @TempDir
    private Path temp;

    private Path folder;
    private Path data;
    private DocumentedFiles page;
    private Publisher publisher;

    @BeforeEach
    void followThePage() throws IOException {
        folder = Files.createDirectories(temp.resolve("own-datasets"));
        data = temp.resolve("data");
        page = DocumentedFiles.of("custom-datasets.md");
        page.write("datasets.yaml", folder);
        page.write("pom.xml", folder);
        Files.createDirectories(folder.resolve(".mvn"));
        publisher = new Publisher();
        OwnDatasets.published().forEach(publisher::publish);
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void threeDatasetsOfOnesOwnAreAddedInYamlAlone() throws Exception {
        for (String line : page.commands()) {
            if (line.startsWith("unzip ")) {
                takeTheSchemaOutOfTheJar(line);
                continue;
            }
            assertThat(line).startsWith("mvn ");
            String[] command = line.substring("mvn ".length()).split(" ", -1);
            MavenRun run = maven(command).run().succeeds();
            switch (command[0]) {
                case "datasets:list" -> run.says("defined in datasets.yaml: postcards");
                case "verify" -> run.counts(3, 0, 0).warnsOfNothing();
                default -> run.doesNotSay("ERROR");
            }
        }
        imageFolderIsThere();
        captionsAreThere();
        labelMapsAndTheirConfigAreThere();
        theReportShowsAllThree();
        maven("verify").run().succeeds().counts(0, 3, 0).warnsOfNothing();
    }

    /** Where the page says it is, in the home folder of somebody who has a local repository there. */
    private void takeTheSchemaOutOfTheJar(String command) throws IOException, InterruptedException {
        if (!"all".equals(System.getenv("DATASETS_IT")) && !Files.isExecutable(Path.of("/usr/bin/unzip"))) {
            return;
        }
        Path home = Files.createDirectories(temp.resolve("user/.m2"));
        Files.createSymbolicLink(home.resolve("repository"), MavenBuild.localRepository());
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", "-euo", "pipefail", "-c", command)
                .directory(folder.toFile())
                .inheritIO();
        builder.environment().put("HOME", home.getParent().toString());
        assertThat(builder.start().waitFor()).as(command).isZero();
        String named = page.file("datasets.yaml")
                .lines()
                .findFirst()
                .orElseThrow()
                .replaceFirst("# yaml-language-server: \\$schema=", "");
        JsonNode schema = new ObjectMapper().readTree(folder.resolve(named).toFile());
        assertThat(schema.path("properties").has("datasets")).as(named).isTrue();
    }

    private void imageFolderIsThere() {
        Path birds = data.resolve("classification/garden_birds");
        assertThat(birds.resolve("val/wren/2.jpg")).isRegularFile();
        assertThat(birds.resolve("train")).as("the evaluation does not read it").doesNotExist();
    }

    private void captionsAreThere() throws IOException {
        Path postcards = data.resolve("postcards");
        assertThat(postcards).isDirectoryNotContaining("glob:**.{csv,txt}");
        assertThat(postcards.resolve("images/training.jpg")).doesNotExist();
        JsonNode entries = new ObjectMapper()
                .readTree(postcards.resolve("postcards_test.json").toFile());
        assertThat(entries.get(0).get("caption").get(0).asText()).isEqualTo("A harbour, at dawn.");
        assertThat(entries.get(2).get("caption").get(0).asText()).isEqualTo("A square with a \"fountain\".");
        for (JsonNode entry : entries) { // as the readers of generated projects do
            assertThat(postcards.resolveSibling(entry.get("image").asText())).isRegularFile();
        }
    }

    private void labelMapsAndTheirConfigAreThere() throws IOException {
        Path streets = data.resolve("segmentation/toy_streets");
        for (String map : List.of("labels/s1.png", "labels/s2.png")) {
            BufferedImage labels = ImageIO.read(streets.resolve(map).toFile());
            assertThat(labels.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
            assertThat(labels.getRaster().getPixels(0, 5, 64, 1, (int[]) null)).containsOnly(0, 1, 2, 255);
            assertThat(labels.getRaster().getSample(20, 5, 0)).isEqualTo(1);
        }
        assertThat(streets.resolve("colours")).doesNotExist();
        assertThat(streets.resolve("images/t1.jpg")).doesNotExist();
        assertThat(folder.resolve("seg_configs/cfg_toy_streets.py"))
                .content()
                .contains("data_root = '" + streets + "'", "classes=['road', 'building', 'person']");
        assertThat(folder.resolve("seg_configs/cls_toy_streets.txt")).hasContent("road\nbuilding\nperson");
    }

    private void theReportShowsAllThree() throws IOException {
        assertThat(folder.resolve("target/datasets/report/index.html"))
                .content()
                .contains("Garden birds", "blue_tit", "Postcards with captions", "A harbour, at dawn.", "Toy streets")
                .contains("building", "#dc143c");
    }

    @Test
    void aColourThatTheTableDoesNotListIsNamedWithFileAndPlace() throws Exception {
        publisher.publish(
                URI.create("https://data.example.org/streets.tar.gz"), OwnDatasets.streets(0x804080, 0x010203));
        maven("verify")
                .run()
                .fails()
                .counts(2, 0, 1)
                .says(
                        "toy_streets: colours/s1.png has colour [1, 2, 3] at column 32, row 0; table ",
                        "datasets.yaml:",
                        "does not list it");
        assertThat(data.resolve("segmentation/toy_streets")).doesNotExist();
    }

    @Test
    void aJarOfCataloguesAmongThePluginsDependenciesIsFound() throws Exception {
        Path jar = MavenBuild.localRepository().resolve("org/example/our-datasets/1/our-datasets-1.jar");
        Files.createDirectories(jar.getParent());
        Files.write(jar, OwnDatasets.jar("ours.yaml", page.file("datasets.yaml")));
        Files.writeString(
                jar.resolveSibling("our-datasets-1.pom"),
                """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId>
                  <artifactId>our-datasets</artifactId>
                  <version>1</version>
                </project>
                """);
        Files.delete(folder.resolve("datasets.yaml"));
        page.write("mirror.yaml", folder);
        Files.writeString(
                folder.resolve("pom.xml"),
                """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId>
                  <artifactId>with-jar</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <build><plugins>
                %s
                  </plugins></build>
                </project>
                """
                        .formatted(page.file("with-jar.xml")));
        for (Distribution maven : Distribution.values()) {
            maven("datasets:prepare", "-Ddatasets=toy_streets")
                    .on(maven)
                    .with("-Ddatasets.root=" + temp.resolve(maven.name()))
                    .run()
                    .succeeds()
                    .counts(1, 0, 0);
        }
        maven("datasets:list", "-Ddatasets.catalogs=mirror.yaml")
                .run()
                .succeeds()
                .says(
                        "defined in our-datasets-1.jar!ours.yaml: toy_streets",
                        "defined in built-in, changed by mirror.yaml: dtd");
    }

    private MavenBuild maven(String... arguments) {
        return MavenBuild.in(folder)
                .with(arguments)
                .with("-Ddatasets.root=" + data, "-Ddatasets.mirror=" + publisher.base());
    }
}
