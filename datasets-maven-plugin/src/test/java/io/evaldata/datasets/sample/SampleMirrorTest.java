package io.evaldata.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Catalog;
import io.evaldata.datasets.catalog.CatalogReader;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Expectation;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.catalog.Source;
import io.evaldata.datasets.io.Checksum.Algorithm;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleMirrorTest {
    private final Catalog builtIn = CatalogReader.builtIn().catalog();

    @TempDir
    Path folder;

    @Test
    void servesEveryFileThatTheOverlayDescribes() throws IOException {
        SampleMirror sample = SampleMirror.at(folder, builtIn);
        Catalog catalog = CatalogReader.builtIn().merge(sample.overlay()).catalog();

        for (String id : SampleMirror.ids().stream().filter(builtIn::has).toList()) {
            Dataset dataset = catalog.get(id);
            for (String file : Samples.makers().get(id).make().files().keySet()) {
                Source source = dataset.source(file);
                Path served = SampleMirror.place(
                        Path.of(sample.mirror()), source.urls().get(0));
                byte[] content = Files.readAllBytes(served);
                assertThat(source.bytes()).as(file).hasValue(content.length);
                assertThat(source.checksums()).as(file).containsExactly(Sample.digest(Algorithm.SHA256, content));
                assertThat(source.isDead() || source.access().isGated())
                        .as(file)
                        .isFalse();
            }
            assertThat(dataset.terms().mustAccept()).isFalse();
            assertThat(dataset.expectations())
                    .as(id)
                    .hasSizeGreaterThanOrEqualTo(builtIn.get(id).expectations().size());
        }
    }

    @Test
    void servesTheFirstWayOfEveryDataset() throws IOException {
        for (String id : SampleMirror.ids().stream().filter(builtIn::has).toList()) {
            for (Scope scope : Scope.values()) {
                assertThat(Samples.makers().get(id).make().files().keySet())
                        .as(id)
                        .containsAll(builtIn.get(id).ways().get(0).sources(scope));
            }
        }
    }

    @Test
    void countsWhatTheCatalogueExpects() throws IOException {
        Catalog catalog = CatalogReader.builtIn()
                .merge(SampleMirror.at(folder, builtIn).overlay())
                .catalog();

        for (String id : SampleMirror.ids().stream().filter(builtIn::has).toList()) {
            assertThat(catalog.get(id).expectations())
                    .as(id)
                    .noneMatch(e -> e instanceof Expectation.Count c && c.count() == 0);
        }
    }

    @Test
    void isLeftAloneWhenComplete() throws IOException {
        SampleMirror first = SampleMirror.at(folder, builtIn);
        Map<Path, FileTime> before = aged(folder);

        SampleMirror second = SampleMirror.at(folder, builtIn);

        assertThat(second).isEqualTo(first);
        assertThat(times(folder)).isEqualTo(before);
    }

    @Test
    void isMendedWhenAFileIsMissingOrCutShort() throws IOException {
        SampleMirror sample = SampleMirror.at(folder, builtIn, List.of("coco"));
        Path pictures = SampleMirror.place(
                Path.of(sample.mirror()),
                builtIn.get("coco").source("val2017.zip").urls().get(0));
        byte[] whole = Files.readAllBytes(pictures);
        Files.write(pictures, new byte[] {1, 2, 3});

        SampleMirror.at(folder, builtIn, List.of("coco"));

        assertThat(pictures).hasBinaryContent(whole);
    }

    @Test
    void isMadeAgainWhenItsNotesAreDamaged() throws IOException {
        SampleMirror sample = SampleMirror.at(folder, builtIn, List.of("coco"));
        String overlay = Files.readString(sample.overlay());
        try (Stream<Path> parts = Files.walk(folder.resolve("parts"))) {
            for (Path part : parts.filter(Files::isRegularFile).toList()) {
                Files.writeString(part, "{\"sources\":");
            }
        }

        assertThat(Files.readString(
                        SampleMirror.at(folder, builtIn, List.of("coco")).overlay()))
                .isEqualTo(overlay);
    }

    @Test
    void makesOnlyWhatIsAskedFor() throws IOException {
        SampleMirror sample = SampleMirror.at(folder, builtIn, List.of("imagenet"));

        assertThat(Path.of(sample.mirror()).resolve("huggingface.co")).exists();
        assertThat(Path.of(sample.mirror()).resolve("images.cocodataset.org")).doesNotExist();
        assertThat(sample.overlay()).content().contains("imagenet").doesNotContain("coco");
    }

    @Test
    void refusesADatasetItCannotDraw() {
        assertThatThrownBy(() -> SampleMirror.at(folder, builtIn, List.of("my-own")))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("'my-own'")
                .hasMessageContaining("food101");
    }

    @Test
    void keepsAQueryInTheFileName() {
        assertThat(SampleMirror.place(
                        folder, URI.create("https://www.cityscapes-dataset.com/file-handling/?packageID=3")))
                .isEqualTo(folder.resolve("www.cityscapes-dataset.com/file-handling/%3FpackageID=3"));
    }

    private static Map<Path, FileTime> aged(Path folder) throws IOException {
        for (Path file : times(folder).keySet()) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        }
        return times(folder);
    }

    private static Map<Path, FileTime> times(Path folder) throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }
}
