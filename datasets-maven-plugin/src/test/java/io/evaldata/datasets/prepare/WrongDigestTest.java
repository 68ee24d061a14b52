package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever writes a catalogue file may have the file right and the digest wrong. */
class WrongDigestTest {
    private static final String WRONG = "0".repeat(64);
    private static final String ADVICE =
            "If the file is right, the digest in the catalogue file is wrong: write the found one there.";

    @TempDir
    private Path folder;

    private Workplace workplace;

    @BeforeEach
    void openWorkplace() {
        workplace = new Workplace(folder);
    }

    private String report(String dataset) throws IOException, InterruptedException {
        return workplace.prepare(dataset).outcomes().get(0).report();
    }

    @Test
    void theUsersOwnDigestIsDoubtedToo() throws IOException, InterruptedException {
        String url = workplace.publish("a.zip", Zips.of("a.txt", "a"));
        workplace.catalogue(Workplace.unpacking("mine", "a.zip", url, ", sha256: " + WRONG));
        assertThat(report("mine"))
                .contains("sent another file: expected", ", found ", "catalogue.yaml", "Look whether the file is there")
                .contains(ADVICE)
                .containsOnlyOnce("catalogue.yaml");
    }

    @Test
    void soItIsWhereTheFileWasPutThereByHand() throws IOException, InterruptedException {
        workplace.catalogue(Workplace.unpacking("mine", "a.zip", "http://nowhere.invalid/a.zip", ", sha256: " + WRONG));
        Files.write(workplace.manualDir().resolve("a.zip"), Zips.of("a.txt", "a"));
        assertThat(report("mine")).contains("put there by hand is not the right one", ADVICE);
    }

    @Test
    void soItIsWhereAnotherAddressOrAnotherWayFailedForAnotherReason() throws IOException, InterruptedException {
        String url = workplace.publish("b.zip", Zips.of("a.txt", "a"));
        workplace.catalogue(
                """
                  - id: mine
                    group: classification
                    sources:
                      - {file: a.zip, urls: ["%sx"]}
                      - {file: b.zip, urls: ["%sx", "%s"], sha256: %s}
                    ways:
                      - {name: first, steps: [{unpack: a.zip, members: [{from: "{path**}", to: "{path}"}]}]}
                      - {name: second, steps: [{unpack: b.zip, members: [{from: "{path**}", to: "{path}"}]}]}
                """
                        .formatted(url, url, url, WRONG));
        assertThat(report("mine")).contains("none of its 2 sources can be had", "sent another file", ADVICE);
    }

    @Test
    void whatFailsForAnotherReasonIsNotBlamedOnADigest() throws IOException, InterruptedException {
        workplace.catalogue(Workplace.unpacking("mine", "a.zip", "http://nowhere.invalid/a.zip", ", sha256: " + WRONG));
        assertThat(report("mine")).contains("a.zip cannot be downloaded").doesNotContain("digest");
    }
}
