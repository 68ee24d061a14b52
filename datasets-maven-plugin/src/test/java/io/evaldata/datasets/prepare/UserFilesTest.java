package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.evaldata.datasets.catalog.Family;
import io.evaldata.datasets.prepare.Outcome.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody else put where a dataset goes is never lost. */
class UserFilesTest {
    private static final String ID = "tiny";

    @TempDir
    private Path folder;

    private Workplace workplace;

    @BeforeEach
    void describeDataset() throws IOException {
        workplace = new Workplace(folder);
        version("one.zip", "a/x.txt", "x", "a/y.txt", "y");
    }

    private void version(String zip, String... files) throws IOException {
        workplace.catalogue(Workplace.unpacking(ID, zip, workplace.publish(zip, Zips.of(files))));
    }

    @Test
    void aDifferentFileInTheWayIsRefusedAndUnharmed() throws IOException, InterruptedException {
        Path mine = write("a/x.txt", "mine");
        assertThat(reportOfFailure()).contains("a/x.txt", "not made by this plugin", "datasets.root");
        assertThat(mine).hasContent("mine");
        assertThat(workplace.tree(ID)).containsOnlyKeys("a/x.txt");
        assertThat(workplace.state().receipt(ID)).isEmpty();
    }

    @Test
    void whenTheFileIsMovedAwayTheRestFollowsWithoutFetchingAgain() throws IOException, InterruptedException {
        Path mine = write("a/x.txt", "mine");
        assertThat(reportOfFailure()).contains("run again");
        Files.move(mine, folder.resolve("mine"));
        workplace.unpublish();
        assertThat(workplace.states(ID)).containsExactly(State.UP_TO_DATE);
        assertThat(workplace.tree(ID)).containsOnlyKeys("a/x.txt", "a/y.txt").containsEntry("a/x.txt", "x");
        assertThat(workplace.staging(ID)).doesNotExist();
    }

    @Test
    void anotherFileOfTheSameSizeIsRefusedToo() throws IOException, InterruptedException {
        Path mine = write("a/x.txt", "z");
        assertThat(reportOfFailure()).contains("a/x.txt");
        assertThat(mine).hasContent("z");
    }

    @Test
    void anEqualFileIsAccepted() throws IOException, InterruptedException {
        write("a/x.txt", "x");
        assertThat(workplace.states(ID)).containsExactly(State.PREPARED);
        assertThat(workplace.tree(ID)).containsOnlyKeys("a/x.txt", "a/y.txt");
    }

    @Test
    void otherFilesStay() throws IOException, InterruptedException {
        write("a/mine.txt", "mine");
        write("mine/too.txt", "mine");
        assertThat(workplace.states(ID)).containsExactly(State.PREPARED);
        version("two.zip", "b/z.txt", "z");
        assertThat(workplace.states(ID)).containsExactly(State.PREPARED);
        assertThat(workplace.tree(ID)).containsOnlyKeys("a/mine.txt", "mine/too.txt", "b/z.txt");
    }

    @Test
    void aFileWhereAFolderShouldBeIsRefused() throws IOException, InterruptedException {
        Path mine = write("a", "mine");
        assertThat(reportOfFailure()).contains("such as a");
        assertThat(mine).hasContent("mine");
    }

    @Test
    void aFolderWhereAFileShouldBeIsRefused() throws IOException, InterruptedException {
        Path mine = write("a/x.txt/mine", "mine");
        assertThat(reportOfFailure()).contains("a/x.txt");
        assertThat(mine).hasContent("mine");
    }

    @Test
    void aFileWhereTheDatasetGoesIsRefused() throws IOException, InterruptedException {
        Path mine = workplace.rootOf(ID);
        Files.createDirectories(mine.getParent());
        Files.writeString(mine, "mine");
        assertThat(catchThrowable(() -> workplace.prepare(ID))).hasMessageContaining("is a file");
        assertThat(mine).hasContent("mine");
    }

    @Test
    void filesAtAnotherFamilyRootAreNotOverwrittenAndTheOldTreeStays() throws IOException, InterruptedException {
        workplace.prepare(ID);
        var old = workplace.tree(ID);
        Path before = workplace.rootOf(ID);
        Path elsewhere = folder.resolve("elsewhere");
        workplace.family(Family.CLASSIFICATION, elsewhere);
        Path mine = write("a/x.txt", "mine");
        assertThat(reportOfFailure()).contains("a/x.txt");
        assertThat(mine).hasContent("mine");
        assertThat(Workplace.files(before)).isEqualTo(old);
        Files.delete(mine);
        assertThat(workplace.states(ID)).containsExactly(State.UP_TO_DATE);
        assertThat(Workplace.files(before)).isEqualTo(old);
        assertThat(workplace.tree(ID)).isEqualTo(old);
    }

    @Test
    void aFileThatTheUserChangedAndTheNewVersionDropsStays() throws IOException, InterruptedException {
        workplace.prepare(ID);
        Path mine = write("a/x.txt", "my longer text");
        version("two.zip", "b/z.txt", "z");
        workplace.prepare(ID);
        assertThat(mine).hasContent("my longer text");
        assertThat(workplace.tree(ID)).containsOnlyKeys("a/x.txt", "b/z.txt");
    }

    private Path write(String path, String content) throws IOException {
        Path file = workplace.rootOf(ID).resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private String reportOfFailure() throws IOException, InterruptedException {
        Outcome outcome = workplace.prepare(ID).outcomes().get(0);
        assertThat(outcome.state()).isEqualTo(State.FAILED);
        return outcome.report();
    }
}
