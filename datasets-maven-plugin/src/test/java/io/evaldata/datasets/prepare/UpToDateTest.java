package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.io.Boot;
import io.evaldata.datasets.prepare.Outcome.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpToDateTest {
    private static final String ID = "tiny";

    @TempDir
    private Path folder;

    private Workplace workplace;
    private String url;

    @BeforeEach
    void prepareOnce() throws IOException, InterruptedException {
        workplace = new Workplace(folder);
        url = workplace.publish("one.zip", Zips.of("eval/x.txt", "x", "eval/y.txt", "y", "full/z.txt", "z"));
        workplace.catalogue(
                """
                  - id: tiny
                    group: classification
                    sources: [{file: one.zip, urls: ["%s"]}]
                    steps:
                      - unpack: one.zip
                        members:
                          - {from: "eval/{name}", to: "eval/{name}"}
                          - {from: "full/{name}", to: "full/{name}", scope: full}
                """
                        .formatted(url),
                Workplace.unpacking("other", "one.zip", url));
        workplace.prepare(ID);
    }

    @Test
    void aSecondRunDoesNothing() throws IOException, InterruptedException {
        workplace.unpublish();
        Path file = workplace.rootOf(ID).resolve("eval/x.txt");
        FileTime time = Files.getLastModifiedTime(file);
        FileTime receipt = Files.getLastModifiedTime(workplace.state().receiptFile(ID));
        assertThat(workplace.states(ID)).containsExactly(State.UP_TO_DATE);
        assertThat(workplace.heard().reasons()).isEmpty();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
        assertThat(Files.getLastModifiedTime(workplace.state().receiptFile(ID))).isEqualTo(receipt);
    }

    @Test
    void aMissingFileIsNoticedAndComesBack() throws IOException, InterruptedException {
        Files.delete(workplace.rootOf(ID).resolve("eval/y.txt"));
        assertThatItIsDoneAgainBecause("files are missing, such as eval/y.txt");
    }

    @Test
    void aMissingFolderIsNoticedAndComesBack() throws IOException, InterruptedException {
        Files.move(workplace.rootOf(ID), folder.resolve("moved"));
        assertThatItIsDoneAgainBecause("files are missing, such as eval/");
    }

    @Test
    void aFileThatSomebodyAddedIsTolerated() throws IOException, InterruptedException {
        Path mine = Files.writeString(workplace.rootOf(ID).resolve("eval/mine.txt"), "mine");
        assertThat(workplace.states(ID)).containsExactly(State.UP_TO_DATE);
        Files.delete(workplace.rootOf(ID).resolve("eval/y.txt"));
        assertThatItIsDoneAgainBecause("files are missing, such as eval/y.txt");
        assertThat(mine).hasContent("mine");
    }

    @Test
    void aFileCutShortByAPowerCutIsNoticedAndComesBack() throws IOException, InterruptedException {
        theSystemIsStartedAnew();
        Files.writeString(workplace.rootOf(ID).resolve("eval/y.txt"), "");
        assertThatItIsDoneAgainBecause("files were lost when the computer stopped, such as eval/y.txt");
        assertThat(workplace.rootOf(ID).resolve("eval/y.txt")).hasContent("y");
    }

    @Test
    void filesThatOutlivedAPowerCutAreLookedAtOnce() throws IOException, InterruptedException {
        theSystemIsStartedAnew();
        assertThat(workplace.states(ID)).containsExactly(State.UP_TO_DATE);
        assertThat(workplace.state().bootFile(ID)).doesNotExist();
    }

    @Test
    void aRootThatMayOnlyBeReadIsUpToDate() throws IOException, InterruptedException {
        theSystemIsStartedAnew();
        Path state = workplace.state().path();
        Set<PosixFilePermission> before = Files.getPosixFilePermissions(state);
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeThat(Files.isWritable(state)).as("root writes everywhere").isFalse();
            assertThat(workplace.states(ID)).containsExactly(State.UP_TO_DATE);
        } finally {
            Files.setPosixFilePermissions(state, before);
        }
    }

    @Test
    void aSizeThatChangesWithoutAPowerCutIsNoBusinessOfAQuickLook() throws IOException, InterruptedException {
        Files.writeString(workplace.rootOf(ID).resolve("eval/y.txt"), "");
        assertThat(workplace.states(ID)).containsExactly(State.UP_TO_DATE);
    }

    /** What was written in an earlier start of the system says so. */
    private void theSystemIsStartedAnew() throws IOException {
        assumeThat(Boot.id()).as("this system's starts have names").isPresent();
        assertThat(workplace.state().bootFile(ID)).hasContent(Boot.id().orElseThrow());
        Files.writeString(workplace.state().bootFile(ID), "another start");
    }

    @Test
    void aDamagedReceiptHasItDoneAgain() throws IOException, InterruptedException {
        Files.writeString(workplace.state().receiptFile(ID), "{\"format\": 1");
        assertThatItIsDoneAgainBecause("its receipt cannot be read");
    }

    @Test
    void anEmptyReceiptHasItDoneAgain() throws IOException, InterruptedException {
        Files.writeString(workplace.state().receiptFile(ID), "{}");
        assertThatItIsDoneAgainBecause("its receipt cannot be read");
    }

    @Test
    void aReceiptOfALaterFormatHasItDoneAgain() throws IOException, InterruptedException {
        Path receipt = workplace.state().receiptFile(ID);
        Files.writeString(receipt, Files.readString(receipt).replace("\"format\" : 1", "\"format\" : 2"));
        assertThatItIsDoneAgainBecause("its receipt cannot be read");
    }

    @Test
    void aDamagedListOfFilesHasItDoneAgainWhenAFolderChanged() throws IOException, InterruptedException {
        Files.writeString(workplace.state().manifestFile(ID), "");
        Files.writeString(workplace.rootOf(ID).resolve("eval/mine.txt"), "mine");
        assertThatItIsDoneAgainBecause("the list of its files cannot be read");
    }

    @Test
    void missingFolderTimesHaveItDoneAgain() throws IOException, InterruptedException {
        Files.delete(workplace.state().stampsFile(ID));
        assertThatItIsDoneAgainBecause("nothing is known about the state its folders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage\n", "\0\0\0\0", "17 eval", "17\n"})
    void damagedFolderTimesAreNotTrusted(String damaged) throws IOException, InterruptedException {
        Files.writeString(workplace.state().stampsFile(ID), damaged);
        Files.delete(workplace.rootOf(ID).resolve("eval/y.txt"));
        assertThatItIsDoneAgainBecause("nothing is known about the state its folders");
    }

    @Test
    void folderTimesThatAreNoTextAreNotTrusted() throws IOException, InterruptedException {
        Files.write(workplace.state().stampsFile(ID), new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
        assertThatItIsDoneAgainBecause("nothing is known about the state its folders");
    }

    @Test
    void fullIsPreparedOverEvalAndThenSatisfiesEval() throws IOException, InterruptedException {
        assertThat(workplace.tree(ID)).containsOnlyKeys("eval/x.txt", "eval/y.txt");
        workplace.scope(Scope.FULL);
        assertThat(workplace.states(ID)).containsExactly(State.PREPARED);
        assertThat(workplace.heard().reasons())
                .containsExactly("tiny: was prepared with datasets.scope=eval, full is wanted");
        assertThat(workplace.tree(ID)).containsOnlyKeys("eval/x.txt", "eval/y.txt", "full/z.txt");
        workplace.scope(Scope.EVAL).unpublish();
        assertThat(workplace.states(ID)).containsExactly(State.UP_TO_DATE);
        assertThat(workplace.tree(ID)).containsKey("full/z.txt");
    }

    @Test
    void anotherPillowConcernsOnlyWhatIsDrawn() throws IOException, InterruptedException {
        String polygons = "{\"imgHeight\": 2, \"imgWidth\": 2, \"objects\": []}";
        String json = workplace.publish("p.zip", Zips.of("p.json", polygons));
        workplace.catalogue(
                Workplace.unpacking("plain", "one.zip", url),
                """
                  - id: drawn
                    group: segmentation
                    sources: [{file: p.zip, urls: ["%s"]}]
                    steps:
                      - {unpack: p.zip, members: [{from: "{stem}.json", to: "{file}"}]}
                      - {polygons: "{stem}.json", to: "{stem}.png"}
                """
                        .formatted(json));
        assertThat(workplace.states("plain", "drawn")).containsExactly(State.PREPARED, State.PREPARED);
        workplace.pillow("9.4");
        assertThat(workplace.states("plain", "drawn")).containsExactly(State.UP_TO_DATE, State.PREPARED);
        assertThat(workplace.heard().reasons()).singleElement().asString().contains("Pillow 12.3", "9.4 is wanted");
    }

    @Test
    void onlyTheDatasetWhoseEntryChangedIsDoneAgain() throws IOException, InterruptedException {
        workplace.prepare(ID, "other");
        String two = workplace.publish("two.zip", Zips.of("new.txt", "new"));
        workplace.catalogue(Workplace.unpacking(ID, "two.zip", two), Workplace.unpacking("other", "one.zip", url));
        assertThat(workplace.states(ID, "other")).containsExactly(State.PREPARED, State.UP_TO_DATE);
        assertThat(workplace.heard().reasons()).containsExactly("tiny: its catalogue entry changed");
        assertThat(workplace.tree(ID)).containsOnlyKeys("new.txt");
    }

    @Test
    void otherAddressesAndProseChangeNothing() throws IOException, InterruptedException {
        String entry = Files.readString(folder.resolve("catalogue.yaml"));
        Files.writeString(
                folder.resolve("catalogue.yaml"),
                entry.replace("group: classification", "title: Another\n    group: classification")
                        .replace(url, "https://example.org/one.zip"));
        assertThat(workplace.states(ID)).containsExactly(State.UP_TO_DATE);
    }

    private void assertThatItIsDoneAgainBecause(String reason) throws IOException, InterruptedException {
        assertThat(workplace.states(ID)).containsExactly(State.PREPARED);
        assertThat(workplace.heard().reasons()).singleElement().asString().startsWith("tiny: " + reason);
        assertThat(workplace.tree(ID)).containsEntry("eval/x.txt", "x").containsEntry("eval/y.txt", "y");
        assertThat(workplace.states(ID)).containsExactly(State.UP_TO_DATE);
    }
}
