package io.evaldata.datasets.configure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random text around a random literal, and a random path put into it. */
class RandomConfigsTest {
    private static final SegmentationConfigs KNOWN = SegmentationConfigs.bundled();
    private static final List<String> LINES = List.of(
            "# data_root = 'comment'",
            "x = 'a \\' # data_root = \"b'",
            "y = \"\"\"\ndata_root = 'in a string'\n\"\"\"",
            "z = dict(a=[1, {2: 'data_root = 3'}], b=(4,\n\t5))  # ü '",
            "w = 1; v = \\\n  2",
            "pipeline = [dict(type='X', scale=(2048, 336))]",
            "data = dict(test=dict(type='PascalVOC20Dataset', data_root=data_root))",
            "same = x == y != z",
            "",
            "    # indented comment (",
            "f = f'{x['k']}: {z!r:>{w}}' if w <= 3 else b'{'");
    private static final List<String> OLD = List.of(
            "'/old'",
            "\"/old\"",
            "'''/o\nld'''",
            "\"\"\"\"\"\"",
            "r'/old\\x'",
            "R\"C:\\old\"",
            "u'/o\\'ld'",
            "('/old')",
            "''");
    private static final List<String> BETWEEN = List.of(" = ", "=", "\t=\t", " = \\\n    ", ": str = ");
    private static final List<String> AFTER = List.of("", "  # 'why'", "\t", " ; u = 3");
    private static final String PATH_CHARACTERS = "ab C:/\\'\"#{}()[]ä数\uD83D\uDE00\n\t%$~\u0001\u0085";

    /** A file: what is before the literal, the literal, and what is behind it. */
    record Sample(String before, String literal, String after) {}

    @Provide
    Arbitrary<Sample> samples() {
        Arbitrary<List<String>> lines = Arbitraries.of(LINES).list().ofMaxSize(6);
        return Combinators.combine(
                        lines,
                        Arbitraries.of(OLD),
                        Arbitraries.of(BETWEEN),
                        Arbitraries.of(AFTER),
                        lines,
                        Arbitraries.of("\n", "\r\n"),
                        Arbitraries.of("", "\ufeff"))
                .as((head, old, between, after, tail, end, mark) -> sample(head, old, between, after, tail, end, mark));
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of(FileNames.usable(PATH_CHARACTERS))
                .list()
                .ofMaxSize(12)
                .map(tail -> "/" + String.join("", tail));
    }

    @Property(tries = 1000)
    void replacesTheLiteralByOneThatMeansThePathAndKeepsEveryOtherByte(
            @ForAll("samples") Sample sample, @ForAll("paths") String text) throws IOException {
        Path root = Path.of(text);
        String after = rewritten(sample, root);

        assertThat(after).startsWith(sample.before()).endsWith(sample.after());
        String literal = after.substring(
                sample.before().length(), after.length() - sample.after().length());
        assertThat(PythonString.parse(bytes(literal), StandardCharsets.UTF_8).value())
                .contains(root.toString());
        assertThat(rewritten(new Sample(sample.before(), literal, sample.after()), root))
                .isEqualTo(after);
    }

    @Test
    void pythonReadsThePathFromEveryRewrittenConfig(@TempDir Path folder) throws Exception {
        Random random = new Random(20261122);
        List<Path> files = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            List<String> head = some(random);
            // Only what Python of any version reads can be run.
            head.removeIf(line -> line.startsWith("f = ") || line.startsWith("data = ") || line.startsWith("same"));
            Sample sample =
                    sample(head, pick(random, OLD), pick(random, BETWEEN), pick(random, AFTER), List.of(), "\n", "");
            StringBuilder path = new StringBuilder("/");
            for (int length = random.nextInt(10); length > 0; length--) {
                path.append(pick(random, FileNames.usable(PATH_CHARACTERS)));
            }
            Path root = Path.of(path.toString());
            Path file = folder.resolve("c" + i + ".py");
            Files.writeString(file, rewritten(sample, root));
            files.add(file);
            expected.add(HexFormat.of().formatHex(root.toString().getBytes(StandardCharsets.UTF_8)));
        }
        String script =
                """
                import sys
                for path in sys.argv[1:]:
                    scope = {}
                    exec(compile(open(path, 'rb').read(), path, 'exec'), scope)
                    print(scope['data_root'].encode().hex())
                """;

        assertThat(Python.run(script, files)).isEqualTo(expected);
    }

    private static Sample sample(
            List<String> head, String old, String between, String after, List<String> tail, String end, String mark) {
        String before = mark + String.join("\n", head) + (head.isEmpty() ? "" : "\n") + "data_root" + between;
        String behind = after + "\n" + String.join("\n", tail);
        boolean wrapped = old.startsWith("(");
        return new Sample(
                (before + (wrapped ? "(" : "")).replace("\n", end),
                wrapped ? old.substring(1, old.length() - 1) : old,
                ((wrapped ? ")" : "") + behind).replace("\n", end));
    }

    private static String rewritten(Sample sample, Path root) throws IOException {
        String text = sample.before() + sample.literal() + sample.after();
        PythonFile file = new PythonFile(Path.of("cfg_voc20.py"), bytes(text));
        FileVerdict verdict = new ConfigInspector(KNOWN, Map.of("voc2012", root)).inspect(file);
        assertThat(verdict.problems()).as(text).isEmpty();
        assertThat(verdict.kind()).isEqualTo(FileVerdict.Kind.WIRE);
        String after = Edit.apply(file.text(), verdict.edits());
        return new String(after.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static List<String> some(Random random) {
        List<String> lines = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            lines.add(pick(random, LINES));
        }
        return lines;
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
