package io.evaldata.datasets.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's Python, for tests that run what was written. */
final class Python {
    private static final Path EXECUTABLE = Path.of("/usr/bin/python3");

    private Python() {}

    /** What a script prints, line by line; the test is skipped where there is no Python. */
    static List<String> run(String script, List<Path> arguments) throws IOException, InterruptedException {
        assumeThat(EXECUTABLE).exists();
        List<String> command = new ArrayList<>(List.of(EXECUTABLE.toString(), "-X", "utf8", "-c", script));
        arguments.forEach(argument -> command.add(argument.toString()));
        Path output = Files.createTempFile("python", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            process.destroyForcibly();
            String text = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended).as("Python ends").isTrue();
            assertThat(process.exitValue()).as(text).isZero();
            return text.lines().toList();
        } finally {
            Files.delete(output);
        }
    }
}
