package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.evaldata.datasets.prepare.Outcome.State;
import io.evaldata.datasets.verify.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
    @TempDir
    private Path folder;

    @Test
    void quickLooksCloserOnceAnotherNumberOfFilesIsExpected() throws IOException, InterruptedException {
        Workplace workplace = new Workplace(folder);
        String url = workplace.publish("z.zip", Zips.of("a.txt", "aa", "b.txt", "bb"));
        workplace.catalogue(Workplace.unpacking("tiny", "z.zip", url));
        assertThat(workplace.states("tiny")).containsExactly(State.PREPARED);
        assertThat(new Verification(workplace.request("tiny"))
                        .verify(false)
                        .get(0)
                        .isGood())
                .isTrue();
        workplace.catalogue(Workplace.unpacking("tiny", "z.zip", url) + "    expect: [{glob: \"*.txt\", count: 3}]\n");
        assertThat(new Verification(workplace.request("tiny"))
                        .verify(false)
                        .get(0)
                        .verdict()
                        .findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.COUNT);
    }

    @Test
    void aMapThatCannotBeReadIsAFindingAndNotTheEnd() throws IOException, InterruptedException {
        Workplace workplace = new Workplace(folder);
        byte[] zip = Zips.stored(
                Map.of("a.png", "no picture".getBytes(StandardCharsets.UTF_8), "b.png", LabelImages.png(0, 19)));
        workplace.catalogue(Workplace.unpacking("maps", "m.zip", workplace.publish("m.zip", zip))
                + "    checks: [{labels: \"{x}.png\", values: 0-18}]\n");
        assertThat(workplace.states("maps")).containsExactly(State.PREPARED);
        assertThat(new Verification(workplace.request("maps"))
                        .verify(true)
                        .get(0)
                        .verdict()
                        .findings())
                .extracting(Finding::kind, Finding::path)
                .containsExactly(tuple(Finding.Kind.PICTURE, "a.png"), tuple(Finding.Kind.LABELS, "b.png"));
    }
}
