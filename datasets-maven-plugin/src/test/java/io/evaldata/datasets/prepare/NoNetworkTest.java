package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.download.FaultyServer;
import io.evaldata.datasets.prepare.Outcome.State;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Without a network everything is said, and said once. */
@Timeout(60)
class NoNetworkTest {
    private static final String NOWHERE = "http://nowhere.invalid/a.zip";
    private static final String TWO_WAYS =
            """
              - id: twice
                group: classification
                sources:
                  - {file: a.zip, urls: ["http://nowhere.invalid/a.zip"]}
                  - {file: b.zip, urls: ["http://nobody.invalid/b.zip"]}
                ways:
                  - {name: first, steps: [{unpack: a.zip, members: [{from: "{path**}", to: "{path}"}]}]}
                  - {name: second, steps: [{unpack: b.zip, members: [{from: "{path**}", to: "{path}"}]}]}
            """;

    @TempDir
    private Path folder;

    private Workplace workplace;

    @BeforeEach
    void openWorkplace() {
        workplace = new Workplace(folder);
    }

    @Test
    void eachHostThatIsNotReachedIsSaidOnce() throws IOException, InterruptedException {
        workplace.catalogue(Workplace.unpacking("far", "a.zip", NOWHERE));
        assertThat(workplace.states("far")).containsExactly(State.FAILED);
        assertThat(workplace.heard().retries()).containsExactly("far: a.zip: no such host: nowhere.invalid");
    }

    @Test
    void nobodyIsSaidToBeWaitedForWhereNobodyElseIsAtWork() throws IOException, InterruptedException {
        try (FaultyServer server = FaultyServer.start()) { // knows no such file
            workplace.catalogue(Workplace.unpacking("far", "a.zip", server.base() + "/a.zip"));
            assertThat(workplace.states("far")).containsExactly(State.FAILED);
        }
        assertThat(workplace.heard().waits()).isEmpty();
    }

    @Test
    void theNameOfTheDatasetIsSaidOnceWhereNoWayWorks() throws IOException, InterruptedException {
        workplace.catalogue(TWO_WAYS);
        Summary summary = workplace.prepare("twice");
        assertThat(summary.outcomes().get(0).report())
                .startsWith("twice: none of its 2 sources can be had\n    first: a.zip cannot be downloaded:")
                .contains("\n    second: b.zip cannot be downloaded:");
        assertThat(workplace.heard().notes())
                .allMatch(
                        note -> note.startsWith("twice: not by way of the ") && note.split("twice: ", -1).length == 2);
        assertThat(summary.isUnreachable()).isTrue();
    }

    @Test
    void theNetworkIsBlamedOnlyWhereItExplainsAll() throws IOException, InterruptedException {
        String missing = folder.resolve("nowhere.zip").toUri().toString();
        workplace.catalogue(
                Workplace.unpacking("far", "a.zip", NOWHERE),
                Workplace.unpacking("derived", "b.zip", NOWHERE)
                        .replace("    group", "    derivedFrom: far\n    group"),
                Workplace.unpacking("near", "c.zip", missing));
        assertThat(workplace.prepare("far").isUnreachable()).isTrue();
        assertThat(workplace.prepare("far", "derived").isUnreachable()).isTrue();
        assertThat(workplace.prepare("near").isUnreachable()).isFalse();
        assertThat(workplace.prepare("far", "near").isUnreachable()).isFalse();
    }
}
