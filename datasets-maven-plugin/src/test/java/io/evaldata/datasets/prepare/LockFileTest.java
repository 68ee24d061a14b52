package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.download.FaultyServer;
import io.evaldata.datasets.prepare.Outcome.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {
    @TempDir
    private Path folder;

    private FaultyServer server;
    private Workplace workplace;
    private Path lock;
    private final byte[] first;
    private final byte[] other;

    LockFileTest() throws IOException {
        first = Zips.of("a.txt", "first");
        other = Zips.of("a.txt", "other");
    }

    @BeforeEach
    void publish() throws IOException {
        server = FaultyServer.start().serve("/z.zip", first).serve("/b.zip", Zips.of("b.txt", "b"));
        workplace = new Workplace(folder)
                .catalogue(
                        Workplace.unpacking("zeta", "z.zip", server.base() + "/z.zip"),
                        Workplace.unpacking("beta", "b.zip", server.base() + "/b.zip"));
        lock = workplace.lockFile();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void theFirstDownloadPinsWhatItFound() throws IOException, InterruptedException {
        workplace.prepare("zeta");
        assertThat(lock).content().contains("\"sha256\" : \"" + sha256(first) + '"', server.base() + "/z.zip");
    }

    @Test
    void otherBytesAreRefusedFromThenOn() throws IOException, InterruptedException {
        workplace.prepare("zeta");
        String pinned = Files.readString(lock);
        server.serve("/z.zip", other);
        Files.delete(workplace.state().receiptFile("zeta"));
        Outcome outcome = workplace.prepare("zeta").outcomes().get(0);
        assertThat(outcome.state()).isEqualTo(State.FAILED);
        assertThat(outcome.report()).contains(sha256(first), sha256(other));
        assertThat(workplace.tree("zeta")).containsEntry("a.txt", "first");
        assertThat(lock).hasContent(pinned);
    }

    @Test
    void aDigestOfTheLockFileIsNotBlamedOnTheCatalogue() throws IOException, InterruptedException {
        workplace.prepare("zeta");
        server.serve("/z.zip", other);
        Files.delete(workplace.state().receiptFile("zeta"));
        assertThat(workplace.prepare("zeta").outcomes().get(0).report())
                .contains("the expected digest of z.zip is not from a catalogue: an earlier run recorded it in " + lock)
                .contains("take the entry 'z.zip' of 'zeta' out of " + lock)
                .doesNotContain("correct its size and digest");
        Path manual = workplace.manualDir();
        Files.write(manual.resolve("z.zip"), other);
        assertThat(workplace.prepare("zeta").outcomes().get(0).report())
                .contains("the expected digest of z.zip is not from a catalogue");
    }

    @Test
    void withoutItsEntryOtherBytesArePinnedAnew() throws IOException, InterruptedException {
        workplace.prepare("zeta");
        server.serve("/z.zip", other);
        Files.delete(workplace.state().receiptFile("zeta"));
        Files.delete(lock);
        assertThat(workplace.states("zeta")).containsExactly(State.PREPARED);
        assertThat(lock).content().contains(sha256(other)).doesNotContain(sha256(first));
    }

    @Test
    void lockedAllowsNothingThatIsNotPinnedAndAsksNobody() throws IOException, InterruptedException {
        Outcome outcome = workplace.locked(true).prepare("zeta").outcomes().get(0);
        assertThat(outcome.state()).isEqualTo(State.FAILED);
        assertThat(outcome.report()).contains("z.zip is not pinned by the lock file", "datasets.locked");
        assertThat(server.requests()).isEmpty();
        assertThat(lock).doesNotExist();
    }

    @Test
    void lockedAllowsWhatIsPinned() throws IOException, InterruptedException {
        workplace.prepare("zeta");
        Files.delete(workplace.state().receiptFile("zeta"));
        assertThat(workplace.locked(true).states("zeta")).containsExactly(State.PREPARED);
        assertThat(workplace.states("zeta")).containsExactly(State.UP_TO_DATE);
    }

    @Test
    void dataPreparedFromAnotherFileThanThePinnedOneIsRefused() throws IOException, InterruptedException {
        workplace.prepare("zeta");
        Files.writeString(lock, Files.readString(lock).replace(sha256(first), sha256(other)));
        for (boolean locked : List.of(false, true)) {
            Outcome outcome =
                    workplace.locked(locked).prepare("zeta").outcomes().get(0);
            assertThat(outcome.state()).isEqualTo(State.FAILED);
            assertThat(outcome.report()).contains("expected SHA-256 " + sha256(other), "found " + sha256(first));
        }
    }

    @Test
    void aPinThatThePublishedDigestContradictsIsNotBlamedOnTheCatalogue() throws IOException, InterruptedException {
        workplace.catalogue(
                Workplace.unpacking("zeta", "z.zip", server.base() + "/z.zip", ", sha256: " + sha256(first)));
        workplace.prepare("zeta");
        Files.writeString(lock, Files.readString(lock).replace(sha256(first), sha256(other)));
        Files.delete(workplace.state().receiptFile("zeta"));
        assertThat(workplace.locked(true).prepare("zeta").outcomes().get(0).report())
                .contains("expected sha256:" + sha256(other), "found " + sha256(first))
                .contains("an earlier run recorded it in " + lock);
    }

    @Test
    void aTokenInAnAddressIsUsedAndWrittenNowhere() throws IOException, InterruptedException {
        workplace.catalogue(Workplace.unpacking("zeta", "z.zip", server.base() + "/z.zip?v=1&token=abc123"));
        server.serve("/z.zip?v=1&token=abc123", first);
        assertThat(workplace.states("zeta")).containsExactly(State.PREPARED);
        String shown = server.base() + "/z.zip?v=1&token=***";
        assertThat(lock).content().contains(shown).doesNotContain("abc123");
        assertThat(workplace.state().receiptFile("zeta"))
                .content()
                .contains(shown)
                .doesNotContain("abc123");
        Files.delete(workplace.state().receiptFile("zeta"));
        assertThat(workplace.locked(true).states("zeta")).containsExactly(State.PREPARED);
    }

    @Test
    void twoWritersKeepEachOthersEntries() throws IOException, InterruptedException {
        workplace.prepare("zeta", "beta");
        String both = Files.readString(lock);
        StateFolder state = workplace.state();
        Files.delete(lock);
        LockFile one = LockFile.read(Optional.of(lock));
        LockFile two = LockFile.read(Optional.of(lock));
        one.record(state.receipt("zeta").orElseThrow());
        two.record(state.receipt("beta").orElseThrow());
        assertThat(lock).hasContent(both);
    }

    @Test
    void entriesOfDatasetsThatAreNotAskedForStay() throws IOException, InterruptedException {
        workplace.prepare("zeta");
        workplace.prepare("beta");
        assertThat(lock).content().contains("\"zeta\"", "\"beta\"");
    }

    @Test
    void theFileIsSortedAndNamesNoMachineOrTime() throws IOException, InterruptedException {
        workplace.prepare("zeta", "beta");
        String text = Files.readString(lock);
        assertThat(text.indexOf("\"beta\"")).isPositive().isLessThan(text.indexOf("\"zeta\""));
        assertThat(text).doesNotContain(folder.toString()).endsWith("}\n");
        Files.delete(lock);
        workplace.prepare("beta", "zeta");
        assertThat(lock).hasContent(text);
    }

    @Test
    void anUnchangedFileIsNotWrittenAgain() throws IOException, InterruptedException {
        workplace.prepare("zeta");
        Object before = Files.readAttributes(lock, "lastModifiedTime");
        Files.delete(workplace.state().receiptFile("zeta"));
        workplace.prepare("zeta");
        assertThat((Object) Files.readAttributes(lock, "lastModifiedTime")).isEqualTo(before);
    }

    @Test
    void anUnreadableFileStopsEverything() throws IOException {
        Files.writeString(lock, "{\"version\": 1, \"datasets\": <<<<<<< HEAD");
        assertThatThrownBy(() -> workplace.prepare("zeta"))
                .isInstanceOfSatisfying(DatasetsException.class, e -> assertThat(e.report())
                        .contains("the lock file cannot be read", lock.toString(), "version control"));
        assertThat(server.requests()).isEmpty();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
