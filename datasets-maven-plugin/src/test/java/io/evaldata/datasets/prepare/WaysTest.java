package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.download.FaultyServer;
import io.evaldata.datasets.prepare.Outcome.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaysTest {
    @TempDir
    private Path folder;

    private FaultyServer server;
    private Workplace workplace;

    @BeforeEach
    void publish() throws IOException {
        server = FaultyServer.start();
        workplace = new Workplace(folder);
        describe("");
    }

    private void describe(String aboutFirst) throws IOException {
        workplace.catalogue(
                """
                  - id: two
                    group: classification
                    sources:
                      - {file: a.zip, urls: ["%s"]%s}
                      - {file: b.zip, urls: ["%s"]}
                    ways:
                      - {name: original, steps: [{unpack: a.zip, members: [{from: "{file}", to: "a/{file}"}]}]}
                      - {name: copy, steps: [{unpack: b.zip, members: [{from: "{file}", to: "b/{file}"}]}]}
                """
                        .formatted(server.uri("/a.zip"), aboutFirst, server.uri("/b.zip")));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void theFirstIsTakenWhenItIsThere() throws IOException, InterruptedException {
        server.serve("/a.zip", Zips.of("x", "x")).serve("/b.zip", Zips.of("x", "x"));
        workplace.prepare("two");
        assertThat(workplace.tree("two")).containsOnlyKeys("a/x");
        assertThat(way()).isEqualTo("original");
        assertThat(server.requests()).noneMatch(request -> request.path().equals("/b.zip"));
    }

    @Test
    void theSecondIsTakenWithANoteWhenTheFirstIsGone() throws IOException, InterruptedException {
        server.serve("/b.zip", Zips.of("x", "x"));
        assertThat(workplace.states("two")).containsExactly(State.PREPARED);
        assertThat(workplace.tree("two")).containsOnlyKeys("b/x");
        assertThat(way()).isEqualTo("copy");
        assertThat(workplace.heard().notes()).anySatisfy(note -> assertThat(note)
                .startsWith("two: not by way of the original: ")
                .contains("404"));
    }

    @Test
    void whatIsKnownToBeDeadIsTriedLast() throws IOException, InterruptedException {
        describe(", state: dead since today");
        server.serve("/a.zip", Zips.of("x", "x")).serve("/b.zip", Zips.of("x", "x"));
        workplace.prepare("two");
        assertThat(way()).isEqualTo("copy");
    }

    @Test
    void whatLiesInTheManualFolderIsTakenFirstAndNobodyIsAsked() throws IOException, InterruptedException {
        server.serve("/a.zip", Zips.of("x", "x"));
        Path mine = workplace.manualDir().resolve("two/b.zip");
        Files.createDirectories(mine.getParent());
        Files.write(mine, Zips.of("x", "by hand"));
        assertThat(workplace.states("two")).containsExactly(State.PREPARED);
        assertThat(workplace.tree("two")).containsEntry("b/x", "by hand").hasSize(1);
        assertThat(server.requests()).isEmpty();
        assertThat(mine).as("what the user put there is never deleted").exists();
    }

    @Test
    void whenNoneWorksTheMessageListsEach() throws IOException, InterruptedException {
        Outcome outcome = workplace.prepare("two").outcomes().get(0);
        assertThat(outcome.state()).isEqualTo(State.FAILED);
        assertThat(outcome.report())
                .contains("none of its 2 sources can be had", "\n    original: ", "\n    copy: ")
                .contains(server.base() + "/a.zip", server.base() + "/b.zip");
        assertThat(workplace.staging("two")).doesNotExist();
    }

    private String way() {
        return workplace.state().receipt("two").orElseThrow().way();
    }
}
