package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.prepare.Outcome.State;
import io.evaldata.datasets.prepare.Plan.FileState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of this machine is looked at again: the copy in the cache counts only while it is what was copied. */
class LocalSourcesTest {
    private static final String ID = "mine";
    private static final int LARGE = 6 << 20;

    @TempDir
    private Path folder;

    @Test
    void aCorrectedFileIsUsedByTheNextRun() throws IOException, InterruptedException {
        Workplace workplace = new Workplace(folder);
        String url = workplace.publish("a.zip", Zips.of("../../wrong.txt", "x"));
        workplace.catalogue(Workplace.unpacking(ID, "a.zip", url));
        assertThat(workplace.states(ID)).containsExactly(State.FAILED);
        assertThat(planned(workplace).there()).as("unchanged").isPresent();

        workplace.publish("a.zip", Zips.of("right.txt", "right"));
        assertThat(planned(workplace).there()).as("corrected").isEmpty();
        assertThat(workplace.states(ID)).containsExactly(State.PREPARED);
        assertThat(workplace.tree(ID)).containsOnlyKeys("right.txt");
    }

    @Test
    void aCorrectedFileOfTheSameSizeIsUsedToo() throws IOException, InterruptedException {
        Workplace workplace = new Workplace(folder);
        Path file = folder.resolve("published/a.zip");
        String url = workplace.publish("a.zip", Zips.of("../x.txt", "x"));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
        workplace.catalogue(Workplace.unpacking(ID, "a.zip", url));
        assertThat(workplace.states(ID)).containsExactly(State.FAILED);
        workplace.publish("a.zip", Zips.of("aa/x.txt", "y"));
        assertThat(workplace.states(ID)).containsExactly(State.PREPARED);
        assertThat(workplace.tree(ID)).containsEntry("aa/x.txt", "y");
    }

    @Test
    void ofACorrectedZipNoPartsOfTheFormerOneAreUsed() throws IOException, InterruptedException {
        Workplace workplace = new Workplace(folder);
        String url = workplace.publish("a.zip", large("val/wrong.bin"));
        workplace.catalogue(
                """
                  - id: mine
                    group: classification
                    sources: [{file: a.zip, urls: ["%s"]}]
                    steps:
                      - unpack: a.zip
                        members:
                          - {from: "val/{path**}", to: "val/{path}"}
                          - {from: "train/{path**}", to: "train/{path}", scope: full}
                    expect: [{glob: "val/right.bin", count: 1}]
                """
                        .formatted(url));
        assertThat(workplace.states(ID)).containsExactly(State.FAILED);
        workplace.publish("a.zip", large("val/right.bin"));
        assertThat(workplace.states(ID)).containsExactly(State.PREPARED);
        assertThat(workplace.tree(ID)).containsOnlyKeys("val/right.bin");
    }

    @Test
    void aFileThatIsGoneLeavesItsCopyInUse() throws IOException, InterruptedException {
        Workplace workplace = new Workplace(folder);
        workplace.catalogue(
                Workplace.unpacking(ID, "a.zip", workplace.publish("a.zip", Zips.of("../../wrong.txt", "x"))));
        assertThat(workplace.states(ID)).containsExactly(State.FAILED);
        workplace.unpublish();
        assertThat(planned(workplace).there()).isPresent();
    }

    @Test
    void theLockFileChangesOnlyWhenBytesDo() throws IOException, InterruptedException {
        Workplace workplace = new Workplace(folder);
        Path lock = workplace.lockFile();
        workplace.catalogue(
                Workplace.unpacking(ID, "a.zip", workplace.publish("a.zip", Zips.of("right.txt", "right"))));
        workplace.prepare(ID);
        String before = Files.readString(lock);
        assertThat(before).contains("\"sha256\"").doesNotContain("validator");

        Files.setLastModifiedTime(folder.resolve("published/a.zip"), FileTime.fromMillis(1_000_000_000_000L));
        Files.delete(workplace.state().receiptFile(ID));
        workplace.prepare(ID);
        assertThat(lock).hasContent(before);
    }

    private static FileState planned(Workplace workplace) throws IOException {
        return Plan.of(workplace.request(ID), workplace.cache())
                .items()
                .get(0)
                .files()
                .get(0);
    }

    private static byte[] large(String member) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("train/all.bin", new byte[LARGE]);
        members.put(member, member.getBytes(StandardCharsets.UTF_8));
        return Zips.stored(members);
    }
}
