package io.evaldata.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.io.Manifest;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameListReaderTest {
    @TempDir
    Path root;

    private Tree tree;

    @BeforeEach
    void emptyTree() {
        tree = new Tree(root, new Manifest());
    }

    @Test
    void readsTheNamedPartsOfEveryLineWithBlankLinesAndLineEndsOfAllKinds() throws IOException {
        assertThat(read(lines("{stem} {number}"), "\uFEFFAbyssinian_1 7\r\n\n  \nbeagle_2 8  \n"))
                .extracting(NameListReader.Name::line, NameListReader.Name::parts)
                .containsExactly(
                        tuple(1L, Map.of("stem", "Abyssinian_1", "number", "7")),
                        tuple(4L, Map.of("stem", "beagle_2", "number", "8")));
    }

    @Test
    void readsTheStringsOfArraysAtAnyDepthAndNoOthers() throws IOException {
        String json =
                """
                {"version": "one", "classes": {"apple_pie": ["apple_pie/1011328", "apple_pie/101251"],
                 "more": [[["waffles/9"]], {"name": "none/1", "in": ["sushi/5", 7, null]}]}}
                """;

        assertThat(read(json("{class}/{id}"), json))
                .extracting(NameListReader.Name::text)
                .containsExactly("apple_pie/1011328", "apple_pie/101251", "waffles/9", "sushi/5");
    }

    @Test
    void saysWhichLineIsNoName() {
        assertThatThrownBy(() -> read(lines("{class}/{id}"), "a/1\nb 2\n"))
                .isInstanceOf(DatasetsException.class)
                .hasMessage("the list 'meta/list', line 2: expected '{class}/{id}', found 'b 2'");
    }

    @Test
    void saysWhereJsonEndsTooEarly() {
        assertThatThrownBy(() -> read(json("{class}/{id}"), "{\"a\": [\"a/1\",\n\"a/2\""))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("'meta/list', line 2, is no JSON");
        assertThatThrownBy(() -> read(json("{class}/{id}"), " "))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void saysWhenTheListIsAbsent() {
        assertThatThrownBy(() -> NameListReader.read(tree, lines("{x}"), name -> {}))
                .isInstanceOf(DatasetsException.class)
                .hasMessage("the list 'meta/list' is not there");
    }

    private List<NameListReader.Name> read(NameList list, String content) throws IOException {
        tree.write(list.file(), content.getBytes(StandardCharsets.UTF_8));
        List<NameListReader.Name> names = new ArrayList<>();
        NameListReader.read(tree, list, names::add);
        return names;
    }

    private static NameList lines(String pattern) {
        return new NameList("meta/list", Optional.of(PathPattern.parse(pattern)), Optional.empty());
    }

    private static NameList json(String pattern) {
        return new NameList("meta/list", Optional.empty(), Optional.of(PathPattern.parse(pattern)));
    }
}
