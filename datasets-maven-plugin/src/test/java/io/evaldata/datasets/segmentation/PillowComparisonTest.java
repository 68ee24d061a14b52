package io.evaldata.datasets.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.evaldata.datasets.labels.LabelMap;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand random polygon files, drawn by the Pillow of the machine in one go and by us. */
class PillowComparisonTest {
    private static final String PYTHON = "/usr/bin/python3";
    private static final int FILES = 10_000;
    private static final List<String> LABELS = List.of("road", "car", "sky", "person", "pole", "bicycle", "static");

    @TempDir
    Path folder;

    @Test
    void tenThousandPolygonFilesAreDrawnAsPillow94DrawsThem() throws Exception {
        assumeTrue(Files.isExecutable(Path.of(PYTHON)), "no " + PYTHON);
        String version = run("-c", "import PIL; print(PIL.__version__)");
        assumeTrue(version.matches("9\\.[234]\\..*\\s*"), "no Pillow with the rules of 9.4: " + version.strip());
        Random random = new Random(94);
        List<String> frames = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            frames.add(frame(random));
        }
        Path lines = Files.write(folder.resolve("frames"), frames);
        Path pixels = folder.resolve("pixels");
        Path labels = Path.of(
                CityscapesPolygons.class.getResource("cityscapes-labels.json").toURI());
        String said = run(script().toString(), labels.toString(), lines.toString(), pixels.toString());
        assertThat(said).isEmpty();

        CityscapesPolygons polygons = new CityscapesPolygons(PillowRules.V9_4);
        byte[] expected = Files.readAllBytes(pixels);
        int at = 0;
        for (String frame : frames) {
            LabelMap map = polygons.draw("frame.json", frame.getBytes(StandardCharsets.UTF_8));
            assertThat(map.ids())
                    .as(frame)
                    .isEqualTo(Arrays.copyOfRange(expected, at, at + map.width() * map.height()));
            at += map.width() * map.height();
        }
        assertThat(at).isEqualTo(expected.length);
    }

    private static Path script() throws URISyntaxException {
        return Path.of(PillowComparisonTest.class.getResource("draw_frames.py").toURI());
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }

    private static String frame(Random random) {
        int width = 1 + random.nextInt(64);
        int height = 1 + random.nextInt(48);
        List<String> objects = new ArrayList<>();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            objects.add("{\"label\":\"" + LABELS.get(random.nextInt(LABELS.size())) + "\",\"polygon\":"
                    + polygon(width, height, random) + "}");
        }
        return "{\"imgHeight\":" + height + ",\"imgWidth\":" + width + ",\"objects\":[" + String.join(",", objects)
                + "]}";
    }

    /** Inside, around, on a coarse grid, with fractions, or in small steps. */
    private static String polygon(int width, int height, Random random) {
        int kind = random.nextInt(5);
        int corners = 2 + random.nextInt(random.nextInt(10) == 0 ? 60 : 12);
        double x = Math.floor(width / 2.0);
        double y = Math.floor(height / 2.0);
        List<String> points = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double u = random.nextDouble();
            double v = random.nextDouble();
            x = switch (kind) {
                case 0 -> Math.floor(u * width);
                case 1 -> Math.floor((u * 4 - 1.5) * width);
                case 2 -> Math.floor(u * 5) * Math.max(1, width / 5);
                case 3 -> (u * 2 - 0.5) * width;
                default -> x + Math.floor(u * 9) - 4;
            };
            y = switch (kind) {
                case 0 -> Math.floor(v * height);
                case 1 -> Math.floor((v * 4 - 1.5) * height);
                case 2 -> Math.floor(v * 5) * Math.max(1, height / 5);
                case 3 -> (v * 2 - 0.5) * height;
                default -> y + Math.floor(v * 9) - 4;
            };
            points.add("[" + x + "," + y + "]");
        }
        return "[" + String.join(",", points) + "]";
    }
}
