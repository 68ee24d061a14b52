package io.evaldata.datasets.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every name that the documentation mentions exists: parameters, goals, pages, messages. */
class DocsNamesIT {
    private static final Path SOURCES = Path.of("..", "datasets-maven-plugin", "src", "main", "java");
    private static final Pattern OPTION = Pattern.compile("-D(datasets(?:\\.\\w+)*)");
    private static final Pattern PREFIXED = Pattern.compile("\\bdatasets:([a-z]+)");

    /** Two pieces of a text in Java that belong together. */
    private static final Pattern JOINT = Pattern.compile("\"\\s*\\+\\s*\"");

    static List<MarkdownPage> pages() throws IOException {
        return MarkdownPage.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyOptionAndGoalExists(MarkdownPage page) throws IOException {
        PluginDescriptor plugin = PluginDescriptor.ofThisBuild();
        assertThat(found(OPTION, page.text())).as(page.name()).isSubsetOf(plugin.properties());
        assertThat(found(PREFIXED, page.text())).as(page.name()).isSubsetOf(plugin.goals());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(MarkdownPage page) {
        for (String link : page.links()) {
            if (link.startsWith("https://")) {
                assertThat(URI.create(link).getHost()).as(link).isNotBlank();
                continue;
            }
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? page.path() : page.path().resolveSibling(parts[0]);
            assertThat(target).as("%s links to %s", page, link).exists();
            if (parts.length == 2) {
                assertThat(MarkdownPage.read(target).anchors())
                        .as("%s links to %s", page, link)
                        .contains(parts[1]);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyElementIsOneOfThePlugin(MarkdownPage page) throws IOException {
        PluginDescriptor plugin = PluginDescriptor.ofThisBuild();
        for (Fence fence : page.fences()) {
            switch (fence.language()) {
                case "xml" -> XmlSnippet.parse(fence).checkNames(plugin);
                case "yaml", "json" -> new YAMLMapper().readTree(fence.text());
                default -> assertThat(fence.text()).as(fence.place()).isNotBlank();
            }
        }
    }

    /** In the page, dots stand for what differs from case to case; what may have been meant is said by a class of its own. */
    @Test
    void everyMessageOfTheTroubleshootingPageIsOneOfThePlugin() throws IOException {
        MarkdownPage page = MarkdownPage.read(Path.of("..", "docs", "troubleshooting.md"));
        Map<Path, String> sources = sources();
        List<String> messages = page.headings().stream()
                .filter(heading -> heading.startsWith("`") && heading.endsWith("`"))
                .map(heading -> heading.substring(1, heading.length() - 1))
                .toList();
        assertThat(messages).hasSizeGreaterThan(20);
        for (String sentence : messages.stream()
                .flatMap(message -> Arrays.stream(message.split("(?=; did you mean)")))
                .toList()) {
            List<String> pieces = Arrays.stream(sentence.split("…"))
                    .map(piece -> piece.replaceAll("^[': ]+|[': ]+$", ""))
                    .filter(piece -> !piece.isEmpty())
                    .toList();
            assertThat(sources.values()).as("a class that says '%s'", sentence).anyMatch(source -> pieces.stream()
                    .allMatch(source::contains));
        }
    }

    private static Map<Path, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(file -> file, DocsNamesIT::texts, (a, b) -> a, TreeMap::new));
        }
    }

    private static String texts(Path source) {
        try {
            return JOINT.matcher(Files.readString(source)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(DocsNamesIT::name).collect(Collectors.toSet());
    }

    private static String name(MatchResult match) {
        return match.group(1);
    }
}
