package ${package}.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import ${package}.data.PreparedDatasets;
import ${package}.model.Model;
import ${package}.model.Models;
import ${package}.results.Result;
import ${package}.results.ResultsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Evaluates every segmentation config, and checks first that it points at prepared data. */
class SegmentationIT {
    private static final Path CONFIGS = Path.of(System.getProperty("evaluation.segConfigs", "seg_configs"));

    @Test
    void pointsEveryConfigAtAPreparedDataset() throws IOException {
        PreparedDatasets prepared = PreparedDatasets.current();
        Map<String, Path> dataRoots = SegmentationConfig.readAll(CONFIGS).stream()
                .collect(Collectors.toMap(SegmentationConfig::name, SegmentationConfig::dataRoot));

        assertThat(dataRoots).as("configs in " + CONFIGS).isNotEmpty();
        assertThat(prepared.roots().values())
                .as("prepared roots, among them the data_root of every config in " + CONFIGS)
                .containsAll(dataRoots.values());
    }

    @Test
    void evaluatesThePreparedDatasets() throws IOException {
        List<Result> results = new ArrayList<>();
        try (Model model = Models.chosenBy(System.getProperties())) {
            SegmentationEvaluation evaluation = new SegmentationEvaluation(model);
            for (SegmentationConfig config : SegmentationConfig.readAll(CONFIGS)) {
                results.addAll(evaluation.evaluate(config));
            }
            new ResultsTable("segmentation", model.name(), results).publish(System.out);
        }
        assertThat(results).isNotEmpty().allSatisfy(result -> {
            assertThat(result.value()).isBetween(0.0, 1.0);
            assertThat(result.items())
                    .as("labelled pixels of " + result.dataset())
                    .isPositive();
        });
    }
}
