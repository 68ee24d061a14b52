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

class SplitCaptionsTest {
    private static final String HEADER = "raw,sentids,split,filename,img_id\n";

    @TempDir
    Path root;

    private Tree tree;

    @BeforeEach
    void threeImages() throws IOException {
        tree = new Tree(root, new Manifest());
        for (int i = 1; i <= 3; i++) {
            tree.write(i + ".jpg", new byte[] {1});
        }
    }

    @Test
    void writesAnArrayPerSplitInTheOrderOfTheTable() throws IOException {
        split(HEADER
                + "\"[\"\"A dog, \\\"\"sitting\\\"\".\"\", \"\"Two.\"\"]\",\"[5, 6]\",test,3.jpg,0\n"
                + "\"[\"\"Zwei Z\u00fcge \uD83D\uDE82\"\",\n\"\"\\u00e9\"\"]\",\"[7, 8]\",val,2.jpg,1\n"
                + "\"[\"\"a\"\", \"\"b\"\"]\",\"[9, 10]\",test,1.jpg,2\n");

        assertThat(tree.resolve("flickr30k_test.json"))
                .hasContent(
                        """
                        [
                        {"image":"flickr30k-images/3.jpg","caption":["A dog, \\"sitting\\".","Two."]},
                        {"image":"flickr30k-images/1.jpg","caption":["a","b"]}
                        ]
                        """);
        assertThat(tree.has("flickr30k_val.json")).isTrue();
    }

    @Test
    void findsColumnsByNameInAnyOrderBehindAByteOrderMark() throws IOException {
        split(
                "\uFEFFfilename,split,extra,raw\r\n1.jpg,val,,\"[\"\"a\"\",\"\"b\"\"]\"\r\n2.jpg,test,x,\"[\"\"c\"\",\"\"d\"\"]\"");

        assertThat(tree.resolve("flickr30k_val.json"))
                .hasContent("[\n{\"image\":\"flickr30k-images/1.jpg\",\"caption\":[\"a\",\"b\"]}\n]\n");
    }

    @Test
    void saysWhichColumnIsMissing() {
        assertFails(
                "raw,split,file\n", "'table.csv', line 1: expected one column 'filename', found [raw, split, file]");
    }

    @Test
    void tellsAllProblemsOfATableAtOnce() {
        assertFails(
                HEADER
                        + "\"[\"\"a\"\",\n\"\"b\"\"]\",[],val,1.jpg,0\n"
                        + "\"[\"\"a\"\"]\",[],val,2.jpg,1\n"
                        + "no captions,[],val,3.jpg,2\n"
                        + "\"[\"\"a\"\",\"\"b\"\"]\",[],val,1.jpg,3\n"
                        + "\"[\"\"a\"\",\"\"b\"\"]\",[],train,absent.jpg,4\n"
                        + "\"[\"\"a\"\",7]\",[],train,3.jpg,5\n",
                "'table.csv' has 7 problems",
                "line 4: captions of '2.jpg': expected 2, found 1",
                "line 5: captions of '3.jpg': expected a JSON array of strings, found 'no captions'",
                "line 6: '1.jpg' is in line 2 already",
                "line 7: expected the image 'absent.jpg', found none",
                "... and 2 more");
    }

    @Test
    void refusesASplitWithoutRows() {
        assertFails(
                HEADER + "\"[\"\"a\"\",\"\"b\"\"]\",[],val,1.jpg,0\n",
                "'table.csv' has 1 problem\n  no row of split 'test'; found 'val' (1)");
    }

    @Test
    void saysWhereATableEndsInsideAField() {
        assertFails(
                HEADER + "\"[\"\"a\"\",\"\"b\"\"]\",[],val,1.jpg,0\n\"[\"\"a\"\",\"\"b",
                "'table.csv', line 3: Missing closing quote");
    }

    @Test
    void saysWhichRowHasOtherThanAllFields() {
        assertFails(
                HEADER + "\"[\"\"a\"\",\"\"b\"\"]\",[],val,1.jpg,0\n\"[\"\"a\"\",\"\"b\"\"]\",[],val\n",
                "'table.csv', line 3: expected 5 fields, found 3");
    }

    @Test
    void saysWhenATableIsEmptyOrAbsent() {
        assertFails("", "'table.csv' is empty");
        assertThatThrownBy(() -> Organiser.apply(step("other.csv"), tree))
                .isInstanceOf(DatasetsException.class)
                .hasMessage("the caption table 'other.csv' is not there");
    }

    @Test
    void saysWhenATableIsNotUtf8() {
        assertThatThrownBy(() -> {
                    tree.write("table.csv", (HEADER + "caf\u00e9,").getBytes(StandardCharsets.ISO_8859_1));
                    Organiser.apply(step("table.csv"), tree);
                })
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("'table.csv'");
    }

    private void assertFails(String csv, String... messages) {
        assertThatThrownBy(() -> split(csv))
                .isInstanceOf(DatasetsException.class)
                .message()
                .contains(messages);
        assertThat(tree.has("flickr30k_val.json")).isFalse();
        assertThat(root.resolve("flickr30k_val.json")).doesNotExist();
    }

    private void split(String csv) throws IOException {
        tree.write("table.csv", csv.getBytes(StandardCharsets.UTF_8));
        Organiser.apply(step("table.csv"), tree);
    }

    private static Step step(String table) {
        return new Step.SplitCaptions(
                table,
                ',',
                new Step.CaptionColumns(Optional.of("split"), "filename", "raw", CaptionsInRow.ALL),
                Map.of("val", "flickr30k_val.json", "test", "flickr30k_test.json"),
                Map.of(),
                "flickr30k-images/",
                Template.parse("{image}"),
                2);
    }
}
