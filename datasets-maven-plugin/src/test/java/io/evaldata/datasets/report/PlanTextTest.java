package io.evaldata.datasets.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.evaldata.datasets.catalog.Catalog;
import io.evaldata.datasets.catalog.CatalogReader;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.prepare.LineRate;
import io.evaldata.datasets.prepare.Plan;
import io.evaldata.datasets.prepare.Request;
import io.evaldata.datasets.prepare.Roots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the goals list and plan show of the built-in catalogue. */
class PlanTextTest {
    private static final LineRate RATE = LineRate.parse("100 Mbit/s");

    /** What is left of 80 columns behind {@code [INFO] }. */
    private static final int WIDTH = 73;

    @TempDir
    private Path temp;

    private final Catalog catalog = CatalogReader.builtIn().catalog();

    @Test
    void everyLineFitsUnlessItHoldsAnAddressOrAPath() throws IOException {
        List<String> lines = PlanText.lines(plan("all"), RATE);
        assertThat(lines)
                .filteredOn(line -> !line.contains("://") && !line.contains(temp.toString()))
                .filteredOn(line -> line.length() > WIDTH)
                .isEmpty();
        assertThat(CatalogText.overview(catalog, goal -> "mvn datasets:" + goal))
                .filteredOn(line -> line.length() > WIDTH)
                .isEmpty();
        for (Dataset dataset : catalog.all()) {
            assertThat(DataCard.of(dataset))
                    .filteredOn(line -> !line.contains("://") && !line.contains("sha256:"))
                    .filteredOn(line -> !dataset.layout().contains(line.strip())) // as the catalogue draws it
                    .filteredOn(line -> line.length() > WIDTH)
                    .as(dataset.id())
                    .isEmpty();
        }
    }

    @Test
    void saysBytesTimeDiskAndTheSums() throws IOException {
        assertThat(PlanText.lines(plan("dtd"), RATE))
                .contains(
                        "dtd      625.2 MB  ~625.2 MB  51 s",
                        "1 of 1 datasets to prepare",
                        "  to fetch  625.2 MB",
                        "            51 s at 100 Mbit/s",
                        "  on disk   about 625.2 MB when done",
                        "            about 1.3 GB at the peak, with the downloads beside");
    }

    @Test
    void sumsOfUnknownSizesFitToo() throws IOException {
        assertThat(PlanText.lines(plan("voc2010_context,flickr30k"), RATE))
                .filteredOn(line -> line.contains("at the peak") || line.contains("when done"))
                .isNotEmpty()
                .allMatch(line -> line.length() <= WIDTH);
    }

    @Test
    void saysWhatPartsAndWholeFilesCost() throws IOException {
        assertThat(text(plan("ade20k")))
                .contains("in parts about 100.0 MB, or whole files of 967.4 MB if the server cannot send parts");
    }

    @Test
    void saysWhatTheOtherWaysCostAndWhyTheyComeLater() throws IOException {
        assertThat(text(plan("sun397")))
                .contains("way: repack at Hugging Face; other ways:")
                .contains("original archive: 39.1 GB; SUN397.tar.gz: dead since at least July 2025");
    }

    @Test
    void saysWhatToDoFirst() throws IOException {
        assertThat(text(plan("imagenet,cityscapes")))
                .contains("before you start")
                .contains("-Ddatasets.acceptTerms=imagenet")
                .contains("'huggingface' in settings.xml")
                .contains("-Ddatasets.acceptTerms=cityscapes")
                .contains("'cityscapes' in settings.xml");
    }

    @Test
    void unknownSizesAreNeverTakenForNothing() throws IOException {
        Plan plan = plan("voc2010_context");
        assertThat(text(plan)).contains("and a file of unknown size").doesNotContain("0 B");
        assertThat(PlanJson.of(plan, RATE).at("/toFetch/unknownFiles").asInt()).isEqualTo(1);
    }

    @Test
    void filesOfTwoDatasetsAreCountedOnce() throws IOException {
        Plan both = plan("coco,coco_stuff164k");
        assertThat(text(both)).contains("shared, fetched once");
        assertThat(both.toFetch().bytes())
                .isLessThan(plan("coco").toFetch().bytes()
                        + plan("coco_stuff164k").toFetch().bytes());
    }

    @Test
    void tellsMachinesTheSame() throws IOException {
        JsonNode json = PlanJson.of(plan("sun397,imagenet"), RATE);
        assertThat(json.get("missing").asInt()).isEqualTo(2);
        assertThat(json.at("/datasets/0/ways")).hasSize(2);
        assertThat(json.at("/datasets/1/needs/0/kind").asText()).isEqualTo("terms");
        assertThat(json.at("/seconds").asLong())
                .isEqualTo(json.at("/toFetch/bytes").asLong() * 8 / 100_000_000);
    }

    @Test
    void aCardHasSourcesTermsSplitsAndCitation() {
        assertThat(String.join("\n", DataCard.of(catalog.get("coco"))))
                .contains("val2017.zip", "4f7e2ccb2866ec50", "815.6 MB", "licence", "5,000", "lin2014microsoft");
        JsonNode card = CatalogJson.of(List.of(catalog.get("coco"))).at("/datasets/0");
        assertThat(card.at("/sources/0/sha256").asText()).startsWith("4f7e2ccb2866ec50");
        assertThat(card.at("/ways/0/eval/files")).hasSize(2);
    }

    @Test
    void ratesAreReadWithTheirUnits() {
        assertThat(LineRate.parse("1 Gbit/s").bitsPerSecond()).isEqualTo(1_000_000_000);
        assertThat(LineRate.parse("12.5 MB/s").bitsPerSecond()).isEqualTo(100_000_000);
        assertThat(LineRate.parse("50").bitsPerSecond()).isEqualTo(50_000_000);
        assertThatThrownBy(() -> LineRate.parse("20 miles")).hasMessageContaining("is no rate");
        assertThatThrownBy(() -> LineRate.parse("fast")).hasMessageContaining("'fast' is no rate; expected");
        assertThatThrownBy(() -> LineRate.parse("0")).hasMessageContaining("is no rate");
    }

    private static String text(Plan plan) {
        return String.join("\n", PlanText.lines(plan, RATE)).replaceAll("\\s*\\n\\s+", " ");
    }

    private Plan plan(String names) throws IOException {
        Request.Fetching fetching = new Request.Fetching(
                temp.resolve("cache"), Optional.empty(), false, false, false, Set.of(), Optional.empty(), false);
        Request request = new Request(
                catalog,
                List.copyOf(catalog.named(List.of(names.split(",", -1)))),
                Roots.of(temp.resolve("data"), Map.of()),
                Scope.EVAL,
                fetching,
                "12.3",
                false,
                1,
                false,
                false);
        return Plan.of(request, Cache.at(fetching.cache(), fetching.manualDir()));
    }
}
