package io.evaldata.datasets.organise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.NameList;
import io.evaldata.datasets.catalog.PathPattern;
import io.evaldata.datasets.catalog.Step;
import io.evaldata.datasets.catalog.Template;
import io.evaldata.datasets.io.Manifest;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoveTest {
    @TempDir
    Path root;

    private Tree tree;

    @BeforeEach
    void emptyTree() {
        tree = new Tree(root, new Manifest());
    }

    @Test
    void renamesFilesByTheirParts() throws IOException {
        put("raw/b_rgb.png");
        put("raw/a_rgb.png");
        put("raw/a_depth.png");

        move("raw/{stem}_rgb.png", "images/{stem}.png", Optional.empty());

        assertThat(tree.manifest().paths()).containsExactly("images/a.png", "images/b.png", "raw/a_depth.png");
        assertThat(tree.resolve("images/a.png")).hasContent("raw/a_rgb.png");
        assertThat(root.resolve("raw/a_rgb.png")).doesNotExist();
    }

    @Test
    void sortsFilesIntoTheFoldersThatAListNamesAndLeavesOthers() throws IOException {
        put("1.jpg");
        put("2.jpg");
        put("3.jpg");
        put("classes.csv", "image,class\n1,cat\n2,dog\n9,cat\n");

        move("{stem}.jpg", "{class}/{file}", list("classes.csv", "{stem},{class}"));

        assertThat(tree.manifest().paths()).containsExactly("3.jpg", "cat/1.jpg", "classes.csv", "dog/2.jpg");
    }

    @Test
    void refusesTwoFilesOfOneNameBeforeAnythingMoves() throws IOException {
        put("a/1.jpg");
        put("b/1.jpg");

        assertThatThrownBy(() -> move("{folder}/{stem}.jpg", "{file}", Optional.empty()))
                .isInstanceOf(DatasetsException.class)
                .hasMessage("'a/1.jpg' and 'b/1.jpg' would both become '1.jpg'");
        assertThat(tree.manifest().paths()).containsExactly("a/1.jpg", "b/1.jpg");
    }

    @Test
    void refusesToWriteOverAFile() throws IOException {
        put("a.jpg");
        put("b/a.jpg");

        assertThatThrownBy(() -> move("b/{stem}.jpg", "{file}", Optional.empty()))
                .isInstanceOf(DatasetsException.class)
                .hasMessage("'b/a.jpg' would become 'a.jpg', which is there already");
    }

    @Test
    void refusesAListThatLeadsOutside() throws IOException {
        put("1.jpg");
        put("classes.txt", "1 ..\n");

        assertThatThrownBy(() -> move("{stem}.jpg", "{class}/{file}", list("classes.txt", "{stem} {class}")))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("'1.jpg' cannot be moved")
                .hasMessageContaining("'../1.jpg'");
    }

    @Test
    void refusesAListThatSaysTwoThingsOfAFile() throws IOException {
        put("1.jpg");
        put("classes.txt", "1 cat\n1 cat\n1 dog\n");

        assertThatThrownBy(() -> move("{stem}.jpg", "{class}/{file}", list("classes.txt", "{stem} {class}")))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("'classes.txt' has 1 problem\n  line 3: '1 dog'");
    }

    @Test
    void refusesToMoveNothing() throws IOException {
        put("1.jpeg");

        assertThatThrownBy(() -> move("{stem}.jpg", "x/{file}", Optional.empty()))
                .isInstanceOf(DatasetsException.class)
                .hasMessage("there is nothing to move: no file matches '{stem}.jpg'");
    }

    private void move(String files, String to, Optional<NameList> list) throws IOException {
        Organiser.apply(new Step.Move(PathPattern.parse(files), Template.parse(to), list), tree);
    }

    private static Optional<NameList> list(String file, String line) {
        return Optional.of(new NameList(file, Optional.of(PathPattern.parse(line)), Optional.empty()));
    }

    private void put(String path) throws IOException {
        put(path, path);
    }

    private void put(String path, String content) throws IOException {
        tree.write(path, content.getBytes(StandardCharsets.UTF_8));
    }
}
