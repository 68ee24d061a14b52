package io.evaldata.datasets.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.labels.GoldenCase;
import io.evaldata.datasets.labels.PngWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The published conversion of Pascal Context, case by case. */
class GoldenMasksTest {
    private final PngWriter writer = new PngWriter();

    @Test
    void generatedMasksAreDrawnLikeThePublishedConverter() throws IOException {
        check(GoldenCase.bundled("pascal_context"));
    }

    @Test
    void everyMaskBesideTheRepositoryIsDrawnLikeThePublishedConverter() throws IOException {
        List<GoldenCase> cases = GoldenCase.shared("pascal_context");
        assumeFalse(cases.isEmpty(), "no ../shared/golden beside the repository");
        check(cases);
    }

    private void check(List<GoldenCase> cases) throws IOException {
        assertThat(cases).hasSizeGreaterThan(10);
        for (GoldenCase golden : cases) {
            if (golden.fails()) {
                assertThatThrownBy(() -> drawAll(golden))
                        .as(golden.name())
                        .isInstanceOf(DatasetsException.class)
                        .hasMessageContaining("input.json");
            } else {
                Map<String, String> expected = new TreeMap<>();
                for (JsonNode output : golden.facts().get("outputs")) {
                    expected.put(
                            output.get("output_name").asText(),
                            GoldenCase.describe(output, output.get("raw_sha256").asText()));
                }
                expected.put("train.txt", golden.facts().get("train_txt").asText());
                expected.put("val.txt", golden.facts().get("val_txt").asText());
                assertThat(drawAll(golden)).as(golden.name()).isEqualTo(expected);
            }
        }
    }

    private Map<String, String> drawAll(GoldenCase golden) throws IOException {
        Map<String, String> drawn = new TreeMap<>();
        try (PascalContextMasks masks = PascalContextMasks.open(golden.inputFile(), Set.of("train", "val"))) {
            for (ContextImage image : masks.images()) {
                drawn.put(image.mapName(), GoldenCase.describe(writer.write(masks.draw(image))));
            }
            drawn.put("train.txt", masks.splitList("train"));
            drawn.put("val.txt", masks.splitList("val"));
        }
        return drawn;
    }
}
