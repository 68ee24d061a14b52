package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.evaldata.datasets.prepare.Outcome.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that two datasets hold are stored once, as long as that changes nothing. */
class SharedFoldersTest {
    @TempDir
    private Path folder;

    private Workplace workplace;
    private byte[] pictures;

    @BeforeEach
    void describeTwoDatasetsOfTheSameImages() throws Exception {
        pictures = Zips.of("a.jpg", "picture a", "b.jpg", "picture b");
        workplace = new Workplace(folder);
        describe(pictures);
    }

    private void describe(byte[] ofOwner) throws Exception {
        workplace.catalogue(owner(ofOwner), guest());
    }

    private String owner(byte[] zip) throws Exception {
        return entry("owner", workplace.publish("owner/p.zip", zip), sha256(zip), "");
    }

    private String guest() throws Exception {
        String shared = "sharedWith: {dataset: owner, folder: images}, ";
        return entry("guest", workplace.publish("guest/p.zip", pictures), sha256(pictures), shared);
    }

    private static String entry(String id, String url, String sha256, String shared) {
        return """
                  - id: %s
                    group: classification
                    sources: [{file: p.zip, urls: ["%s"], sha256: "%s"}]
                    steps: [{unpack: p.zip, %smembers: [{from: "{name}.jpg", to: "images/{file}"}]}]
                """
                .formatted(id, url, sha256, shared);
    }

    @Test
    void equalFilesAreLinkedAlsoInOneRun() throws IOException, InterruptedException {
        assertThat(workplace.states("owner", "guest")).containsExactly(State.PREPARED, State.PREPARED);
        assertLinked("a.jpg", true);
        assertLinked("b.jpg", true);
        assertThat(workplace.heard().notes()).contains("guest: images shared with owner, not stored twice");
        assertThat(workplace.state().receipt("guest").orElseThrow().sources())
                .isEqualTo(workplace.state().receipt("owner").orElseThrow().sources());
    }

    @Test
    void withoutTheOtherDatasetTheFilesAreUnpacked() throws IOException, InterruptedException {
        assertThat(workplace.states("guest")).containsExactly(State.PREPARED);
        assertThat(workplace.tree("guest")).containsEntry("images/a.jpg", "picture a");
    }

    @Test
    void aDamagedFileOfTheOtherDatasetIsNotTakenOver() throws IOException, InterruptedException {
        workplace.prepare("owner");
        Files.writeString(workplace.rootOf("owner").resolve("images/b.jpg"), "PICTURE b");
        assertGuestIsWhole();
        assertLinked("a.jpg", false);
    }

    @Test
    void aMissingFileOfTheOtherDatasetIsNotMissingHere() throws IOException, InterruptedException {
        workplace.prepare("owner");
        Files.delete(workplace.rootOf("owner").resolve("images/b.jpg"));
        assertGuestIsWhole();
    }

    @Test
    void filesOfAnotherArchiveAreNotLinked() throws Exception {
        describe(Zips.of("a.jpg", "picture a", "b.jpg", "another b"));
        workplace.prepare("owner");
        assertGuestIsWhole();
        assertLinked("a.jpg", false);
    }

    @Test
    void whatIsSharedOutlivesAChangeOfTheOtherDataset() throws Exception {
        workplace.prepare("owner", "guest");
        describe(Zips.of("a.jpg", "new a"));
        assertThat(workplace.states("owner", "guest")).containsExactly(State.PREPARED, State.UP_TO_DATE);
        assertThat(workplace.tree("owner"))
                .containsEntry("images/a.jpg", "new a")
                .hasSize(1);
        assertThat(workplace.tree("guest"))
                .containsEntry("images/a.jpg", "picture a")
                .hasSize(2);
    }

    private void assertGuestIsWhole() throws IOException, InterruptedException {
        assertThat(workplace.states("guest")).containsExactly(State.PREPARED);
        assertThat(workplace.tree("guest"))
                .containsEntry("images/a.jpg", "picture a")
                .containsEntry("images/b.jpg", "picture b")
                .hasSize(2);
    }

    private void assertLinked(String name, boolean linked) throws IOException {
        Path one = workplace.rootOf("owner").resolve("images").resolve(name);
        Path two = workplace.rootOf("guest").resolve("images").resolve(name);
        assumeThat(one.getFileSystem().supportedFileAttributeViews()).contains("unix");
        assertThat(Files.getAttribute(one, "unix:ino").equals(Files.getAttribute(two, "unix:ino")))
                .isEqualTo(linked);
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
