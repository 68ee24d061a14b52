package io.evaldata.datasets.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.evaldata.datasets.DatasetsException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published conversions of COCO-Stuff and COCO-Object, case by case. */
class GoldenLabelMapsTest {
    @Test
    void generatedCocoStuffMapsBecomeWhatThePublishedConverterMakes() {
        check(GoldenCase.bundled("coco_stuff164k"), "coco-stuff-train-ids");
    }

    @Test
    void generatedCocoObjectMapsBecomeWhatThePublishedConverterMakes() {
        check(GoldenCase.bundled("coco_object"), "coco-object-ids");
    }

    @Test
    void everyCocoStuffMapBesideTheRepositoryBecomesWhatThePublishedConverterMakes() {
        List<GoldenCase> cases = GoldenCase.shared("coco_stuff164k");
        assumeFalse(cases.isEmpty(), "no ../shared/golden beside the repository");
        check(cases, "coco-stuff-train-ids");
    }

    @Test
    void everyCocoObjectMapBesideTheRepositoryBecomesWhatThePublishedConverterMakes() {
        List<GoldenCase> cases = GoldenCase.shared("coco_object");
        assumeFalse(cases.isEmpty(), "no ../shared/golden beside the repository");
        check(cases, "coco-object-ids");
    }

    private static void check(List<GoldenCase> cases, String table) {
        assertThat(cases).hasSizeGreaterThan(30);
        try (LabelMapConverter converter = new LabelMapConverter(LabelTable.bundled(table))) {
            for (GoldenCase golden : cases) {
                if (golden.fails() || !golden.facts().get("mode").asText().equals("L")) {
                    assertThatThrownBy(() -> converter.convert(golden.name(), golden.input()))
                            .as(golden.name())
                            .isInstanceOf(DatasetsException.class)
                            .hasMessageContaining(golden.name());
                } else {
                    String expected = GoldenCase.describe(
                            golden.facts(), golden.facts().get("raw_sha256").asText());
                    assertThat(GoldenCase.describe(converter.convert(golden.name(), golden.input())))
                            .as(golden.name())
                            .isEqualTo(expected);
                }
            }
        }
    }
}
