package io.evaldata.datasets.it;

import static io.evaldata.datasets.it.MavenBuild.goal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees. */
class ConsoleIT {
    @TempDir
    private Path temp;

    private Path folder;

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
}
