package io.evaldata.datasets.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The readers of {@code it/readers}, which need Debian's torchvision, SciPy and Pillow.
 *
 * <p>Where these are missing the test is skipped, except where {@code DATASETS_IT=all} says that nothing may be.
 */
final class Readers {
    static final String PYTHON = "/usr/bin/python3";

    private Readers() {}

    /** Lets a reader open what was prepared. */
    static void open(String reader, Path... arguments) throws IOException, InterruptedException {
        require();
        List<String> command = new ArrayList<>(
                List.of(Path.of("readers", reader).toAbsolutePath().toString()));
        for (Path argument : arguments) {
            command.add(argument.toString());
        }
        Reading reading = run(command.toArray(String[]::new));
        assertThat(reading.succeeded()).as(reading.output()).isTrue();
        System.out.print(reading.output());
    }

    /** Skips the test where the readers are missing and may be. */
    static void require() throws IOException, InterruptedException {
        if (!"all".equals(System.getenv("DATASETS_IT"))) {
            assumeThat(Files.isExecutable(Path.of(PYTHON))
                            && run("-c", "import torchvision, scipy, PIL, numpy")
                                    .succeeded())
                    .as("Debian's python3-torchvision, python3-scipy, python3-pil and python3-numpy")
                    .isTrue();
        }
    }

    private record Reading(boolean succeeded, String output) {}

    private static Reading run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON, "-W", "ignore"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Reading(process.waitFor() == 0, output);
    }
}
