package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.download.FaultyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    @TempDir
    private Path folder;

    private FaultyServer server;
    private Workplace workplace;
    private String url;

    @BeforeEach
    void publish() throws IOException {
        server = FaultyServer.start().serve("/a.zip", Zips.of("x", "x"));
        url = server.base() + "/a.zip";
        workplace = new Workplace(folder);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void tooLittleRoomIsToldWithFiguresBeforeAnybodyIsAsked() throws IOException {
        workplace.catalogue(Workplace.unpacking("huge", "a.zip", url, ", bytes: 900000000000000000"));
        DatasetsException refused = refused("huge");
        assertThat(refused)
                .hasMessageContaining("not enough disk space")
                .message()
                .containsPattern("\\d+(\\.\\d+)? [A-Z]+ are free");
        assertThat(refused.remedy()).isEqualTo("Nothing was fetched or changed.");
        assertThatNothingHappened();
    }

    @Test
    void twoDatasetsInOneFolderAreRefused() throws IOException {
        workplace.catalogue(inFolder("one", "same"), inFolder("two", "same"));
        assertThat(refused("one", "two")).hasMessageContaining("'one' and 'two' would both be prepared in");
        assertThatNothingHappened();
    }

    @Test
    void eitherOfTwoDatasetsForOneFolderMayBePreparedAlone() throws IOException, InterruptedException {
        workplace.catalogue(inFolder("one", "same"), inFolder("two", "same"));
        assertThat(workplace.states("one")).containsExactly(Outcome.State.PREPARED);
    }

    @Test
    void samplesAndRealDataAreNeverMixed() throws IOException, InterruptedException {
        workplace.catalogue(inFolder("one", "a"), inFolder("two", "b"));
        workplace.sample(true).prepare("one");
        int before = server.requests().size();
        workplace.sample(false);
        assertThat(refused("two")).hasMessageContaining("holds sample datasets [one], and real ones are asked for");
        assertThat(refused("one")).hasMessageContaining("never mixed");
        assertThat(server.requests()).hasSize(before);
    }

    @Test
    void aRootThatIsAFileIsRefused() throws IOException {
        workplace.catalogue(inFolder("one", "a"));
        Path file = Files.writeString(folder.resolve("file"), "mine");
        workplace.root(file);
        assertThat(refused("one")).hasMessageContaining("because " + file + " is a file");
        assertThat(file).hasContent("mine");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void allProblemsAreToldAtOnce() throws IOException, InterruptedException {
        workplace.catalogue(inFolder("one", "same"), inFolder("two", "same"), inFolder("three", "c"));
        workplace.sample(true).prepare("three");
        Path file = folder.resolve("data/classification/same");
        Files.writeString(file, "mine");
        workplace.sample(false);
        assertThat(refused("one", "two"))
                .hasMessageStartingWith("3 problems:")
                .hasMessageContaining("would both be prepared")
                .hasMessageContaining("never mixed")
                .hasMessageContaining("because " + file + " is a file");
    }

    private String inFolder(String id, String root) {
        return Workplace.unpacking(id, "a.zip", url).replace("    group", "    root: " + root + "\n    group");
    }

    private DatasetsException refused(String... ids) {
        return catchThrowableOfType(DatasetsException.class, () -> workplace.prepare(ids));
    }

    private void assertThatNothingHappened() {
        assertThat(server.requests()).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(workplace.cacheFolder()).doesNotExist();
    }
}
