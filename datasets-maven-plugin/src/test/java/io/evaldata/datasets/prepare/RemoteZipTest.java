package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.download.FaultyServer;
import io.evaldata.datasets.prepare.Outcome.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Of a large remote zip only what the evaluation reads leaves the server. */
@Timeout(60)
class RemoteZipTest {
    private static final int LARGE = 6 << 20;
    private static final int SMALL = 50_000;

    @TempDir
    private Path folder;

    private FaultyServer server;
    private Workplace workplace;
    private byte[] zip;

    @BeforeEach
    void publish() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("train/all.bin", bytes(1, LARGE));
        members.put("val/x.bin", bytes(2, SMALL));
        members.put("test/y.bin", bytes(3, SMALL));
        zip = Zips.stored(members);
        server = FaultyServer.start();
        workplace = new Workplace(folder)
                .catalogue(
                        """
                  - id: remote
                    group: classification
                    sources: [{file: a.zip, urls: ["%s"]}]
                    steps:
                      - unpack: a.zip
                        members:
                          - {from: "val/{name}", to: "val/{name}"}
                          - {from: "train/{name}", to: "train/{name}", scope: full}
                """
                                .formatted(server.uri("/a.zip")));
    }

    private static byte[] bytes(int seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void onlyTheWantedMembersAreFetched() throws IOException, InterruptedException {
        server.serve("/a.zip", zip);
        assertPrepared();
        assertThat(server.bytesSent()).isLessThan(zip.length / 4);
        assertThat(origin().sha256()).as("nobody saw the whole file").isEmpty();
        assertThat(origin().directory()).hasSize(64);
        assertThat(workplace.heard().notes())
                .anySatisfy(note -> assertThat(note).contains("fetching", "of a.zip"));
    }

    @Test
    void theWholeFileIsFetchedForAllOfIt() throws IOException, InterruptedException {
        server.serve("/a.zip", zip);
        workplace.scope(Scope.FULL);
        assertPrepared();
        assertThat(workplace.tree("remote")).containsKey("train/all.bin");
        assertThat(server.bytesSent()).isGreaterThanOrEqualTo(zip.length);
        assertThat(origin().sha256()).hasSize(64);
    }

    @Test
    void theWholeFileIsFetchedWhereTheServerKnowsNoRanges() throws IOException, InterruptedException {
        server.on("/a.zip", FaultyServer.wholeOnly(zip));
        assertPrepared();
        assertThat(origin().sha256()).hasSize(64);
        assertThat(origin().directory()).isEmpty();
    }

    @Test
    void theWholeFileIsFetchedWhenAMemberIsDamaged() throws IOException, InterruptedException {
        byte[] damaged = zip.clone();
        damaged[LARGE + SMALL / 2] ^= 1;
        server.on("/a.zip", (request, reply) -> {
            boolean later = workplace.heard().notes().stream().anyMatch(note -> note.endsWith("whole file is fetched"));
            return FaultyServer.good(later ? zip : damaged, "\"v1\"").answer(request, reply);
        });
        assertPrepared();
        assertThat(workplace.heard().notes()).anySatisfy(note -> assertThat(note)
                .contains("members of a.zip fetched by themselves are damaged", "the whole file is fetched"));
        assertThat(origin().sha256()).hasSize(64);
    }

    @Test
    void aDirectoryThatTheLockFilePinsIsEnforced() throws IOException, InterruptedException {
        server.serve("/a.zip", zip);
        workplace.lockFile();
        assertPrepared();
        String pinned = origin().directory();
        workplace.state().forget("remote");
        Map<String, byte[]> others = new LinkedHashMap<>();
        others.put("train/all.bin", bytes(1, LARGE));
        others.put("val/x.bin", bytes(9, SMALL));
        byte[] other = Zips.stored(others);
        server.on("/a.zip", FaultyServer.good(other, "\"v2\""));
        for (boolean ranges : new boolean[] {true, false}) {
            server.on("/a.zip", ranges ? FaultyServer.good(other, "\"v2\"") : FaultyServer.wholeOnly(other));
            Outcome outcome = workplace.prepare("remote").outcomes().get(0);
            assertThat(outcome.state()).isEqualTo(State.FAILED);
            assertThat(outcome.report()).contains("its directory should have SHA-256 " + pinned);
        }
    }

    private void assertPrepared() throws IOException, InterruptedException {
        assertThat(workplace.prepare("remote").outcomes())
                .singleElement()
                .satisfies(outcome ->
                        assertThat(outcome.state()).as(outcome.report()).isEqualTo(State.PREPARED));
        assertThat(workplace.tree("remote").get("val/x.bin"))
                .isEqualTo(new String(bytes(2, SMALL), StandardCharsets.ISO_8859_1));
        assertThat(workplace.tree("remote")).doesNotContainKey("test/y.bin");
    }

    private Receipt.Origin origin() {
        return workplace.state().receipt("remote").orElseThrow().sources().get(0);
    }
}
