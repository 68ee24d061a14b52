package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.download.FaultyServer;
import io.evaldata.datasets.download.FaultyServer.Behaviour;
import io.evaldata.datasets.prepare.Outcome.State;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One dataset that fails leaves nothing behind and does not stop the others. */
class FailuresTest {
    @TempDir
    private Path folder;

    private Workplace workplace;

    @BeforeEach
    void openWorkplace() {
        workplace = new Workplace(folder);
    }

    private Outcome failureOf(byte[] archive) throws IOException, InterruptedException {
        workplace.catalogue(
                Workplace.unpacking("bad", "bad.zip", workplace.publish("bad.zip", archive)),
                Workplace.unpacking("good", "good.zip", workplace.publish("good.zip", Zips.of("x", "x"))));
        Summary summary = workplace.prepare("bad", "good");
        assertThat(summary.outcomes().stream().map(Outcome::state)).containsExactly(State.FAILED, State.PREPARED);
        assertThat(summary.isComplete()).isFalse();
        assertThat(summary.line()).isEqualTo("prepared 1, up to date 0, failed 1");
        assertThat(workplace.tree("bad")).isEmpty();
        assertThat(workplace.staging("bad")).doesNotExist();
        assertThat(workplace.state().receipt("bad")).isEmpty();
        return summary.outcomes().get(0);
    }

    @Test
    void anArchiveThatReachesOutOfItsFolder() throws IOException, InterruptedException {
        assertThat(failureOf(Zips.of("../../../evil.txt", "evil")).report()).contains("evil.txt");
        assertThat(Workplace.files(folder).keySet()).noneMatch(path -> path.endsWith("evil.txt"));
    }

    @Test
    void anArchiveWithAMemberNoFileSystemCanName() throws IOException, InterruptedException {
        assertThat(failureOf(Zips.of("a\0b.txt", "evil")).report()).contains("bad");
    }

    @Test
    void anArchiveWhoseDirectoryIsGarbage() throws IOException, InterruptedException {
        byte[] zip = Zips.of("a.txt", "a", "b.txt", "b");
        Arrays.fill(zip, zip.length - 60, zip.length - 30, (byte) 0xff);
        assertThat(failureOf(zip).report()).contains("bad");
    }

    @Test
    void aPageInsteadOfAnArchive() throws IOException, InterruptedException {
        String page = "<!DOCTYPE html><html><body>Please sign in</body></html>";
        assertThat(failureOf(page.getBytes(StandardCharsets.UTF_8)).report()).contains("bad.zip");
    }

    @Test
    void somethingUnforeseen() throws IOException, InterruptedException {
        workplace.stumblingAt("bad");
        assertThat(failureOf(Zips.of("x", "x")).report())
                .contains("bad: an unforeseen ArrayIndexOutOfBoundsException: index 7", "mvn -e");
    }

    @Test
    void aTreeThatIsNotWhatTheCatalogueExpects() throws IOException, InterruptedException {
        String url = workplace.publish("bad.zip", Zips.of("a.jpg", "a"));
        workplace.catalogue(Workplace.unpacking("bad", "bad.zip", url) + "    expect: [{glob: \"*.jpg\", count: 2}]\n");
        Outcome outcome = workplace.prepare("bad").outcomes().get(0);
        assertThat(outcome.report()).contains("not what the catalogue expects", "*.jpg");
        assertThat(workplace.tree("bad")).isEmpty();
    }

    @Test
    void whatWasPreparedBeforeIsStillThere() throws IOException, InterruptedException {
        workplace.catalogue(Workplace.unpacking("bad", "1.zip", workplace.publish("1.zip", Zips.of("x", "old"))));
        workplace.prepare("bad");
        Receipt receipt = workplace.state().receipt("bad").orElseThrow();
        workplace.catalogue(Workplace.unpacking("bad", "2.zip", workplace.publish("2.zip", new byte[] {1, 2})));
        assertThat(workplace.states("bad")).containsExactly(State.FAILED);
        assertThat(workplace.tree("bad")).containsEntry("x", "old").hasSize(1);
        assertThat(workplace.state().receipt("bad")).contains(receipt);
    }

    @Test
    void aFailureLeavesNoFolderOfItsFamily() throws IOException, InterruptedException {
        workplace.catalogue(Workplace.unpacking("bad", "bad.zip", workplace.publish("bad.zip", new byte[] {1, 2})));
        assertThat(workplace.states("bad")).containsExactly(State.FAILED);
        assertThat(workplace.rootOf("bad").getParent()).doesNotExist();
    }

    @Test
    void failFastTriesNoOther() throws IOException, InterruptedException {
        String missing = folder.resolve("nowhere.zip").toUri().toString();
        String good = workplace.publish("good.zip", Zips.of("x", "x"));
        // A derived dataset waits for its base, so that the last one certainly begins behind the failure.
        workplace.catalogue(
                Workplace.unpacking("bad", "bad.zip", missing),
                Workplace.unpacking("waiting", "good.zip", good)
                        .replace("    group", "    derivedFrom: bad\n    group"),
                Workplace.unpacking("last", "good.zip", good));
        assertThat(workplace.failFast().states("bad", "waiting", "last"))
                .startsWith(State.FAILED)
                .doesNotContain(State.PREPARED);
        assertThat(Files.exists(workplace.rootOf("last"))).isFalse();
    }

    /** Whether the one that fails was named first or not: nobody waits for the other. */
    @ParameterizedTest
    @CsvSource({"bad, slow", "slow, bad"})
    @Timeout(15)
    void failFastReturnsWhenNobodyIsAtWorkAnyMore(String one, String other) throws IOException, InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Behaviour broken = FaultyServer.good(new byte[] {1, 2}, "\"v1\"");
        try (FaultyServer server = FaultyServer.start()
                .on("/slow.zip", (request, reply) -> {
                    begun.countDown();
                    await(over);
                    return false;
                })
                .on("/bad.zip", (request, reply) -> {
                    await(begun);
                    return broken.answer(request, reply);
                })) {
            workplace.catalogue(
                    Workplace.unpacking("bad", "bad.zip", server.base() + "/bad.zip"),
                    Workplace.unpacking("slow", "slow.zip", server.base() + "/slow.zip"));
            assertThat(workplace.failFast().states(one, other))
                    .contains(State.FAILED)
                    .doesNotContain(State.PREPARED);
            assertThat(begun.getCount()).isZero();
            assertThat(workplace.staging("slow")).doesNotExist();
        } finally {
            over.countDown();
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IOException("waited too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
