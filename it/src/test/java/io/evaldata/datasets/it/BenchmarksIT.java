package io.evaldata.datasets.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of {@code docs/performance.md} and the programs behind them.
 *
 * <p>They are not run: each takes minutes and needs the machine for itself, and the programs that users would pick instead. What
 * they name exists, their arguments are ones that the programs know, and every program is well-formed.
 */
class BenchmarksIT {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern PROGRAM =
            Pattern.compile("(?:(\\w+)=\"[\\w ]+\" )?(?:python3 |java )?(it/bench/[\\w./-]+\\.(?:sh|py|java))(.*)");
    private static final Pattern INNER = Pattern.compile("mvn -q package -f (it/bench/\\w+)");

    @TempDir
    private Path temp;

    @Test
    void everyCommandNamesAProgramAndArgumentsThatItKnows() throws IOException {
        MarkdownPage page = MarkdownPage.read(REPOSITORY.resolve("docs/performance.md"));
        List<String> commands = page.indented().stream()
                .flatMap(block -> block.text().lines())
                .map(line -> line.replaceFirst("\\s+#.*", "").strip())
                .toList();
        assertThat(commands).isNotEmpty();
        for (String command : commands) {
            var program = PROGRAM.matcher(command);
            var inner = INNER.matcher(command);
            if (program.matches()) {
                Path file = REPOSITORY.resolve(program.group(2));
                assertThat(file).as(command).isRegularFile();
                String text = Files.readString(file);
                if (program.group(1) != null) {
                    assertThat(text).as(command).contains("${" + program.group(1));
                }
                for (String argument : program.group(3).strip().split(" ", -1)) {
                    assertThat(argument.matches("[\\d,]*") || text.contains(argument))
                            .as("'%s' in '%s'", argument, command)
                            .isTrue();
                }
            } else if (inner.matches()) {
                assertThat(REPOSITORY.resolve(inner.group(1)).resolve("pom.xml"))
                        .as(command)
                        .isRegularFile();
            } else {
                assertThat(Files.readString(REPOSITORY.resolve("README.md")))
                        .as("a command that the README has, too")
                        .contains(command);
            }
        }
    }

    @Test
    void everyProgramIsWellFormed() throws Exception {
        List<Path> programs;
        try (Stream<Path> files = Files.walk(REPOSITORY.resolve("it/bench"), 2)) {
            programs = files.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path program : programs) {
            String name = program.toString();
            if (name.endsWith(".sh")) {
                assertThat(Files.isExecutable(program)).as(name).isTrue();
                assertSucceeds("/bin/bash", "-n", name);
            } else if (name.endsWith(".py")) {
                assertSucceeds("/usr/bin/python3", "-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())", name);
            } else if (name.endsWith(".java")) {
                assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", temp.toString(), name))
                        .as(name)
                        .isZero();
            }
        }
    }

    private static void assertSucceeds(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                .as(String.join(" ", command))
                .isZero();
    }
}
