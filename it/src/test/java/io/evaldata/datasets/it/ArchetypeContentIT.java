package io.evaldata.datasets.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.catalog.CatalogReader;
import io.evaldata.datasets.catalog.Dataset;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What the archetype repeats is what the plugin and the parent POM say. */
class ArchetypeContentIT {
    private static final Pattern PROPERTY = Pattern.compile("<([a-z-]+\\.version)>([^<]+)</");
    private static final Pattern TABLE_ROW = Pattern.compile(
            "(?m)^ {4}(\\w+) *: \\[task: '(\\w+)', aliases: \\[([^]]*)](?:,\\s+configs: \\[[^]]*])?],$");
    private static final Pattern TABLE = Pattern.compile("(?s)def CATALOGUE = \\[\n(.*?)\n]\n");

    @TempDir
    private Path temp;

    @Test
    void knowsTheDatasetsOfTheCatalogue() throws Exception {
        Matcher table = TABLE.matcher(resource("META-INF/archetype-post-generate.groovy"));
        assertThat(table.find()).isTrue();
        Matcher row = TABLE_ROW.matcher(table.group(1));
        List<String> told = new ArrayList<>();
        while (row.find()) {
            List<String> aliases = Arrays.stream(row.group(3).split(",", -1))
                    .map(alias -> alias.strip().replace("'", ""))
                    .filter(alias -> !alias.isEmpty())
                    .toList();
            told.add(row.group(1) + " " + row.group(2) + " " + aliases);
        }
        List<String> known = new ArrayList<>();
        for (Dataset dataset : CatalogReader.builtIn().catalog().all()) {
            known.add(dataset.id() + " " + dataset.group() + " " + dataset.aliases());
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void pinsThePluginVersionsOfTheParent() throws Exception {
        Map<String, String> parent = pluginVersions(resolved(Files.readString(Path.of("../pom.xml"))));
        Map<String, String> template = pluginVersions(resource("archetype-resources/pom.xml"));
        assertThat(template.remove("datasets-maven-plugin")).isEqualTo(MavenBuild.version());
        assertThat(template).containsKeys("maven-surefire-plugin", "maven-failsafe-plugin");
        assertThat(parent).containsAllEntriesOf(template);
    }

    /** A POM with the values of its properties in their places. */
    private static String resolved(String pom) {
        String resolved = pom;
        Matcher property = PROPERTY.matcher(pom);
        while (property.find()) {
            resolved = resolved.replace("${" + property.group(1) + "}", property.group(2));
        }
        return resolved;
    }

    @Test
    void bringsTheConfigsThatThePluginWrites() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("empty"));
        Path root = temp.resolve("it's data");
        Archetype.generating(folder, "evaluation", "datasets=segmentation", "datasetRoot=" + root)
                .run()
                .succeeds();
        Path project = folder.resolve("evaluation");
        Path configs = project.resolve("seg_configs");
        Map<String, String> brought = texts(configs);
        assertThat(brought).hasSize(17);

        configure(project).doesNotSay("[WARNING]");
        assertThat(texts(configs)).as("configs that need no rewiring").isEqualTo(brought);

        for (String file : brought.keySet()) {
            Files.delete(configs.resolve(file));
        }
        configure(project);
        assertThat(texts(configs)).isEqualTo(brought);
    }

    private static MavenRun configure(Path project) throws Exception {
        return Archetype.building(project, "datasets:configure", "-Preal").run().succeeds();
    }

    private static Map<String, String> texts(Path folder) throws Exception {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private static Map<String, String> pluginVersions(String pom) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(pom.getBytes(StandardCharsets.UTF_8)));
        XPath path = XPathFactory.newInstance().newXPath();
        NodeList plugins = (NodeList) path.evaluate("//plugin[version]", document, XPathConstants.NODESET);
        Map<String, String> versions = new TreeMap<>();
        for (int i = 0; i < plugins.getLength(); i++) {
            versions.put(path.evaluate("artifactId", plugins.item(i)), path.evaluate("version", plugins.item(i)));
        }
        return versions;
    }

    private static String resource(String name) throws Exception {
        try (InputStream in = ArchetypeContentIT.class.getResourceAsStream("/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
