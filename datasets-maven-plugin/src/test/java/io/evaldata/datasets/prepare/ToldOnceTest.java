package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deep verification looks several times and says everything once. */
class ToldOnceTest {
    @TempDir
    private Path folder;

    @Test
    void aFileThatIsGoneAndOneThatWasCutAreOneFindingEach() throws Exception {
        Workplace workplace = new Workplace(folder);
        workplace.catalogue(Workplace.unpacking(
                "tiny", "z.zip", workplace.publish("z.zip", Zips.of("a.txt", "aa", "b.txt", "bb", "c.txt", "cc"))));
        workplace.prepare("tiny");
        Path root = workplace.rootOf("tiny");
        Files.delete(root.resolve("a.txt"));
        Files.writeString(root.resolve("b.txt"), "b");
        Files.writeString(root.resolve("c.txt"), "xx");

        assertThat(new Verification(workplace.request("tiny"))
                        .verify(true)
                        .get(0)
                        .verdict()
                        .lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("missing: a.txt"))
                .anyMatch(line -> line.startsWith("size: b.txt"))
                .anyMatch(line -> line.startsWith("content: c.txt"));
    }
}
