package io.evaldata.datasets.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeTest {
    private static final byte[] ONE = "one".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path root;

    private Tree tree;

    @BeforeEach
    void emptyTree() {
        tree = new Tree(root, new Manifest());
    }

    @Test
    void knowsWhatWasWrittenPieceByPieceAsIfItWereWrittenAtOnce() throws IOException {
        tree.write("a/whole", ONE);
        tree.write("a/pieces", out -> {
            out.write(ONE, 0, 1);
            out.write(ONE, 1, 2);
        });

        assertThat(tree.manifest().get("a/pieces"))
                .isEqualTo(tree.manifest().get("a/whole"))
                .isEqualTo(new FileEntry(3, 0x7a6c86f1));
        assertThat(tree.resolve("a/pieces")).hasBinaryContent(ONE);
    }

    @Test
    void keepsTheFormerContentWhenWritingFails() throws IOException {
        tree.write("a/file", ONE);

        assertThatThrownBy(() -> tree.write("a/file", out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(tree.resolve("a/file")).hasBinaryContent(ONE);
        assertThat(tree.manifest().get("a/file").size()).isEqualTo(3);
        assertThat(tree.resolve("a")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void nothingIsWrittenOrMovedOutOfTheTree() throws IOException {
        tree.write("a/file", ONE);
        for (String path : new String[] {"../x", "maps/../../x", "/x", "a/./x", "a//x", "..\\x", "C:x"}) {
            assertThatThrownBy(() -> tree.write(path, ONE)).hasMessageContaining("no path inside");
            assertThatThrownBy(() -> tree.move("a/file", path)).hasMessageContaining("no path inside");
        }
        assertThat(tree.manifest().count()).isEqualTo(1);
    }

    @Test
    void movingTheLastFileTakesTheFolderAway() throws IOException {
        tree.write("flat/deep/1", ONE);
        tree.write("flat/2", ONE);

        tree.move("flat/deep/1", "to/new/1");
        assertThat(root.resolve("flat/deep")).doesNotExist();
        tree.move("flat/2", "to/2");

        assertThat(root.resolve("flat")).doesNotExist();
        assertThat(tree.manifest().paths()).containsExactly("to/2", "to/new/1");
        assertThat(Files.exists(root.resolve("to/new/1"))).isTrue();
    }

    @Test
    void deletingKeepsFoldersThatStillHoldFiles() throws IOException {
        tree.write("a/b/1", ONE);
        tree.write("a/2", ONE);

        tree.delete("a/b/1");

        assertThat(root.resolve("a/b")).doesNotExist();
        assertThat(root.resolve("a/2")).exists();
    }
}
