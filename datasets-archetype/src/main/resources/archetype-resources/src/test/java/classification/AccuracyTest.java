package ${package}.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class AccuracyTest {
    @Test
    void agreesWithNumPy() throws IOException {
        JsonNode reference = read("/classification/reference.json");
        Accuracy accuracy = new Accuracy(reference.path("classes").asInt());
        for (int i = 0; i < reference.path("labels").size(); i++) {
            accuracy.add(
                    reference.path("labels").path(i).asInt(),
                    reference.path("predictions").path(i).asInt());
        }

        assertThat(accuracy.top1()).isCloseTo(reference.path("top1").asDouble(), within(1e-9));
        assertThat(accuracy.meanPerClass())
                .isCloseTo(reference.path("meanPerClass").asDouble(), within(1e-9));
        assertThat(accuracy.images()).isEqualTo(reference.path("labels").size());
    }

    @Test
    void givesSmallClassesTheWeightOfLargeOnes() {
        Accuracy accuracy = new Accuracy(3);
        for (int i = 0; i < 9; i++) {
            accuracy.add(0, 0);
        }
        accuracy.add(1, 0);

        assertThat(accuracy.top1()).isEqualTo(0.9);
        assertThat(accuracy.meanPerClass()).isEqualTo(0.5);
    }

    private static JsonNode read(String resource) throws IOException {
        try (InputStream in = AccuracyTest.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(in);
        }
    }
}
