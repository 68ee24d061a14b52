package io.evaldata.datasets.organise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Step;
import io.evaldata.datasets.catalog.Step.CaptionsInRow;
import io.evaldata.datasets.catalog.Template;
import io.evaldata.datasets.io.Manifest;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Caption tables as people write them: a caption per row, splits in lists. */
class CaptionRowsTest {
    @TempDir
    Path root;

    private Tree tree;

    @BeforeEach
    void threeImages() throws IOException {
        tree = new Tree(root, new Manifest());
        for (int i = 1; i <= 3; i++) {
            tree.write("images/" + i + ".jpg", new byte[] {1});
        }
    }

    @Test
    void rowsThatFollowEachOtherAreTheCaptionsOfOneImage() throws IOException {
        split(',', Map.of(), "image,caption\n1.jpg,\"A dog, sitting.\"\n1.jpg,Two.\n\n2.jpg,A cat.\n");

        assertThat(tree.resolve("test.json"))
                .hasContent(
                        """
                        [
                        {"image":"mine/images/1.jpg","caption":["A dog, sitting.","Two."]},
                        {"image":"mine/images/2.jpg","caption":["A cat."]}
                        ]
                        """);
    }

    @Test
    void listsTellTheSplitAndLeaveOtherRowsOut() throws IOException {
        put("lists/test.txt", "3.jpg\r\n\n1.jpg\n");

        split(
                ',',
                Map.of("test", "lists/test.txt"),
                "image,caption\nabsent.jpg,of the training part\n1.jpg,one\n3.jpg,three\n");

        assertThat(tree.resolve("test.json"))
                .hasContent(
                        """
                        [
                        {"image":"mine/images/1.jpg","caption":["one"]},
                        {"image":"mine/images/3.jpg","caption":["three"]}
                        ]
                        """);
    }

    @Test
    void tabsSeparateWithoutQuotes() throws IOException {
        split('\t', Map.of(), "image\tcaption\n1.jpg\tA \"dog\", sitting\n");

        assertThat(tree.resolve("test.json")).content().contains("[\"A \\\"dog\\\", sitting\"]");
    }

    @Test
    void tellsRowsOfAnImageThatDoNotFollowEachOtherAndEmptyCaptions() {
        assertThatThrownBy(() -> split(',', Map.of(), "image,caption\n1.jpg,a\n2.jpg, \n1.jpg,b\n"))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("'table.csv' has 2 problems")
                .hasMessageContaining("line 3: captions of '2.jpg': expected a text in each row, found none")
                .hasMessageContaining("line 4: '1.jpg' is in line 2 already");
        assertThat(tree.has("test.json")).isFalse();
    }

    @Test
    void tellsAListedImageWithoutCaptions() throws IOException {
        put("test.txt", "1.jpg\n2.jpg\n");

        assertThatThrownBy(() -> split(',', Map.of("test", "test.txt"), "image,caption\n1.jpg,a\n"))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("no row of '2.jpg', which 'test.txt' lists");
    }

    @Test
    void tellsAnAbsentListAndAnImageInTwoLists() throws IOException {
        assertThatThrownBy(() -> split(',', Map.of("test", "gone.txt"), "image,caption\n1.jpg,a\n"))
                .isInstanceOf(DatasetsException.class)
                .hasMessage("the list 'gone.txt' is not there");
        put("a.txt", "1.jpg\n");
        put("b.txt", "1.jpg\n");
        assertThatThrownBy(() -> split(',', Map.of("test", "a.txt", "val", "b.txt"), "image,caption\n1.jpg,a\n"))
                .isInstanceOf(DatasetsException.class)
                .hasMessage("'1.jpg' is in both 'a.txt' and 'b.txt'");
    }

    private void split(char separator, Map<String, String> lists, String table) throws IOException {
        put("table.csv", table);
        Organiser.apply(
                new Step.SplitCaptions(
                        "table.csv",
                        separator,
                        new Step.CaptionColumns(Optional.empty(), "image", "caption", CaptionsInRow.ONE),
                        lists.size() > 1 ? Map.of("test", "test.json", "val", "val.json") : Map.of("test", "test.json"),
                        lists,
                        "mine/images/",
                        Template.parse("images/{image}"),
                        0),
                tree);
    }

    private void put(String path, String content) throws IOException {
        tree.write(path, content.getBytes(StandardCharsets.UTF_8));
    }
}
