package io.evaldata.datasets.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsReportTest {
    private static final String HOSTILE = "</script></style><img src=x onerror=alert(1)>\"'&";

    @TempDir
    static Path folder;

    private static SampleRoot root;

    @BeforeAll
    static void prepare() throws IOException, InterruptedException {
        root = SampleRoot.prepare(folder.resolve("root"), "all");
    }

    @Test
    void everyDatasetHasAVerdictCountsSizesAndPictures() throws IOException {
        JsonNode report = new ObjectMapper().readTree(root.report().json());
        assertThat(report.get("datasets")).hasSize(19).allSatisfy(dataset -> {
            String id = dataset.get("id").asText();
            assertThat(dataset.get("state").asText()).as(id).isEqualTo("ok");
            assertThat(dataset.get("pictures").asInt()).as(id).isPositive();
            assertThat(dataset.get("sheet")).as(id).isNotEmpty();
            assertThat(dataset.get("sheet")).as(id).allSatisfy(tile -> {
                assertThat(tile.get("shown").asBoolean()).isTrue();
                assertThat(tile.get("notes")).isEmpty();
            });
            assertThat(dataset.get("sizes").get("pictures").asInt())
                    .as(id)
                    .isEqualTo(dataset.get("pictures").asInt());
            assertThat(dataset.get("notes")).as(id).isEmpty();
            switch (dataset.get("group").asText()) {
                case "retrieval" ->
                    assertThat(dataset.get("captions").get("total").asInt())
                            .as(id)
                            .isPositive();
                case "classification" ->
                    assertThat(dataset.get("classes").size()).as(id).isGreaterThan(1);
                default ->
                    assertThat(dataset.get("labels").get("values").size())
                            .as(id)
                            .isGreaterThan(1);
            }
        });
    }

    @Test
    void everyFieldIsDocumentedAndEveryDocumentedFieldIsThere() throws IOException {
        Set<String> documented = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("..", "docs", "report.md"))) {
            if (line.startsWith("| `")) {
                Pattern.compile("`(\\w+)`").matcher(line).results().forEach(code -> documented.add(code.group(1)));
            }
        }
        Set<String> values = Set.of("ok", "damaged", "missing", "real", "sample");
        Set<String> fields = new TreeSet<>();
        JsonNode report = new ObjectMapper().readTree(golden());
        addFields(report, fields);
        for (JsonNode dataset : report.get("datasets")) {
            for (String part : List.of("", "prepared", "sizes", "labels", "captions", "terms", "verdict")) {
                addFields(part.isEmpty() ? dataset : dataset.path(part), fields);
            }
            for (JsonNode list : List.of(
                    dataset.get("sheet"),
                    dataset.path("labels").path("values"),
                    dataset.path("prepared").path("sources"))) {
                list.forEach(entry -> addFields(entry, fields));
            }
            addFields(dataset.path("sizes").path("width"), fields);
        }
        fields.addAll(List.of("kind", "path", "expected", "found")); // of findings, of which the golden file has none
        assertThat(documented).containsAll(fields);
        documented.removeAll(fields);
        assertThat(values).containsAll(documented);
    }

    private static void addFields(JsonNode node, Set<String> fields) {
        node.fieldNames().forEachRemaining(fields::add);
    }

    @Test
    void theJsonIsAsWrittenDown() throws IOException {
        SampleRoot few = SampleRoot.at(folder.resolve("root"), "coco", "oxford_pets", "cifar100", "voc2012");
        String json = few.report()
                .json()
                .replace(folder.resolve("root").toString(), "ROOT")
                .replaceAll("[0-9a-f]{64}", "DIGEST") // compressors differ between machines
                .replaceAll("\"bytes\" : \\d+", "\"bytes\" : 1");
        assertThat(json).isEqualTo(golden());
    }

    @Test
    void theSameDatasetsGiveTheSameBytes() throws IOException {
        Path first = root.report().write(folder.resolve("first"));
        Path second = root.report().write(folder.resolve("second"));
        assertThat(first).hasSameBinaryContentAs(second);
        assertThat(Files.size(first)).isLessThan(15_000_000);
    }

    @Test
    void hostileCaptionsAndNamesStayText() throws IOException, InterruptedException {
        SampleRoot hostile = SampleRoot.prepare(folder.resolve("hostile"), "flickr30k");
        Path list = folder.resolve("hostile/flickr30k-images/flickr30k_val.json");
        ObjectMapper json = new ObjectMapper();
        JsonNode entries = json.readTree(list.toFile());
        String text = entries.toString().replaceAll("\"caption\":\\[\"[^\"]*\"", "\"caption\":[" + quoted(json));
        Files.writeString(list, text);
        String page = Files.readString(hostile.report().write(folder.resolve("hostile-report")));
        assertThat(page).doesNotContain("<img src=x").contains("&lt;/script&gt;&lt;/style&gt;&lt;img src=x");
    }

    private static String quoted(ObjectMapper json) throws IOException {
        return json.writeValueAsString(HOSTILE).replace("\\", "\\\\");
    }

    @Test
    void damageIsShownAndNeverEndsTheReport() throws IOException, InterruptedException {
        SampleRoot damaged =
                SampleRoot.prepare(folder.resolve("damaged"), "voc2012", "stanford_cars", "cifar10", "coco");
        Path data = folder.resolve("damaged");
        Files.delete(data.resolve("segmentation/VOCdevkit/VOC2012/ImageSets/Segmentation/val.txt"));
        Files.writeString(data.resolve("segmentation/VOCdevkit/VOC2012/SegmentationClass/2007_000421.png"), "no map");
        Files.writeString(data.resolve("classification/stanford_cars/cars_test_annos_withlabels.mat"), "no mat");
        Files.writeString(data.resolve("classification/cifar-10-batches-py/test_batch"), "no pickle");
        Files.writeString(data.resolve("coco/annotations/captions_val2017.json"), "{\"images\": [{");
        DatasetsReport report = damaged.report();
        report.write(folder.resolve("damaged-report"));
        JsonNode json = new ObjectMapper().readTree(report.json());
        assertThat(json.get("datasets")).allSatisfy(dataset -> {
            assertThat(dataset.get("state").asText()).isEqualTo("damaged");
            assertThat(dataset.get("notes")).isNotEmpty();
        });
    }

    @Test
    void whatTheReportCannotReadCountsWhereTheQuickVerdictSeesNothing() throws IOException, InterruptedException {
        SampleRoot sample = SampleRoot.prepare(folder.resolve("unread"), "voc2012", "dtd", "oxford_pets");
        Path data = folder.resolve("unread");
        scramble(data.resolve("segmentation/VOCdevkit/VOC2012/SegmentationClass/2007_000421.png"));
        try (Stream<Path> pictures = Files.walk(data.resolve("classification/dtd"))) {
            scramble(pictures.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .findFirst()
                    .orElseThrow());
        }
        DatasetsReport report = sample.report();
        Path page = report.write(folder.resolve("unread-report"));
        Map<String, String> states = new TreeMap<>();
        for (JsonNode dataset : new ObjectMapper().readTree(report.json()).get("datasets")) {
            states.put(dataset.get("id").asText(), dataset.get("state").asText());
            assertThat(dataset.get("verdict").get("ok").asBoolean()).isTrue();
        }
        assertThat(states).isEqualTo(Map.of("voc2012", "damaged", "dtd", "damaged", "oxford_pets", "ok"));
        assertThat(page)
                .content(StandardCharsets.UTF_8)
                .contains(
                        "3 datasets, 1 ok",
                        "unreadable files",
                        "1 label map could not be read",
                        "without a readable header")
                .contains("<option value=\"damaged\">", "verify -Ddatasets=dtd -Ddatasets.deep -Ddatasets.repair")
                .doesNotContain("all ok");
    }

    /** Other bytes in a file, as many as there were, so that its folder's time stays. */
    private static void scramble(Path file) throws IOException {
        Files.write(file, new byte[(int) Files.size(file)]);
    }

    @Test
    void whatIsNotPreparedIsSaidSo() throws IOException {
        SampleRoot none = SampleRoot.at(folder.resolve("none"), "dtd");
        Path page = none.report().write(folder.resolve("none-report"));
        assertThat(page)
                .content(StandardCharsets.UTF_8)
                .contains("not prepared", "mvn datasets:prepare -Ddatasets=dtd");
    }

    private static String golden() throws IOException {
        try (InputStream in = DatasetsReportTest.class.getResourceAsStream("report.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
