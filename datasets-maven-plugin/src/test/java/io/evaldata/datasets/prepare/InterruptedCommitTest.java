package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Family;
import io.evaldata.datasets.io.FileEntry;
import io.evaldata.datasets.io.Manifest;
import io.evaldata.datasets.prepare.Outcome.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process may die anywhere: every state that it can leave on the disk is made here, and the next run follows. */
class InterruptedCommitTest {
    private static final String ID = "tiny";

    @TempDir
    private Path folder;

    private Workplace workplace;
    private SortedMap<String, String> oldTree;
    private SortedMap<String, String> newTree;
    private Manifest oldFiles;
    private Receipt decision;

    /** Prepares one version, then another that keeps, replaces, adds and drops files. */
    @BeforeEach
    void prepareTwoVersions() throws IOException, InterruptedException {
        workplace = new Workplace(folder);
        version("one.zip", "same/a.txt", "a", "same/b.txt", "old", "gone/c.txt", "c", "gone/f.txt", "f");
        workplace.prepare(ID);
        oldTree = workplace.tree(ID);
        oldFiles = workplace.state().manifest(ID);
        version("two.zip", "same/a.txt", "a", "same/b.txt", "new", "come/d.txt", "d", "come/deep/e.txt", "e");
        workplace.prepare(ID);
        newTree = workplace.tree(ID);
        decision = workplace.state().receipt(ID).orElseThrow();
    }

    private void version(String zip, String... files) throws IOException {
        workplace.catalogue(Workplace.unpacking(ID, zip, workplace.publish(zip, Zips.of(files))));
    }

    @Test
    void theSecondVersionHasItsOwnFilesOnly() {
        assertThat(oldTree.keySet()).containsExactly("gone/c.txt", "gone/f.txt", "same/a.txt", "same/b.txt");
        assertThat(newTree)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("same/a.txt", "a", "same/b.txt", "new", "come/d.txt", "d", "come/deep/e.txt", "e"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void whoDiedWhileOldFilesWereTakenAwayIsFollowed(int deleted) throws IOException, InterruptedException {
        decided();
        List<String> paths = oldFiles.paths();
        for (String path : paths.subList(0, deleted)) {
            Files.delete(workplace.rootOf(ID).resolve(path));
        }
        assertThatTheNextRunMovesTheRest();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void whoDiedWhileNewFilesWereMovedIsFollowed(int moved) throws IOException, InterruptedException {
        decided();
        for (String path : oldTree.keySet()) {
            Files.delete(workplace.rootOf(ID).resolve(path));
        }
        for (String path : newTree.keySet().stream().limit(moved).toList()) {
            moveToItsPlace(path);
        }
        assertThatTheNextRunMovesTheRest();
    }

    @Test
    void whoDiedBeforeTheReceiptIsFollowed() throws IOException, InterruptedException {
        decided();
        for (String path : oldTree.keySet()) {
            Files.delete(workplace.rootOf(ID).resolve(path));
        }
        for (String path : newTree.keySet()) {
            moveToItsPlace(path);
        }
        try (var out = Files.newOutputStream(workplace.state().manifestFile(ID))) {
            manifestOf(newTree).write(out);
        }
        UpToDate.noting(workplace.request(ID), workplace.state())
                .remember(dataset(), workplace.state().manifest(ID));
        assertThatTheNextRunMovesTheRest();
    }

    @Test
    void whoDiedBehindTheReceiptLeavesNothingToDo() throws IOException, InterruptedException {
        Path left = Files.createDirectories(workplace.staging(ID).resolve("tree"));
        StateFolder.writeManifest(workplace.staging(ID).resolve("files"), manifestOf(newTree));
        Files.copy(workplace.state().receiptFile(ID), workplace.staging(ID).resolve("receipt.json"));
        workplace.unpublish();
        assertThat(workplace.states(ID)).containsExactly(State.UP_TO_DATE);
        assertThat(workplace.tree(ID)).isEqualTo(newTree);
        assertThat(left).as("an empty tree is harmless").isEmptyDirectory();
    }

    @Test
    void anUndecidedTreeIsThrownAway() throws IOException, InterruptedException {
        decided();
        Files.delete(workplace.staging(ID).resolve("receipt.json"));
        Files.writeString(workplace.staging(ID).resolve("tree/same/b.txt"), "half");
        assertThat(workplace.states(ID)).containsExactly(State.PREPARED);
        assertThat(workplace.heard().reasons()).containsExactly("tiny: its catalogue entry changed");
        assertThatAllIsAsUndisturbed();
    }

    @Test
    void anUnreadableDecisionIsNone() throws IOException, InterruptedException {
        decided();
        Files.writeString(workplace.staging(ID).resolve("receipt.json"), "{\"format\": 1, \"id\"");
        assertThat(workplace.states(ID)).containsExactly(State.PREPARED);
        assertThatAllIsAsUndisturbed();
    }

    @Test
    void aDecisionWhoseListOfFilesIsCutShortIsNone() throws IOException, InterruptedException {
        decided();
        Path list = workplace.staging(ID).resolve("files");
        String text = Files.readString(list);
        Files.writeString(list, text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1));
        assertThat(workplace.states(ID)).containsExactly(State.PREPARED);
        assertThatAllIsAsUndisturbed();
    }

    @Test
    void theDecisionIsTheFirstThingThatIsDeleted() throws IOException {
        decided();
        Path held = workplace.staging(ID).resolve("tree/come");
        Files.setPosixFilePermissions(held, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeThat(Files.isWritable(held))
                .as("nothing can be forbidden to root")
                .isFalse();
        Staging staging = Staging.of(workplace.request(ID), dataset(), workplace.state());
        assertThat(staging.decided()).isPresent();
        assertThatThrownBy(staging::discard).isInstanceOf(IOException.class);
        assertThat(staging.decided()).isEmpty();
        Files.setPosixFilePermissions(held, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aDecisionForAnotherRootIsNotCarriedOutHere() throws IOException, InterruptedException {
        decided();
        workplace.family(Family.CLASSIFICATION, folder.resolve("elsewhere"));
        assertThat(workplace.states(ID)).containsExactly(State.PREPARED);
        assertThat(workplace.tree(ID)).isEqualTo(newTree);
        assertThat(Workplace.files(folder.resolve("data/classification/" + ID))).isEqualTo(oldTree);
    }

    @Test
    void aFileOfTheUserThatCameMeanwhileStopsTheMoveAndStays() throws IOException, InterruptedException {
        decided();
        Path mine = workplace.rootOf(ID).resolve("come/d.txt");
        Files.createDirectories(mine.getParent());
        Files.writeString(mine, "mine");
        Summary summary = workplace.prepare(ID);
        assertThat(summary.outcomes().get(0).state()).isEqualTo(State.FAILED);
        assertThat(summary.outcomes().get(0).report()).contains("come/d.txt", "not made by this plugin");
        assertThat(mine).hasContent("mine");
        Files.delete(mine);
        assertThatTheNextRunMovesTheRest();
    }

    /** The state in which the new version was decided, and nothing of it moved. */
    private void decided() throws IOException {
        Path staging = Files.createDirectories(workplace.staging(ID));
        Path root = workplace.rootOf(ID);
        for (Map.Entry<String, String> file : newTree.entrySet()) {
            write(staging.resolve("tree").resolve(file.getKey()), file.getValue());
            Files.delete(root.resolve(file.getKey()));
        }
        for (Map.Entry<String, String> file : oldTree.entrySet()) {
            write(root.resolve(file.getKey()), file.getValue());
        }
        StateFolder.writeManifest(staging.resolve("replaced"), oldFiles);
        StateFolder.writeManifest(staging.resolve("files"), manifestOf(newTree));
        Files.write(staging.resolve("receipt.json"), StateFolder.json(decision));
        StateFolder.writeManifest(workplace.state().manifestFile(ID), oldFiles);
        workplace.state().write(decisionOfOldVersion());
    }

    /** What matters of the old receipt: it says that the folder holds something else. */
    private Receipt decisionOfOldVersion() {
        return new Receipt(
                decision.format(),
                ID,
                decision.kind(),
                decision.scope(),
                decision.root(),
                "older",
                decision.way(),
                decision.converter(),
                decision.pillow(),
                decision.sources(),
                "",
                oldFiles.count(),
                oldFiles.bytes(),
                oldFiles.digest());
    }

    private void moveToItsPlace(String path) throws IOException {
        Path to = workplace.rootOf(ID).resolve(path);
        Files.createDirectories(to.getParent());
        Files.move(workplace.staging(ID).resolve("tree").resolve(path), to);
        workplace.state().forget(ID);
    }

    private void assertThatTheNextRunMovesTheRest() throws IOException, InterruptedException {
        workplace.unpublish();
        assertThat(workplace.states(ID)).containsExactly(State.UP_TO_DATE);
        assertThatAllIsAsUndisturbed();
    }

    private void assertThatAllIsAsUndisturbed() throws IOException, InterruptedException {
        assertThat(workplace.tree(ID)).isEqualTo(newTree);
        assertThat(workplace.rootOf(ID).resolve("gone")).doesNotExist();
        assertThat(workplace.staging(ID)).doesNotExist();
        assertThat(workplace.state().receipt(ID)).contains(decision);
        assertThat(workplace.state().manifest(ID).digest()).isEqualTo(decision.tree());
        assertThat(workplace.states(ID)).containsExactly(State.UP_TO_DATE);
    }

    private Dataset dataset() {
        return workplace.request(ID).catalog().get(ID);
    }

    private static Manifest manifestOf(SortedMap<String, String> files) {
        Manifest manifest = new Manifest();
        files.forEach((path, content) -> {
            byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
            CRC32 crc = new CRC32();
            crc.update(bytes);
            manifest.put(path, new FileEntry(bytes.length, (int) crc.getValue()));
        });
        return manifest;
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content, StandardCharsets.ISO_8859_1);
    }
}
