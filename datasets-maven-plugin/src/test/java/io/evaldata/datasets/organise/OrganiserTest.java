package io.evaldata.datasets.organise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.NameList;
import io.evaldata.datasets.catalog.PathPattern;
import io.evaldata.datasets.catalog.Step;
import io.evaldata.datasets.catalog.Template;
import io.evaldata.datasets.io.Crc;
import io.evaldata.datasets.io.FileEntry;
import io.evaldata.datasets.io.Manifest;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrganiserTest {
    @TempDir
    Path root;

    private Tree tree;

    @BeforeEach
    void emptyTree() {
        tree = new Tree(root, new Manifest());
    }

    @Test
    void writesLinesThatTheSourcesDidNotBring() throws IOException {
        Step step = new Step.WriteLines("ClassName.txt", List.of("/a/abbey", "/a/airplane_cabin"));

        Organiser.apply(step, tree);

        assertThat(tree.resolve("ClassName.txt")).hasContent("/a/abbey\n/a/airplane_cabin\n");
        assertThat(tree.has("ClassName.txt")).isTrue();
    }

    @Test
    void leavesLinesAloneThatTheSourcesBrought() throws IOException {
        put("ClassName.txt", "theirs");

        Organiser.apply(new Step.WriteLines("ClassName.txt", List.of("ours")), tree);

        assertThat(tree.resolve("ClassName.txt")).hasContent("theirs");
    }

    @Test
    void keepsOnlyTheFilesThatAListNames() throws IOException {
        put("meta/test.json", "{\"pie\": [\"pie/2\"], \"tart\": [\"tart/1\", \"tart/3\"]}");
        for (String image : List.of("pie/1", "pie/2", "tart/1", "tart/2", "gone/1")) {
            put("images/" + image + ".jpg", image);
        }
        put("images/readme.txt", "not of the pattern");
        NameList list =
                new NameList("meta/test.json", Optional.empty(), Optional.of(PathPattern.parse("{class}/{id}")));

        Organiser.apply(new Step.KeepListed(PathPattern.parse("images/{class}/{id}.jpg"), list), tree);

        assertThat(tree.manifest().paths())
                .containsExactly("images/pie/2.jpg", "images/readme.txt", "images/tart/1.jpg", "meta/test.json");
        assertThat(root.resolve("images/gone")).doesNotExist();
        assertThat(root.resolve("images/pie")).isDirectoryNotContaining("glob:**1.jpg");
    }

    @Test
    void refusesToDropEverythingForAnEmptyList() throws IOException {
        put("list.txt", "\n\n");
        put("images/1.jpg", "1");
        NameList list = new NameList("list.txt", Optional.of(PathPattern.parse("{id}")), Optional.empty());

        assertThatThrownBy(() -> Organiser.apply(new Step.KeepListed(PathPattern.parse("images/{id}.jpg"), list), tree))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("'list.txt' names nothing");
        assertThat(tree.has("images/1.jpg")).isTrue();
    }

    @Test
    void removesWhatWasNeededOnTheWayWithItsFolders() throws IOException {
        put(".devkit/a/meta.mat", "");
        put(".devkit/truth.txt", "");
        put("data/1.jpg", "");

        Organiser.apply(new Step.Remove(PathPattern.parse(".devkit/{name**}")), tree);

        assertThat(tree.manifest().paths()).containsExactly("data/1.jpg");
        assertThat(root.resolve(".devkit")).doesNotExist();
    }

    @Test
    void listsStemsSortedAndOnce() throws IOException {
        put("gt/val/lindau/b_polygons.json", "");
        put("gt/val/frankfurt/c_polygons.json", "");
        put("gt/val/frankfurt/a_polygons.json", "");
        put("gt/val/frankfurt/a_other.json", "");

        Organiser.apply(
                new Step.ListStems(
                        PathPattern.parse("gt/val/{city}/{frame}_polygons.json"),
                        Template.parse("{city}/{frame}"),
                        "val.txt"),
                tree);

        assertThat(tree.resolve("val.txt")).hasContent("frankfurt/a\nfrankfurt/c\nlindau/b\n");
        byte[] expected = "frankfurt/a\nfrankfurt/c\nlindau/b\n".getBytes(StandardCharsets.UTF_8);
        assertThat(tree.manifest().get("val.txt")).isEqualTo(new FileEntry(expected.length, Crc.of(expected)));
    }

    @Test
    void refusesToWriteAnEmptyStemList() {
        assertThatThrownBy(() -> Organiser.apply(
                        new Step.ListStems(PathPattern.parse("gt/{x}.json"), Template.parse("{x}"), "val.txt"), tree))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("'gt/{x}.json'");
    }

    @Test
    void leavesTheStepsOfOtherStagesToThem() {
        Step copy = new Step.Copy("file", "file");

        assertThat(Organiser.does(copy)).isFalse();
        assertThatThrownBy(() -> Organiser.apply(copy, tree)).isInstanceOf(IllegalArgumentException.class);
    }

    private void put(String path, String content) throws IOException {
        tree.write(path, content.getBytes(StandardCharsets.UTF_8));
    }
}
