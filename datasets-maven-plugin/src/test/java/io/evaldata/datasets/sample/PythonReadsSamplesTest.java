package io.evaldata.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The readers that evaluation code uses take the generated files for genuine. Needs Debian's python3-torchvision. */
class PythonReadsSamplesTest {
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    Path folder;

    @Test
    void torchvisionScipyAndPillowOpenTheArchives() throws Exception {
        assumeThat(Path.of(PYTHON)).as("Debian's Python").exists();
        assumeThat(run(PYTHON, "-c", "import torchvision, scipy; print('here')"))
                .as("python3-torchvision and python3-scipy")
                .endsWith("here\n");
        for (Map.Entry<String, Sample.Maker> maker : Samples.makers().entrySet()) {
            write(maker.getKey(), maker.getValue().make());
        }
        Path script = folder.resolve("read_samples.py");
        try (InputStream resource = PythonReadsSamplesTest.class.getResourceAsStream("read_samples.py")) {
            Files.copy(resource, script);
        }

        String said = run(
                PYTHON,
                script.toString(),
                folder.resolve("made").toString(),
                folder.resolve("unpacked").toString());

        assertThat(said).endsWith("all read\n");
    }

    private void write(String id, Sample sample) throws IOException {
        Path made = Files.createDirectories(folder.resolve("made").resolve(id));
        for (Map.Entry<String, byte[]> file : sample.files().entrySet()) {
            Files.write(made.resolve(file.getKey()), file.getValue());
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        try (InputStream said = process.getInputStream()) {
            String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return text;
        }
    }
}
