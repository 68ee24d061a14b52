package io.evaldata.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogJarsTest {
    private static final String MINE =
            """
            datasets:
              - id: mine
                group: classification
                title: %s
                steps: [{write: a.txt, lines: [a]}]
            """;

    @TempDir
    private Path folder;

    @Test
    void findsAllCatalogueFilesOfAllJarsAndNothingElse() throws IOException {
        Path first = jar(
                "first 1.0.jar",
                "META-INF/datasets/b.json",
                "{\"datasets\": [{\"id\": \"b\", \"group\": \"classification\", \"steps\": [{\"write\": \"x\", \"lines\": []}]}]}",
                "META-INF/datasets/a.yaml",
                MINE.formatted("from a jar"),
                "META-INF/datasets/notes.txt",
                "not: [a catalogue",
                "META-INF/datasets/deeper/c.yaml",
                "not: [a catalogue",
                "datasets/d.yaml",
                "not: [a catalogue");
        Path second = jar("second.jar", "META-INF/datasets/a.yml", "datasets: [{id: mine, title: changed}]");

        Catalog catalog = catalog(first, second);

        assertThat(catalog.get("mine").title()).isEqualTo("changed");
        assertThat(catalog.get("mine").definedIn()).isEqualTo("first 1.0.jar!a.yaml, changed by second.jar!a.yml");
        assertThat(catalog.get("b").origins()).containsExactly("first 1.0.jar!b.json");
        assertThat(catalog.get("coco").definedIn()).isEqualTo("built-in");
    }

    @Test
    void aFolderOfClassesCountsAsAJar() throws IOException {
        Path file = folder.resolve("classes/META-INF/datasets/mine.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, MINE.formatted("from a folder"));

        assertThat(catalog(folder.resolve("classes")).get("mine").title()).isEqualTo("from a folder");
    }

    @Test
    void filesOfTheUserGoBeforeJars() throws IOException {
        Path jar = jar("a.jar", "META-INF/datasets/a.yaml", MINE.formatted("from a jar"));
        Path file = Files.writeString(folder.resolve("own.yaml"), "datasets: [{id: mine, title: own}]");

        try (URLClassLoader loader = loader(jar)) {
            Catalog catalog = CatalogReader.builtIn()
                    .merge(CatalogJars.of(loader))
                    .merge(file)
                    .catalog();

            assertThat(catalog.get("mine").title()).isEqualTo("own");
            assertThat(catalog.get("mine").definedIn()).isEqualTo("a.jar!a.yaml, changed by own.yaml");
        }
    }

    @Test
    void aMistakeIsShownWithJarFileAndLine() throws IOException {
        Path jar = jar("a.jar", "META-INF/datasets/a.yaml", "datasets:\n  - id: coco\n    titel: x\n");

        assertThatThrownBy(() -> catalog(jar))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith(jar + "!/META-INF/datasets/a.yaml:3: 'titel'");
    }

    @Test
    void aDependencyThatIsNoZipBringsNothing() throws IOException {
        Path jar = jar("a.jar", "META-INF/datasets/a.yaml", MINE.formatted("from a jar"));
        Path library = Files.writeString(folder.resolve("native.so"), "\u007fELF");
        Path empty = Files.createFile(folder.resolve("empty.pom"));

        assertThat(catalog(library, empty, jar).get("mine").title()).isEqualTo("from a jar");
    }

    @Test
    void aJarThatIsCutShortIsSaidSo() throws IOException {
        Path jar = jar("a.jar", "META-INF/datasets/a.yaml", MINE.formatted("from a jar"));
        byte[] whole = Files.readAllBytes(jar);
        Files.write(jar, Arrays.copyOf(whole, whole.length - 30));

        assertThatThrownBy(() -> catalog(jar))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining(jar.toString())
                .hasMessageContaining("cannot be read");
    }

    @Test
    void theStateChangesWithTheJars() throws IOException {
        Path jar = jar("a.jar", "META-INF/datasets/a.yaml", "datasets: []");
        Path file = folder.resolve("classes/META-INF/datasets/mine.yaml");
        Files.createDirectories(file.getParent());
        try (URLClassLoader loader = loader(jar, folder.resolve("classes"))) {
            CatalogJars jars = CatalogJars.of(loader);
            String before = jars.state();
            Files.writeString(file, "datasets: []");
            String between = jars.state();
            jar("a.jar", "META-INF/datasets/a.yaml", "datasets: [{id: coco}]");

            assertThat(jars.state()).isNotEqualTo(between);
            assertThat(between).isNotEqualTo(before);
        }
    }

    @Test
    void aLoaderThatDoesNotSayWhereItLoadsFromBringsNothing() {
        CatalogReader reader = CatalogReader.empty().merge(CatalogJars.of(ClassLoader.getPlatformClassLoader()));

        assertThat(reader.catalog().all()).isEmpty();
    }

    private static Catalog catalog(Path... places) throws IOException {
        try (URLClassLoader loader = loader(places)) {
            return CatalogReader.builtIn().merge(CatalogJars.of(loader)).catalog();
        }
    }

    private static URLClassLoader loader(Path... places) throws IOException {
        URL[] urls = new URL[places.length];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = places[i].toUri().toURL();
        }
        return new URLClassLoader(urls);
    }

    /** A jar of text files, name and content in turn, without entries for its folders. */
    private Path jar(String name, String... namesAndContents) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return jar;
    }
}
