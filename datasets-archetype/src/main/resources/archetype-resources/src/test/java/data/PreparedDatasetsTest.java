package ${package}.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedDatasetsTest {
    @TempDir
    Path folder;

    @Test
    void takesDatasetsOfOnesOwnByWhateverId() throws IOException {
        Path file = folder.resolve("datasets.properties");
        Files.writeString(file, "datasets.my-own_2.root=/data/own\n");

        assertThat(PreparedDatasets.read(file).roots()).containsExactly(Map.entry("my-own_2", Path.of("/data/own")));
    }

    @Test
    void takesDatasetsButNotFamilies() throws IOException {
        Path file = folder.resolve("datasets.properties");
        Files.writeString(
                file,
                "datasets.root=/data\ndatasets.root.imagenet=/data/i\ndatasets.coco.root=/data/a b/coco\nother=1\n");

        PreparedDatasets prepared = PreparedDatasets.read(file);

        assertThat(prepared.roots()).containsOnlyKeys("coco");
        assertThat(prepared.root("coco")).isEqualTo(Path.of("/data/a b/coco"));
        assertThat(prepared.only(List.of("dtd")).roots()).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> prepared.root("dtd"))
                .withMessageContaining("dtd")
                .withMessageContaining("coco");
    }

    @Test
    void saysWhatToRunWhenNothingIsPrepared() {
        assertThatIOException()
                .isThrownBy(() -> PreparedDatasets.read(folder.resolve("none")))
                .withMessageContaining("mvn datasets:prepare");
    }
}
