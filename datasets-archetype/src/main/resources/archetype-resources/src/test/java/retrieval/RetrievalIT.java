package ${package}.retrieval;

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

/** Evaluates every prepared dataset with captions. */
class RetrievalIT {
    @Test
    void evaluatesThePreparedDatasets() throws IOException {
        PreparedDatasets prepared = PreparedDatasets.current().only(CaptionReader.ids());
        assertThat(prepared.roots()).as("prepared datasets with captions").isNotEmpty();

        List<Result> results = new ArrayList<>();
        try (Model model = Models.chosenBy(System.getProperties())) {
            RetrievalEvaluation evaluation = new RetrievalEvaluation(model);
            for (Map.Entry<String, Path> dataset : prepared.roots().entrySet()) {
                CaptionedImages data = CaptionReader.of(dataset.getKey()).read(dataset.getValue());
                assertThat(data.captions()).as("captions in " + dataset).isNotEmpty();
                results.addAll(evaluation.evaluate(dataset.getKey(), data));
            }
            new ResultsTable("retrieval", model.name(), results).publish(System.out);
        }
        assertThat(results).allSatisfy(result -> assertThat(result.value()).isBetween(0.0, 1.0));
    }
}
