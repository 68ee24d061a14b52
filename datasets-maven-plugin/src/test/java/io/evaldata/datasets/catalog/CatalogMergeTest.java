package io.evaldata.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogMergeTest {
    private static final String MD5 = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    private final Dataset builtIn = CatalogReader.builtIn().catalog().get("coco");
    private CatalogReader reader;

    @BeforeEach
    void readBuiltInCatalogue() {
        reader = CatalogReader.builtIn();
    }

    @Test
    void aDigestReplacesSizeAndDigestsOfItsSourceAndNothingElse() throws IOException {
        Dataset coco = merge("datasets: [{id: coco, sources: [{file: val2017.zip, md5: " + MD5 + "}]}]")
                .get("coco");
        Source source = coco.source("val2017.zip");
        assertThat(source.checksums()).hasToString("[md5:" + MD5 + "]");
        assertThat(source.bytes()).isEmpty();
        assertThat(source.urls()).isEqualTo(builtIn.source("val2017.zip").urls());
        assertThat(coco.source("train2017.zip")).isEqualTo(builtIn.source("train2017.zip"));
        assertThat(coco.sources().keySet())
                .containsExactlyElementsOf(builtIn.sources().keySet());
        assertThat(coco.expectations()).hasSameSizeAs(builtIn.expectations());
    }

    @Test
    void aSizeDropsTheDigestsToo() throws IOException {
        Source source = merge("datasets: [{id: coco, sources: [{file: val2017.zip, bytes: 7}]}]")
                .get("coco")
                .source("val2017.zip");
        assertThat(source.bytes()).hasValue(7);
        assertThat(source.checksums()).isEmpty();
    }

    @Test
    void addressesReplaceAddressesAndLeaveTheDigests() throws IOException {
        Source source = merge(
                        "datasets: [{id: coco, sources: [{file: val2017.zip, urls: ['https://example.org/v.zip']}]}]")
                .get("coco")
                .source("val2017.zip");
        assertThat(source.urls()).hasToString("[https://example.org/v.zip]");
        assertThat(source.checksums()).isEqualTo(builtIn.source("val2017.zip").checksums());
    }

    @Test
    void expectationsReplaceTheWholeList() throws IOException {
        Dataset coco = merge("datasets: [{id: coco, expect: [{glob: 'images/val2017/*.jpg', count: 3}]}]")
                .get("coco");
        assertThat(coco.expectations()).singleElement().satisfies(expected -> {
            Expectation.Count count = (Expectation.Count) expected;
            assertThat(count.count()).isEqualTo(3);
            assertThat(count.glob().matches("images/val2017/a.jpg")).isTrue();
            assertThat(count.scopes()).containsExactlyInAnyOrder(Scope.values());
        });
        assertThat(coco.checks()).hasSameSizeAs(builtIn.checks());
    }

    @Test
    void aNewIdAddsADatasetAtTheEnd() throws IOException {
        Catalog catalog = merge(
                """
                datasets:
                  - id: mine
                    group: retrieval
                    sources: [{file: a.zip, urls: ["https://example.org/a.zip"]}]
                    steps: [{unpack: a.zip, members: [{from: "{path**}", to: "{path}"}]}]
                """);
        assertThat(catalog.all().stream().map(Dataset::id)).hasSize(20).endsWith("mine");
        assertThat(catalog.named("retrieval").stream().map(Dataset::id)).containsExactly("coco", "flickr30k", "mine");
        assertThat(catalog.get("mine").root()).isEqualTo("mine");
    }

    @Test
    void stepsReplaceTheAlternativesOfTheBuiltInDataset() throws IOException {
        Dataset cars = merge("datasets: [{id: stanford_cars, steps: [{write: a.txt, lines: [a]}]}]")
                .get("stanford_cars");
        assertThat(cars.ways()).hasSize(1);
    }

    @Test
    void aNewSourceIsAddedBehindTheOthers() throws IOException {
        Dataset coco =
                merge("datasets: [{id: coco, sources: [{file: more.zip}]}]").get("coco");
        assertThat(coco.sources().keySet()).hasSize(4).endsWith("more.zip");
    }

    @Test
    void laterFilesWinOverEarlierOnes() throws IOException {
        merge("datasets: [{id: coco, title: first, layout: kept}]");
        Dataset coco = merge("datasets: [{id: coco, title: second}]").get("coco");
        assertThat(coco.title()).isEqualTo("second");
        assertThat(coco.layout()).isEqualTo("kept");
    }

    @Test
    void jsonIsReadLikeYaml() throws IOException {
        Path file = Files.writeString(
                folder.resolve("my.json"), "{\"datasets\": [{\"id\": \"coco\", \"title\": \"JSON\"}]}");
        assertThat(reader.merge(file).catalog().get("coco").title()).isEqualTo("JSON");
    }

    @Test
    void anEmptyFileChangesNothing() throws IOException {
        assertThat(merge("").all()).hasSize(19);
    }

    @Test
    void theFingerprintChangesWithWhatIsOnDiskAndNotWithProse() throws IOException {
        String before = builtIn.fingerprint();
        assertThat(merge("datasets: [{id: coco, title: Other, sources: [{file: val2017.zip, note: new, urls: []}]}]")
                        .get("coco")
                        .fingerprint())
                .isEqualTo(before);
        assertThat(merge("datasets: [{id: coco, sources: [{file: val2017.zip, bytes: 7}]}]")
                        .get("coco")
                        .fingerprint())
                .isNotEqualTo(before);
    }

    @Test
    void digestsOfDecimalDigitsOnlyNeedNoQuotes() throws IOException {
        for (String digits :
                List.of("0".repeat(32), "12345678901234567890123456789012", "1e345678901234567890123456789012")) {
            assertThat(merge("datasets: [{id: coco, sources: [{file: val2017.zip, md5: " + digits + "}]}]")
                            .get("coco")
                            .source("val2017.zip")
                            .checksums())
                    .hasToString("[md5:" + digits + "]");
        }
    }

    @Test
    void everyKeyIsRead() {
        Path file = Path.of("src/test/resources/io/evaldata/datasets/catalog/every-key.yaml");
        Dataset dataset = CatalogReader.empty().merge(file).catalog().get("all_keys");
        assertThat(dataset.ways()).hasSize(2);
        assertThat(dataset.checks()).hasSize(12);
        assertThat(dataset.expectations()).hasSize(5);
        assertThat(dataset.source("a.zip").isDead()).isTrue();
        assertThat(dataset.ways().get(0).sources(Scope.EVAL)).containsExactly("b.csv");
        assertThat(dataset.ways().get(0).sources(Scope.FULL)).containsExactly("a.zip");
    }

    private Catalog merge(String yaml) throws IOException {
        return reader.merge(Files.writeString(folder.resolve("my.yaml"), yaml)).catalog();
    }
}
