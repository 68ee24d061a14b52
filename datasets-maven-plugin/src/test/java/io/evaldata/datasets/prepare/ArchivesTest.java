package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.download.FaultyServer;
import io.evaldata.datasets.io.Manifest;
import io.evaldata.datasets.prepare.Outcome.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {
    @TempDir
    private Path folder;

    private FaultyServer server;
    private Workplace workplace;

    @BeforeEach
    void publish() throws IOException {
        server = FaultyServer.start().serve("/a.zip", Zips.of("x", "x"));
        workplace = new Workplace(folder)
                .catalogue(
                        Workplace.unpacking("one", "a.zip", server.base() + "/a.zip"),
                        Workplace.unpacking("two", "a.zip", server.base() + "/a.zip"),
                        Workplace.unpacking("broken", "a.zip", server.base() + "/a.zip")
                                + "    expect: [{glob: \"*\", count: 7}]\n");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aDownloadIsFetchedOnceForTwoReadersAndThenDropped() throws IOException, InterruptedException {
        assertThat(workplace.states("one", "two")).containsExactly(State.PREPARED, State.PREPARED);
        assertThat(server.requests()).hasSize(1);
        assertThat(zipsInCache()).isZero();
    }

    @Test
    void aDownloadIsKeptWhenAskedFor() throws IOException, InterruptedException {
        workplace.keepArchives().prepare("one", "two");
        assertThat(zipsInCache()).isEqualTo(1);
    }

    @Test
    void aDownloadIsKeptForADatasetThatFailed() throws IOException, InterruptedException {
        assertThat(workplace.states("one", "broken")).containsExactly(State.PREPARED, State.FAILED);
        assertThat(zipsInCache()).isEqualTo(1);
        workplace.prepare("broken");
        assertThat(server.requests()).as("it is not fetched again").hasSize(1);
    }

    @Test
    void aFileOfTheManualFolderIsNeverDeleted() throws IOException, InterruptedException {
        Path mine = workplace.manualDir().resolve("a.zip");
        Files.write(mine, Zips.of("x", "by hand"));
        workplace.prepare("one", "two");
        assertThat(mine).exists();
        assertThat(workplace.tree("two")).containsEntry("x", "by hand");
    }

    @Test
    void aDownloadThatWasKeptBeforeOutlivesARunWithNothingToDo() throws IOException, InterruptedException {
        new Workplace(folder).keepArchives().prepare("one");
        assertThat(workplace.states("one")).containsExactly(State.UP_TO_DATE);
        assertThat(zipsInCache()).isEqualTo(1);
    }

    @Test
    void aDownloadThatOneProjectKeepsIsNotDroppedByAnother() throws IOException, InterruptedException {
        new Workplace(folder).keepArchives().prepare("one");
        new Workplace(folder).root(folder.resolve("other")).prepare("one");
        assertThat(zipsInCache()).isEqualTo(1);
        new Workplace(folder).root(folder.resolve("third")).prepare("one");
        assertThat(server.requests()).as("nobody fetches it again").hasSize(1);
    }

    @Test
    void aDownloadIsDroppedByWhoFinishesAMoveThatWasInterrupted() throws IOException, InterruptedException {
        new Workplace(folder).keepArchives().prepare("one");
        for (String kept : Workplace.files(workplace.cacheFolder()).keySet()) {
            if (kept.endsWith(".kept")) { // who was interrupted wanted to drop it
                Files.delete(workplace.cacheFolder().resolve(kept));
            }
        }
        Path staging = Files.createDirectories(workplace.staging("one"));
        Files.move(workplace.rootOf("one"), staging.resolve("tree"));
        Files.copy(workplace.state().manifestFile("one"), staging.resolve("files"));
        StateFolder.writeManifest(staging.resolve("replaced"), new Manifest());
        Files.move(workplace.state().receiptFile("one"), staging.resolve("receipt.json"));
        assertThat(workplace.states("one")).containsExactly(State.UP_TO_DATE);
        assertThat(workplace.tree("one")).containsEntry("x", "x");
        assertThat(zipsInCache()).isZero();
    }

    private long zipsInCache() throws IOException {
        return Workplace.files(workplace.cacheFolder()).keySet().stream()
                .filter(name -> name.endsWith("a.zip"))
                .count();
    }
}
