package io.evaldata.datasets.it;

import static io.evaldata.datasets.it.MavenBuild.goal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evaldata.datasets.it.originals.Original;
import io.evaldata.datasets.it.originals.Textures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees. */
class ConsoleIT {
    @TempDir
    private Path temp;

    private Path folder;
    private Original textures;
    private long size;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(temp.resolve("work"));
    }

    @Test
    void saysNothingUnderQuiet() throws Exception {
        MavenRun run = MavenBuild.in(folder)
                .withOnly("-q", "-B", goal("prepare"), "-Ddatasets=dtd", "-Ddatasets.sample=true")
                .run()
                .succeeds();
        assertThat(run.log()).as(run::toString).isBlank();
    }

    @Test
    void printsNeitherProgressNorColoursInBatchMode() throws Exception {
        MavenBuild.in(folder)
                .with(goal("prepare"), "-Ddatasets=dtd", "-Ddatasets.sample=true")
                .run()
                .succeeds()
                .counts(1, 0, 0)
                .doesNotSay("\u001b[", "Downloading from", "Downloaded from", "Progress");
    }

    @Test
    void helpDescribesEveryParameter() throws Exception {
        MavenBuild.in(folder)
                .with(goal("help"), "-Ddetail", "-Dgoal=prepare")
                .run()
                .succeeds()
                .says("datasets:prepare", "User property: datasets.root", "User property: datasets.mirror");
    }

    @Test
    void listShowsTheCatalogueAndOneDatasetInFull() throws Exception {
        MavenBuild.in(folder).with(goal("list")).run().succeeds().says("coco", "cityscapes", "ade20k", "flowers102");
        MavenBuild.in(folder)
                .with(goal("list"), "-Ddatasets=dtd")
                .run()
                .succeeds()
                .says("dtd-r1.0.1.tar.gz", "cimpoi2014describing");
    }

    @Test
    void planTouchesNothing() throws Exception {
        Path root = temp.resolve("planned");
        MavenBuild build =
                MavenBuild.in(folder).with(goal("plan"), "-Ddatasets=coco,cityscapes", "-Ddatasets.root=" + root);
        build.run().succeeds().says("coco", "cityscapes");
        assertThat(root).doesNotExist();
        assertThat(folder).isEmptyDirectory();
        assertThat(build.home().resolve(".cache")).doesNotExist();
    }

    @Test
    void answersMachinesInJsonAlone() throws Exception {
        MavenRun run = MavenBuild.in(folder)
                .withOnly("-q", "-B", goal("plan"), "-Ddatasets=dtd", "-Ddatasets.format=json")
                .run()
                .succeeds();
        JsonNode plan = new ObjectMapper().readTree(run.log());
        assertThat(plan.at("/datasets/0/id").asText()).as(run::toString).isEqualTo("dtd");
    }

    @Test
    void writesAnswersToAFile() throws Exception {
        Path file = temp.resolve("answers/card.json");
        MavenBuild.in(folder)
                .with(goal("list"), "-Ddatasets=coco", "-Ddatasets.format=json", "-Ddatasets.outputFile=" + file)
                .run()
                .succeeds()
                .says("written: " + file);
        assertThat(new ObjectMapper()
                        .readTree(Files.readAllBytes(file))
                        .at("/datasets/0/sources/0/file")
                        .asText())
                .isEqualTo("val2017.zip");
    }

    @Test
    void logsProgressEveryFewSecondsInBatchMode() throws Exception {
        try (Publisher publisher = slowly()) {
            downloading(publisher, "-B")
                    .run()
                    .succeeds()
                    .says("left", "Downloaded from dtd")
                    .doesNotSay("\u001b[");
        }
    }

    @Test
    void logsNoProgressWhenNoneIsWanted() throws Exception {
        try (Publisher publisher = slowly()) {
            downloading(publisher, "-B", "-ntp").run().succeeds().doesNotSay("left", "Downloaded from", "\u001b[");
        }
    }

    @Test
    void ctrlCSaysWhatIsKeptAndHowToGoOn() throws Exception {
        try (Publisher publisher = slowly();
                MavenBuild.Running running =
                        downloading(publisher, "-B", "-ntp").start()) {
            while (publisher.sent() < size / 4 && running.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            running.interrupt();
            running.await()
                    .fails()
                    .says(
                            "interrupted; nothing is lost",
                            "Run the same command again to go on; only the rest is fetched.");
        }
    }

    @Test
    void ctrlCSaysNothingUnderQuiet() throws Exception {
        try (Publisher publisher = slowly();
                MavenBuild.Running running = downloading(publisher, "-B", "-q").start()) {
            while (publisher.sent() < size / 4 && running.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            running.interrupt();
            running.await().fails().doesNotSay("interrupted");
        }
    }

    @Test
    void drawsALineThatIsRedrawnOnATerminal() throws Exception {
        assumeThat(Path.of("/usr/bin/script"))
                .as("util-linux's script, for a terminal")
                .isExecutable();
        try (Publisher publisher = slowly()) {
            downloading(publisher).onTerminal().run().succeeds().says("left", "\u001b[1A\u001b[J");
        }
    }

    private MavenBuild downloading(Publisher publisher, String... options) throws IOException {
        Path overlay = Original.overlay(temp.resolve("overlay.json"), List.of(textures));
        return MavenBuild.in(folder)
                .withOnly(options)
                .with(
                        goal("prepare"),
                        "-Ddatasets=dtd",
                        "-Ddatasets.root=" + temp.resolve("root"),
                        "-Ddatasets.mirror=" + publisher.base(),
                        "-Ddatasets.connections=2",
                        "-Ddatasets.catalogs=" + overlay);
    }

    /** Hands the dataset out in about ten seconds. */
    private Publisher slowly() throws IOException {
        Publisher publisher = new Publisher();
        textures = Textures.ofManyFiles();
        textures.addresses().forEach(publisher::publish);
        size = textures.addresses().values().iterator().next().length;
        publisher.slowDownTo(size / 16);
        return publisher;
    }
}
