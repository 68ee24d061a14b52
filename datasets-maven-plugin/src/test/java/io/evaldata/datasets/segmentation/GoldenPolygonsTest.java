package io.evaldata.datasets.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.labels.GoldenCase;
import io.evaldata.datasets.labels.PngWriter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The published conversion of Cityscapes, case by case, under each rule set. */
class GoldenPolygonsTest {
    @ParameterizedTest
    @EnumSource
    void generatedFramesAreDrawnLikePillow(PillowRules rules) {
        check(GoldenCase.bundled("cityscapes"), rules);
    }

    @ParameterizedTest
    @EnumSource
    void everyFrameBesideTheRepositoryIsDrawnLikePillow(PillowRules rules) {
        List<GoldenCase> cases = GoldenCase.shared("cityscapes");
        assumeFalse(cases.isEmpty(), "no ../shared/golden beside the repository");
        check(cases, rules);
    }

    private static void check(List<GoldenCase> cases, PillowRules rules) {
        assertThat(cases).hasSizeGreaterThan(40);
        CityscapesPolygons polygons = new CityscapesPolygons(rules);
        PngWriter writer = new PngWriter();
        for (GoldenCase golden : cases) {
            if (golden.fails()) {
                assertThatThrownBy(() -> polygons.draw(golden.name(), golden.input()))
                        .as(golden.name())
                        .isInstanceOf(DatasetsException.class)
                        .hasMessageContaining(golden.name());
            } else {
                String hash = golden.facts()
                        .get("raw_sha256_by_pillow")
                        .get(rules.version())
                        .asText();
                assertThat(GoldenCase.describe(writer.write(polygons.draw(golden.name(), golden.input()))))
                        .as(golden.name())
                        .isEqualTo(GoldenCase.describe(golden.facts(), hash));
            }
        }
    }
}
