package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that somebody put into a dataset's folder: every look finds it until it is moved elsewhere. */
class ForeignFileTest {
    @TempDir
    private Path folder;

    private Workplace workplace;

    @BeforeEach
    void prepare() throws IOException, InterruptedException {
        workplace = new Workplace(folder);
        workplace.catalogue(Workplace.unpacking(
                "tiny", "z.zip", workplace.publish("z.zip", Zips.of("a.txt", "aa", "d/b.txt", "bb"))));
        workplace.prepare("tiny");
    }

    @Test
    void quickAndDeepAgreeOnItBeforeAndAfterPrepareHasToleratedIt() throws IOException, InterruptedException {
        Path mine = Files.writeString(workplace.rootOf("tiny").resolve("d/mine.txt"), "mine");
        List<String> found = List.of("unexpected: d/mine.txt: expected nothing but the dataset, found a file");
        assertThat(lines(false)).isEqualTo(lines(true)).isEqualTo(found);
        workplace.prepare("tiny");
        assertThat(lines(false)).isEqualTo(lines(true)).isEqualTo(found);
        Files.delete(mine);
        assertThat(lines(false)).isEqualTo(lines(true)).isEmpty();
    }

    @Test
    void whatLayThereBeforeIsToldByPrepareAndFoundByQuickAndDeepAlike() throws IOException, InterruptedException {
        workplace.catalogue(Workplace.unpacking(
                "again", "y.zip", workplace.publish("y.zip", Zips.of("a.txt", "aa", "d/b.txt", "bb"))));
        Path mine = Files.createDirectories(workplace.rootOf("again")).resolve("mine.txt");
        Files.writeString(mine, "mine");
        workplace.prepare("again");
        List<String> found = List.of("unexpected: mine.txt: expected nothing but the dataset, found a file");
        assertThat(workplace.heard().notes())
                .contains("again: beside the dataset's own files there is, " + found.get(0));
        assertThat(lines("again", false)).isEqualTo(lines("again", true)).isEqualTo(found);
        Files.delete(mine);
        assertThat(lines("again", false)).isEqualTo(lines("again", true)).isEmpty();
    }

    @Test
    void quickDoesNotLookAtSizesWhereNoFolderChanged() throws IOException {
        Files.writeString(workplace.rootOf("tiny").resolve("a.txt"), "longer");
        assertThat(lines(false)).isEmpty();
        assertThat(lines(true)).hasSize(1);
    }

    private List<String> lines(boolean deep) throws IOException {
        return lines("tiny", deep);
    }

    private List<String> lines(String id, boolean deep) throws IOException {
        return new Verification(workplace.request(id))
                .verify(deep)
                .get(0)
                .verdict()
                .lines();
    }
}
