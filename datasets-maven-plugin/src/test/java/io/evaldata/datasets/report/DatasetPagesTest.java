package io.evaldata.datasets.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.catalog.Catalog;
import io.evaldata.datasets.catalog.CatalogReader;
import io.evaldata.datasets.catalog.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pages about the datasets, {@code docs/datasets}, are written by the catalogue:
 * {@code mvn test -pl datasets-maven-plugin -Dtest=DatasetPagesTest -Ddocs.write} writes them anew.
 */
class DatasetPagesTest {
    private static final Path FOLDER = Path.of("..", "docs", "datasets");

    @Test
    void thePagesOfTheDatasetsAreTheCatalogue() throws IOException {
        Map<String, String> pages = pages(CatalogReader.builtIn().catalog());
        if (System.getProperty("docs.write") != null) {
            write(pages);
        }

        assertThat(committed()).isEqualTo(pages);
    }

    private static Map<String, String> pages(Catalog catalog) {
        Map<String, String> pages = new TreeMap<>();
        catalog.all().forEach(dataset -> pages.put(dataset.id() + ".md", DatasetPage.of(dataset)));
        pages.put("README.md", index(catalog));
        return pages;
    }

    private static String index(Catalog catalog) {
        String table = CatalogText.markdown(catalog).stream().collect(Collectors.joining("\n"));
        for (Dataset dataset : catalog.all()) {
            table = table.replace(
                    "| `" + dataset.id() + "` |", "| [`" + dataset.id() + "`](" + dataset.id() + ".md) |");
        }
        return """
               # The datasets

               `-Ddatasets=` takes ids, the other names on their pages, the groups `retrieval`, `classification` and `segmentation`, and `all`.
               `-Ddatasets.scope=full` adds the training parts to what is downloaded.

               """
                + table + "\n";
    }

    private static Map<String, String> committed() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.collect(Collectors.toMap(
                    file -> file.getFileName().toString(), DatasetPagesTest::text, (a, b) -> a, TreeMap::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Map<String, String> pages) throws IOException {
        try (Stream<Path> old = Files.list(Files.createDirectories(FOLDER))) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
        }
    }
}
