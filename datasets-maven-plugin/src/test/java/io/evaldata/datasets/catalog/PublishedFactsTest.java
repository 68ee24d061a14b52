package io.evaldata.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evaldata.datasets.io.Checksum;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds the catalogue to the collected facts, where those lie beside the repository. */
class PublishedFactsTest {
    private static final Path FACTS = Path.of("../../shared/facts/sources.json");
    private static final List<String> DIGESTS = List.of("md5", "sha1", "sha256");

    /** Published, but of no use here: a subset, a format nobody reads, other masks, or a listing that names no file. */
    private static final Set<String> NOT_USED = Set.of(
            "images_flickr_1k_test.zip",
            "caption_datasets.zip",
            "Partitions.zip",
            "(OpenDataLab raw)",
            "stanford-cars-dataset (Kaggle)",
            "torchvision-stanford-cars (Kaggle)",
            "stanford_cars/ folder",
            "trainval.tar.gz (raw .mat label maps)",
            "train.pth / val.pth (PyTorch-Encoding mask caches)");

    private final Catalog catalog = CatalogReader.builtIn().catalog();
    private JsonNode datasets;

    @BeforeEach
    void readFacts() throws IOException {
        assumeThat(FACTS).as("the facts beside the repository").exists();
        datasets = new ObjectMapper().readTree(Files.readString(FACTS)).get("datasets");
    }

    @Test
    void everyDatasetOfTheFactsIsDescribed() {
        assertThat(datasets.fieldNames()).toIterable().allMatch(catalog::has);
    }

    @Test
    void sizesDigestsAndAddressesAreThoseOfTheFacts() {
        datasets.properties().forEach(facts -> {
            Dataset dataset = catalog.get(facts.getKey());
            for (JsonNode archive : facts.getValue().get("archives")) {
                String file = archive.get("file").asText();
                if (NOT_USED.contains(file)) {
                    continue;
                }
                Source source = dataset.source(file);
                assertThat(source).as(dataset.id() + ": " + file).isNotNull();
                assertThat(source.checksums()).as(file).isEqualTo(digests(archive));
                assertThat(source.bytes().isPresent()).as(file).isEqualTo(archive.hasNonNull("bytes"));
                source.bytes().ifPresent(bytes -> assertThat(bytes)
                        .as(file)
                        .isEqualTo(archive.get("bytes").asLong()));
                List<URI> urls = source.urls();
                assertThat(urls.get(0))
                        .as(file)
                        .isEqualTo(URI.create(archive.get("urls").get(0).asText()));
                archive.get("urls").forEach(url -> assertThat(urls).as(file).contains(URI.create(url.asText())));
                archive.path("mirrors").forEach(mirror -> {
                    String url = mirror.get("url").asText();
                    if (url.endsWith("/" + file) || url.contains("/" + file + "?")) {
                        assertThat(urls).as(file).contains(URI.create(url));
                    }
                });
            }
        });
    }

    @Test
    void nothingIsStatedThatTheFactsDoNotState() {
        String facts = datasets.toString();
        for (Dataset dataset : catalog.all()) {
            for (Source source : dataset.sources().values()) {
                source.checksums()
                        .forEach(checksum -> assertThat(facts).as(source.file()).contains(checksum.hex()));
                source.bytes()
                        .ifPresent(bytes -> assertThat(facts).as(source.file()).contains(":" + bytes));
            }
        }
    }

    @Test
    void digestsOfSingleFilesAreThoseOfTheFacts() {
        for (String id : List.of("cifar10", "cifar100")) {
            Set<String> stated = new HashSet<>();
            for (String key : List.of("fileMd5", "fileSha256")) {
                datasets.get(id)
                        .path(key)
                        .properties()
                        .forEach(file ->
                                stated.add(file.getKey() + " " + file.getValue().asText()));
            }
            assertThat(catalog.get(id).expectations().stream()
                            .map(expected -> (Expectation.Digest) expected)
                            .map(digest ->
                                    digest.file() + " " + digest.checksum().hex()))
                    .containsExactlyInAnyOrderElementsOf(stated);
        }
    }

    @Test
    void licencesAndCitationsAreNamed() {
        datasets.properties().forEach(facts -> {
            List<String> citations = catalog.get(facts.getKey()).citations();
            facts.getValue()
                    .get("citations")
                    .forEach(key -> assertThat(citations).as(facts.getKey()).contains(key.asText()));
        });
    }

    private static Set<Checksum> digests(JsonNode archive) {
        Set<Checksum> digests = new HashSet<>();
        for (String key : DIGESTS) {
            if (archive.hasNonNull(key)) {
                Checksum.Algorithm algorithm = List.of(Checksum.Algorithm.values()).stream()
                        .filter(a -> a.key().equals(key))
                        .findFirst()
                        .orElseThrow();
                digests.add(new Checksum(algorithm, archive.get(key).asText()));
            }
        }
        return digests;
    }
}
