package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedTest {
    @TempDir
    private Path folder;

    private Workplace workplace;
    private Roots roots;

    @BeforeEach
    void prepareAndRemember() throws IOException, InterruptedException {
        workplace = new Workplace(folder);
        workplace.catalogue(Workplace.unpacking(
                "tiny", "one.zip", workplace.publish("one.zip", Zips.of("a/x.txt", "x", "b/y.txt", "y"))));
        workplace.prepare("tiny");
        Request request = workplace.request("tiny");
        roots = request.roots();
        new Remembered(roots, "configuration").remember(request);
    }

    @Test
    void theSameConfigurationIsAnsweredWithoutTheCatalogue() throws IOException {
        Files.delete(folder.resolve("catalogue.yaml"));
        assertThat(again("configuration")).isEqualTo(Map.of("tiny", roots.root().resolve("classification/tiny")));
    }

    @Test
    void anotherConfigurationIsNot() throws IOException {
        assertThat(again("another")).isEmpty();
    }

    @Test
    void aChangedFolderIsNoticed() throws IOException {
        Files.delete(roots.root().resolve("classification/tiny/b/y.txt"));
        assertThat(again("configuration")).isEmpty();
    }

    @Test
    void aChangedReceiptIsNoticed() throws IOException {
        Files.setLastModifiedTime(workplace.state().receiptFile("tiny"), FileTime.fromMillis(0));
        assertThat(again("configuration")).isEmpty();
    }

    @Test
    void aMissingReceiptIsNoticed() throws IOException {
        workplace.state().forget("tiny");
        assertThat(again("configuration")).isEmpty();
    }

    @Test
    void emptiedFolderTimesAreNotTrusted() throws IOException {
        Files.writeString(workplace.state().stampsFile("tiny"), "");
        assertThat(again("configuration")).isEmpty();
    }

    @Test
    void aDamagedMemoryIsNone() throws IOException {
        try (var files = Files.newDirectoryStream(roots.state().resolve("requests"))) {
            for (Path file : files) {
                Files.writeString(file, "\0\0\0");
            }
        }
        assertThat(again("configuration")).isEmpty();
    }

    private Map<String, Path> again(String configuration) throws IOException {
        return new Remembered(roots, configuration).unchanged().orElse(Map.of());
    }
}
