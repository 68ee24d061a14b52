package io.evaldata.datasets.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No block of code of the documentation is left to itself: {@link DocsIT} follows it, or a test of its page takes it up by
 * name. A new block for which neither holds fails here.
 */
class DocsBlocksIT {
    private static final Path TESTS = Path.of("src", "test", "java", "io", "evaldata", "datasets", "it");

    /** What DocsIT knows to do. */
    private static final Set<String> FOLLOWED = Set.of("sh", "xml", "yaml", "json", "python", "text");

    /** Written by the catalogue, as DatasetPagesTest says; what is indented there is a listing of folders. */
    private static final String PAGES_OF_DATASETS = "docs/datasets/";

    /** Pages with blocks that a test of their own takes up. */
    private static final Map<String, Class<?>> OWN_TESTS = Map.of(
            "docs/build-cache.md", BuildCacheIT.class,
            "docs/custom-datasets.md", CustomDatasetsIT.class,
            "docs/junit.md", JUnitExtensionIT.class,
            "docs/performance.md", BenchmarksIT.class,
            "datasets-archetype/src/main/resources/archetype-resources/README.md", ArchetypeReadmeIT.class);

    static List<MarkdownPage> pages() throws IOException {
        return MarkdownPage.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyBlockIsTakenUpByATest(MarkdownPage page) throws IOException {
        Set<String> followed =
                MarkdownPage.forUsers().stream().map(MarkdownPage::name).collect(Collectors.toSet());
        for (Fence fence :
                Stream.concat(page.fences().stream(), page.indented().stream()).toList()) {
            boolean known = FOLLOWED.contains(fence.language())
                    && (fence.info().size() == 1 || !fence.file().isEmpty());
            boolean listing = page.name().startsWith(PAGES_OF_DATASETS)
                    && fence.language().equals("indented");
            if (!listing && (!known || !followed.contains(page.name()))) {
                isTakenUp(page, fence);
            }
        }
    }

    private static void isTakenUp(MarkdownPage page, Fence fence) throws IOException {
        assertThat(OWN_TESTS).as("a test that takes up %s", fence).containsKey(page.name());
        Class<?> test = OWN_TESTS.get(page.name());
        String source = Files.readString(TESTS.resolve(test.getSimpleName() + ".java"));
        assertThat(source).as("%s, about %s", test, fence).contains(page.path().getFileName() + "\"");
        if (!fence.name().isEmpty()) {
            assertThat(source).as("%s, about %s", test, fence).contains("\"" + fence.name() + "\"");
        } else if (fence.language().equals("indented")) {
            assertThat(source).as("%s, about %s", test, fence).contains(".indented()");
        } else {
            assertThat(source).as("%s, about %s", test, fence).containsAnyOf(".commands()", ".fences()");
        }
    }
}
