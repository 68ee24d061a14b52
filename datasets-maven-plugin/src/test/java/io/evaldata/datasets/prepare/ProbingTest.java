package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.download.FaultyServer;
import io.evaldata.datasets.download.Fetcher;
import io.evaldata.datasets.download.HostsUnreachable;
import io.evaldata.datasets.report.ProbeText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A probe tells a dead source from a network that is not there. */
@Timeout(60)
class ProbingTest {
    private static final String NOWHERE = "http://nowhere.invalid/a.zip";

    @TempDir
    private Path folder;

    private Workplace workplace;

    @BeforeEach
    void openWorkplace() {
        workplace = new Workplace(folder);
    }

    @Test
    void aProbeSaysThatNoHostAnswered() throws IOException {
        workplace.catalogue(Workplace.unpacking("far", "a.zip", NOWHERE));
        List<Probing.Result> results = probe("far");
        assertThat(ProbeText.lines(results))
                .anyMatch(line -> line.strip().equals("no such host: nowhere.invalid"))
                .endsWith(HostsUnreachable.QUESTION);
        assertThat(ProbeText.json(results).get("answered").booleanValue()).isFalse();
    }

    @Test
    void aServerThatRefusesHasAnswered() throws IOException {
        try (FaultyServer server = FaultyServer.start()) { // knows no such file
            workplace.catalogue(
                    Workplace.unpacking("far", "a.zip", NOWHERE),
                    Workplace.unpacking("dead", "b.zip", server.base() + "/b.zip"));
            List<Probing.Result> results = probe("far", "dead");
            assertThat(ProbeText.lines(results)).doesNotContain(HostsUnreachable.QUESTION);
            assertThat(ProbeText.json(results).get("answered").booleanValue()).isTrue();
        }
    }

    private List<Probing.Result> probe(String... ids) throws IOException {
        try (Fetcher fetcher = Fetcher.into(workplace.cache()).open()) {
            return new Probing(workplace.request(ids), workplace.cache(), fetcher).probe();
        }
    }
}
