package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.download.FaultyServer;
import io.evaldata.datasets.prepare.Outcome.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TermsTest {
    private static final String PAGE = "https://example.org/terms";

    @TempDir
    private Path folder;

    private FaultyServer server;
    private Workplace workplace;

    @BeforeEach
    void publish() throws IOException {
        server = FaultyServer.start().serve("/g.zip", Zips.of("x", "x"));
        String terms = "    terms: {licence: For research only., page: \"" + PAGE + "\", mustAccept: true}\n";
        workplace = new Workplace(folder)
                .catalogue(Workplace.unpacking("gated", "g.zip", server.base() + "/g.zip")
                        .replace("    sources", terms + "    sources"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void withoutAcceptanceNobodyIsAsked() throws IOException, InterruptedException {
        Outcome outcome = workplace.prepare("gated").outcomes().get(0);
        assertThat(outcome.state()).isEqualTo(State.FAILED);
        assertThat(outcome.report()).contains(PAGE, "For research only.", "-Ddatasets.acceptTerms=gated");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void acceptanceOfAnotherDatasetIsNone() throws IOException, InterruptedException {
        assertThat(workplace.acceptedTerms("imagenet").states("gated")).containsExactly(State.FAILED);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void theReceiptRecordsWhatWasAccepted() throws IOException, InterruptedException {
        assertThat(workplace.acceptedTerms("gated").states("gated")).containsExactly(State.PREPARED);
        assertThat(receipt().terms()).isEqualTo(PAGE);
    }

    @Test
    void allMayBeAcceptedAtOnce() throws IOException, InterruptedException {
        assertThat(workplace.acceptedTerms("all").states("gated")).containsExactly(State.PREPARED);
        assertThat(receipt().terms()).isEqualTo(PAGE);
    }

    @Test
    void aMirrorIsNotThePublishersDoor() throws IOException, InterruptedException {
        assertThat(workplace.mirrored().states("gated")).containsExactly(State.PREPARED);
        assertThat(receipt().terms()).isEmpty();
    }

    @Test
    void stoodInForByASampleThereIsNothingToAccept() throws IOException, InterruptedException {
        assertThat(workplace.sample(true).states("gated")).containsExactly(State.PREPARED);
    }

    @Test
    void whoHasTheFilesAlreadyAcceptedBefore() throws IOException, InterruptedException {
        Files.write(workplace.manualDir().resolve("g.zip"), Zips.of("x", "by hand"));
        assertThat(workplace.states("gated")).containsExactly(State.PREPARED);
        assertThat(server.requests()).isEmpty();
    }

    private Receipt receipt() {
        return workplace.state().receipt("gated").orElseThrow();
    }
}
