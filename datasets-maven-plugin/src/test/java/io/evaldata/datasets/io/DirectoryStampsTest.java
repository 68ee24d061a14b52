package io.evaldata.datasets.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStampsTest {
    private static final FileTime LATER = FileTime.from(Instant.parse("2030-01-01T00:00:00Z"));

    @TempDir
    Path root;

    private Tree tree;

    @BeforeEach
    void someFiles() throws IOException {
        tree = new Tree(root, new Manifest());
        tree.write("readme", new byte[1]);
        tree.write("images/a b/1.jpg", new byte[1]);
        tree.write("images/a b/2.jpg", new byte[1]);
        tree.write("images/c/1.jpg", new byte[1]);
    }

    @Test
    void looksAtEveryFolderOnTheWayToAFileAndAtNoOthers() throws IOException {
        Files.createDirectory(root.resolve("foreign"));

        assertThat(stamps().text().lines().map(line -> line.substring(line.indexOf(' ') + 1)))
                .containsExactly("", "images", "images/a b", "images/c");
    }

    @Test
    void findsNothingChangedAfterWritingAndReading() throws IOException {
        DirectoryStamps read = DirectoryStamps.parse(stamps().text());

        assertThat(read.changed(root)).isEmpty();
        assertThat(read.text()).isEqualTo(stamps().text());
    }

    @Test
    void seesWhichFoldersLostOrGotOrRenamedFiles() throws IOException {
        DirectoryStamps before = stamps();

        Files.delete(root.resolve("images/a b/2.jpg"));
        Files.move(root.resolve("images/c/1.jpg"), root.resolve("images/c/3.jpg"));
        Files.createFile(root.resolve("more"));
        touch("");
        touch("images/a b");
        touch("images/c");

        assertThat(before.changed(root)).containsExactly("", "images/a b", "images/c");
    }

    @Test
    void seesFoldersThatAreGone() throws IOException {
        DirectoryStamps before = stamps();

        tree.delete("images/c/1.jpg");
        touch("images");

        assertThat(before.changed(root)).containsExactly("images", "images/c");
    }

    @Test
    void takesLinesThatAreNoneForFoldersThatChanged() throws IOException {
        assertThat(DirectoryStamps.parse("junk\nx images/c\n").changed(root)).containsExactly("junk", "x images/c");
    }

    @Test
    void comparesThousandsOfFolders() throws IOException {
        for (int i = 0; i < 2_000; i++) {
            tree.write("many/n%08d/1.jpg".formatted(i), new byte[1]);
        }
        DirectoryStamps before = DirectoryStamps.parse(stamps().text());
        Files.createFile(root.resolve("many/n00001234/2.jpg"));
        touch("many/n00001234");

        assertThat(before.changed(root)).containsExactly("many/n00001234");
    }

    private DirectoryStamps stamps() throws IOException {
        return DirectoryStamps.of(root, tree.manifest());
    }

    /** Makes the change visible even where the clock of the file system is slow. */
    private void touch(String folder) throws IOException {
        Files.setLastModifiedTime(root.resolve(folder), LATER);
    }
}
