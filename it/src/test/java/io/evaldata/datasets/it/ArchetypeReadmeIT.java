package io.evaldata.datasets.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code README.md} of a generated project: every command in it works there. */
class ArchetypeReadmeIT {
    private static final String MODEL = "src/test/resources/model/";
    private static final String VOCABULARY = "vocabulary.json";

    /** A row of the text tower that means nothing. */
    private static final int NEUTRAL = 20;

    @TempDir
    private Path temp;

    @Test
    void everyCommandWorks() throws Exception {
        Archetype.generating(
                        Files.createDirectories(temp.resolve("empty")),
                        "evaluation",
                        "datasetRoot=" + temp.resolve("data"))
                .run()
                .succeeds();
        Path project = temp.resolve("empty/evaluation");
        writeVocabulary(project.resolve(MODEL + VOCABULARY));
        for (Fence fence : MarkdownPage.read(project.resolve("README.md")).fences()) {
            if (fence.language().equals("xml")) {
                assertThat(fence.text()).as("PrefixIT tries it").contains("<pluginGroup>io.evaldata</pluginGroup>");
                continue;
            }
            assertThat(fence.language()).as(fence.toString()).isEqualTo("sh");
            for (String line : fence.text().replace("\\\n", "").lines().toList()) {
                assertThat(line).startsWith("mvn ");
                run(project, line.replaceFirst("\\s+#.*", "").substring("mvn ".length()));
            }
        }
    }

    private void run(Path project, String arguments) throws Exception {
        List<String> words = Arrays.asList(arguments.strip().split("\\s+", -1));
        if (words.equals(List.of("verify", "-Preal"))) {
            return; // downloads; ArchetypeRealIT does it, from servers that stand in for the publishers
        }
        boolean ofModel = arguments.contains("-Dclip.");
        MavenRun run = Archetype.building(
                        project,
                        words.stream()
                                .filter(word -> !ofModel || !word.equals("-Preal"))
                                .map(this::standIn)
                                .toArray(String[]::new))
                .run()
                .succeeds();
        if (words.get(0).equals("verify")) {
            run.says("text to image R@10");
        }
    }

    /** That of the small model, with all letters and signs, as the stand-ins' captions have more of them. */
    private void writeVocabulary(Path known) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode vocabulary = (ObjectNode) json.readTree(known.toFile());
        for (char sign = '!'; sign <= '~'; sign++) {
            for (String token : List.of(String.valueOf(sign), sign + "</w>")) {
                if (!vocabulary.has(token)) {
                    vocabulary.put(token, NEUTRAL);
                }
            }
        }
        json.writeValue(temp.resolve(VOCABULARY).toFile(), vocabulary);
    }

    /** The small model of the project's own tests and the stand-ins of datasets, instead of a real model and real data. */
    private String standIn(String word) {
        if (!word.startsWith("-Dclip.")) {
            return word;
        }
        String name = word.substring(0, word.indexOf('=') + 1);
        return switch (name) {
            case "-Dclip.imageTower=" -> name + MODEL + "image-tower.onnx";
            case "-Dclip.textTower=" -> name + MODEL + "text-tower.onnx";
            case "-Dclip.vocabulary=" -> name + temp.resolve(VOCABULARY);
            case "-Dclip.merges=" -> name + MODEL + "merges.txt";
            default -> throw new AssertionError("no stand-in for " + word);
        };
    }
}
