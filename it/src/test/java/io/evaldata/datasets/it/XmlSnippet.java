package io.evaldata.datasets.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** XML that a page shows: a part of a POM or of settings.xml, told apart by its outermost element. */
final class XmlSnippet {
    private static final Set<String> SETTINGS = Set.of("pluginGroups", "servers", "mirrors", "proxies");
    private static final Set<String> FAMILIES = Set.of("retrieval", "imagenet", "classification", "segmentation");

    /** What has to stand around a part of a POM. */
    private static final Map<String, String> AROUND = Map.of(
            "plugin", "<build><plugins>%s</plugins></build>",
            "reporting", "%s",
            "build", "%s",
            "profile", "<profiles>%s</profiles>");

    private static final String POM =
            """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>org.example</groupId>
              <artifactId>documented</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <name>documented</name>
            %s
            </project>
            """;

    private final Fence fence;
    private final List<Element> parts;

    private XmlSnippet(Fence fence, List<Element> parts) {
        this.fence = fence;
        this.parts = parts;
    }

    /** Parses it; several elements side by side are allowed. */
    static XmlSnippet parse(Fence fence) throws IOException {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader("<all>" + fence.text() + "</all>")));
            return new XmlSnippet(fence, children(document.getDocumentElement()));
        } catch (SAXException | ParserConfigurationException e) {
            throw new AssertionError(fence + " is not well-formed: " + e.getMessage(), e);
        }
    }

    /** The whole POM, when it is one or a part of one. */
    Optional<String> pom() {
        if (isSettings()) {
            return Optional.empty();
        }
        if (parts.get(0).getTagName().equals("project")) {
            return Optional.of(fence.text());
        }
        String around = AROUND.get(parts.get(0).getTagName());
        assertThat(around).as("something to put around %s", fence).isNotNull();
        return Optional.of(POM.formatted(around.formatted(fence.text())));
    }

    /** The elements of settings.xml without the mirrors. */
    String settings() {
        return fence.text().replaceAll("(?s)<mirrors>.*</mirrors>", "");
    }

    /** The mirrors of settings.xml. */
    String mirrors() {
        return fence.text().contains("<mirrors>")
                ? fence.text().replaceAll("(?s).*<mirrors>(.*)</mirrors>.*", "$1")
                : "";
    }

    /** Makes sure that everything in it that is the plugin's exists. */
    void checkNames(PluginDescriptor plugin) {
        for (Element part : parts) {
            checkNames(part, plugin);
        }
    }

    private void checkNames(Element element, PluginDescriptor plugin) {
        String name = element.getTagName();
        if (name.startsWith("datasets.")) {
            assertThat(plugin.properties()).as(fence.toString()).contains(name);
        }
        if (name.equals("plugin")
                && children(element).stream()
                        .anyMatch(child -> child.getTextContent().equals("datasets-maven-plugin"))) {
            checkPlugin(element, plugin);
        }
        children(element).forEach(child -> checkNames(child, plugin));
    }

    private void checkPlugin(Element element, PluginDescriptor plugin) {
        switch (element.getTagName()) {
            case "configuration" ->
                children(element).forEach(parameter -> {
                    assertThat(plugin.elements()).as(fence.toString()).contains(parameter.getTagName());
                    if (parameter.getTagName().equals("roots")) {
                        assertThat(children(parameter))
                                .as(fence.toString())
                                .allMatch(root -> FAMILIES.contains(root.getTagName()));
                    }
                });
            case "goal", "report" ->
                assertThat(plugin.goals()).as(fence.toString()).contains(element.getTextContent());
            default -> children(element).forEach(child -> checkPlugin(child, plugin));
        }
    }

    private boolean isSettings() {
        assertThat(parts).as(fence.toString()).isNotEmpty();
        return parts.stream().allMatch(part -> SETTINGS.contains(part.getTagName()));
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
