package io.evaldata.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogSchemaTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private final JsonSchema schema = schema();

    @ParameterizedTest
    @MethodSource("builtInFiles")
    void acceptsEveryBuiltInFile(String name) throws IOException {
        try (InputStream file = CatalogReader.class.getResourceAsStream("datasets/" + name)) {
            assertThat(schema.validate(YAML.readTree(file))).isEmpty();
        }
    }

    @Test
    void knowsEveryKeyThatTheReaderKnows() throws IOException {
        try (InputStream file = CatalogSchemaTest.class.getResourceAsStream("every-key.yaml")) {
            assertThat(schema.validate(YAML.readTree(file))).isEmpty();
        }
    }

    @Test
    void theReaderKnowsEveryKeyOfTheSchema() throws IOException {
        try (InputStream file = CatalogSchemaTest.class.getResourceAsStream("every-key.yaml")) {
            Set<String> used = new TreeSet<>();
            keys(YAML.readTree(file), used);
            Set<String> known = new TreeSet<>();
            properties(tree(), known);
            assertThat(used).as("every-key.yaml uses all of the schema").containsAll(known);
        }
    }

    private static void keys(JsonNode node, Set<String> keys) {
        node.fieldNames().forEachRemaining(keys::add);
        node.forEach(child -> keys(child, keys));
    }

    private static void properties(JsonNode node, Set<String> names) {
        node.path("properties").fieldNames().forEachRemaining(names::add);
        node.forEach(child -> properties(child, names));
    }

    @Test
    void acceptsAFileThatChangesAKnownDataset() {
        assertThat(mistakes("datasets: [{id: coco, sources: [{file: val2017.zip, bytes: 1}], expect: []}]"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "datasets: [{group: retrieval}]",
                "datasets: [{id: x, unknown: 1}]",
                "datasets: [{id: Upper}]",
                "datasets: [{id: x, root: ../y}]",
                "datasets: [{id: x, root: /y}]",
                "datasets: [{id: x, sources: [{bytes: 1}]}]",
                "datasets: [{id: x, sources: [{file: a/b}]}]",
                "datasets: [{id: x, sources: [{file: a, md5: abc}]}]",
                "datasets: [{id: x, sources: [{file: a, bytes: -1}]}]",
                "datasets: [{id: x, sources: [{file: a, urls: ['ftp://host/a']}]}]",
                "datasets: [{id: x, sources: [{file: a, urls: ['https://me:secret@host/a']}]}]",
                "datasets: [{id: x, steps: []}]",
                "datasets: [{id: x, steps: [{explode: a.zip}]}]",
                "datasets: [{id: x, steps: [{unpack: a.zip}]}]",
                "datasets: [{id: x, steps: [{unpack: a.zip, members: [{from: a}]}]}]",
                "datasets: [{id: x, steps: [{keep: a, listedIn: b}]}]",
                "datasets: [{id: x, steps: [{remove: a}], ways: [{name: w, steps: [{remove: a}]}]}]",
                "datasets: [{id: x, steps: [{move: a}]}]",
                "datasets: [{id: x, steps: [{move: a, to: b, listedIn: c}]}]",
                "datasets: [{id: x, steps: [{move: a, to: b, line: c}]}]",
                "datasets: [{id: x, steps: [{splitCaptions: a, images: b, splits: {t: c}, columns: {image: i}}]}]",
                "datasets: [{id: x, steps: [{labelMaps: a, to: b, table: unknown}]}]",
                "datasets: [{id: x, steps: [{labelMaps: a, to: b, table: {others: 0}}]}]",
                "datasets: [{id: x, steps: [{labelMaps: a, to: b, table: {ids: {x: 0}}}]}]",
                "datasets: [{id: x, steps: [{labelMaps: a, to: b, table: {colours: [{rgb: [1, 2], id: 0}]}}]}]",
                "datasets: [{id: x, expect: [{glob: '*'}]}]",
                "datasets: [{id: x, expect: [{file: a}]}]",
                "datasets: [{id: x, checks: [{labels: a, values: many}]}]"
            })
    void refusesMistakes(String yaml) {
        assertThat(mistakes(yaml)).isNotEmpty();
    }

    private Set<ValidationMessage> mistakes(String yaml) {
        try {
            return schema.validate(YAML.readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String[] builtInFiles() throws IOException {
        try (InputStream index = CatalogReader.class.getResourceAsStream("datasets/index.txt")) {
            return new String(index.readAllBytes(), StandardCharsets.UTF_8).split("\n");
        }
    }

    private static JsonSchema schema() {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(tree());
    }

    private static JsonNode tree() {
        try (InputStream in = CatalogReader.class.getResourceAsStream("/datasets-catalog.schema.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
