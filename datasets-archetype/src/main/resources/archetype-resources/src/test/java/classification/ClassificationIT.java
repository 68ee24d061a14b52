package ${package}.classification;

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
import org.junit.jupiter.api.Test;

/** Evaluates every prepared dataset with classes. */
class ClassificationIT {
    @Test
    void evaluatesThePreparedDatasets() throws IOException {
        PreparedDatasets prepared = PreparedDatasets.current().only(ClassificationDataset.ids());
        assertThat(prepared.roots()).as("prepared datasets with classes").isNotEmpty();

        List<Result> results = new ArrayList<>();
        try (Model model = Models.chosenBy(System.getProperties())) {
            ClassificationEvaluation evaluation = new ClassificationEvaluation(model);
            for (Map.Entry<String, Path> entry : prepared.roots().entrySet()) {
                ClassificationDataset dataset = ClassificationDataset.of(entry.getKey());
                LabelledImages data = dataset.read(entry.getValue());
                assertThat(data.images()).as("images in " + entry).isNotEmpty();
                results.add(evaluation.evaluate(dataset, data));
            }
            new ResultsTable("classification", model.name(), results).publish(System.out);
        }
        assertThat(results).allSatisfy(result -> assertThat(result.value()).isBetween(0.0, 1.0));
    }
}
