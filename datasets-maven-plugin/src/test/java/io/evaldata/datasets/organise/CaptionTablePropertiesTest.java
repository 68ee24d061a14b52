package io.evaldata.datasets.organise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evaldata.datasets.catalog.Step;
import io.evaldata.datasets.catalog.Step.CaptionsInRow;
import io.evaldata.datasets.catalog.Template;
import io.evaldata.datasets.io.Manifest;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Assumptions;

/** Captions of any characters arrive as they were, however the table is written; also as Python reads both. */
class CaptionTablePropertiesTest {
    private static Path root;

    @BeforeContainer
    static void createFolder() throws IOException {
        root = Files.createTempDirectory("captions");
    }

    @AfterContainer
    static void deleteFolder() throws IOException {
        try (var files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Provide
    Arbitrary<List<String>> captions() {
        return Arbitraries.strings()
                .withChars("ab ,;\"'\\\n\r\t[]{}\u00fc\u2028\u0000\u001f")
                .withCharRange(' ', '\uD7FF')
                .ofMaxLength(20)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Property(tries = 200)
    void captionsArriveAsTheyWere(
            @ForAll("captions") List<String> first, @ForAll("captions") List<String> second, @ForAll boolean crlf)
            throws IOException {
        JsonNode entries =
                JsonMapper.builder().build().readTree(split(first, second, crlf).toFile());

        assertThat(captions(entries.get(0))).isEqualTo(first);
        assertThat(captions(entries.get(1))).isEqualTo(second);
        assertThat(entries).hasSize(2);
        assertThat(entries.get(1).get("image").textValue()).isEqualTo("f/2.jpg");
    }

    @Property(tries = 5)
    void pythonReadsTheSameFromTheTableAndFromTheResult(
            @ForAll("captions") List<String> first, @ForAll("captions") List<String> second, @ForAll boolean crlf)
            throws IOException, InterruptedException {
        Path json = split(first, second, crlf);
        Path log = root.resolve("python.log");
        String script =
                """
                import csv, json, sys
                rows = csv.DictReader(open(sys.argv[1], newline='', encoding='utf-8'))
                want = [{'image': 'f/' + row['filename'], 'caption': json.loads(row['raw'])} for row in rows]
                assert want == json.load(open(sys.argv[2])), want
                """;
        Process python;
        try {
            python = new ProcessBuilder(
                            "python3", "-c", script, root.resolve("t.csv").toString(), json.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            Assumptions.abort("python3 is not there: " + e.getMessage());
            return;
        }

        assertThat(python.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(python.exitValue()).as(() -> read(log)).isZero();
    }

    private static Path split(List<String> first, List<String> second, boolean crlf) throws IOException {
        Tree tree = new Tree(root, new Manifest());
        tree.write("1.jpg", new byte[0]);
        tree.write("2.jpg", new byte[0]);
        String end = crlf ? "\r\n" : "\n";
        String csv = "filename,raw,split" + end + "1.jpg," + quoted(array(first)) + ",val" + end + "\"2.jpg\","
                + quoted(array(second)) + ",\"val\"" + end;
        tree.write("t.csv", csv.getBytes(StandardCharsets.UTF_8));
        Organiser.apply(
                new Step.SplitCaptions(
                        "t.csv",
                        ',',
                        new Step.CaptionColumns(Optional.of("split"), "filename", "raw", CaptionsInRow.ALL),
                        Map.of("val", "val.json"),
                        Map.of(),
                        "f/",
                        Template.parse("{image}"),
                        0),
                tree);
        return root.resolve("val.json");
    }

    private static List<String> captions(JsonNode entry) {
        List<String> captions = new ArrayList<>();
        entry.get("caption").forEach(caption -> captions.add(caption.textValue()));
        return captions;
    }

    /** A JSON array as RFC 8259 has it, with as few escapes as allowed. */
    private static String array(List<String> texts) {
        return texts.stream()
                .map(text -> text.chars()
                        .mapToObj(c -> c == '"' || c == '\\'
                                ? "\\" + (char) c
                                : c < ' ' ? "\\u%04x".formatted(c) : String.valueOf((char) c))
                        .collect(Collectors.joining("", "\"", "\"")))
                .collect(Collectors.joining(",\n ", "[", "]"));
    }

    /** A field as RFC 4180 has it. */
    private static String quoted(String field) {
        return '"' + field.replace("\"", "\"\"") + '"';
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
