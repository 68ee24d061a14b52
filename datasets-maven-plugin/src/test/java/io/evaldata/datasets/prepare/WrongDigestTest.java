package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever writes a catalogue file may have the file right and the digest wrong. */
class WrongDigestTest {
    @TempDir
    private Path folder;

    @Test
    void theUsersOwnDigestIsDoubtedToo() throws IOException, InterruptedException {
        Workplace workplace = new Workplace(folder);
        String url = workplace.publish("a.zip", Zips.of("a.txt", "a"));
        workplace.catalogue(Workplace.unpacking("mine", "a.zip", url, ", sha256: " + "0".repeat(64)));
        String report = workplace.prepare("mine").outcomes().get(0).report();
        assertThat(report)
                .contains("sent another file: expected", ", found ", "catalogue.yaml", "Look whether the file is there")
                .contains("If the file is right, the digest in the catalogue file is wrong: write the found one there.")
                .containsOnlyOnce("catalogue.yaml");
    }
}
