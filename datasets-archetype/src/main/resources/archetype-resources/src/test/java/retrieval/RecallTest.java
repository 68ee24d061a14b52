package ${package}.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecallTest {
    @Test
    void agreesWithNumPyInBothDirections() throws IOException {
        JsonNode reference = read("/retrieval/reference.json");
        JsonNode scores = reference.path("scores");
        JsonNode imageOfCaption = reference.path("imageOfCaption");
        Recall imageToText = Recall.ofRanks(IntStream.range(0, scores.size())
                .map(image -> Recall.rank(
                        floats(scores.path(image)),
                        caption -> imageOfCaption.path(caption).asInt() == image))
                .toArray());
        Recall textToImage = Recall.ofRanks(IntStream.range(0, imageOfCaption.size())
                .map(caption -> Recall.rank(
                        column(scores, caption),
                        image -> imageOfCaption.path(caption).asInt() == image))
                .toArray());

        for (int k : new int[] {1, 5, 10}) {
            String key = String.valueOf(k);
            assertThat(imageToText.at(k))
                    .isCloseTo(reference.path("imageToText").path(key).asDouble(), within(1e-9));
            assertThat(textToImage.at(k))
                    .isCloseTo(reference.path("textToImage").path(key).asDouble(), within(1e-9));
        }
    }

    @Test
    void countsTheFirstOfEqualScoresAsTheBetterOne() {
        float[] equal = {1, 1, 1};

        assertThat(Recall.rank(equal, i -> i == 0)).isZero();
        assertThat(Recall.rank(equal, i -> i == 2)).isEqualTo(2);
    }

    @Test
    void takesTheBestOfSeveralRightAnswers() {
        assertThat(Recall.rank(new float[] {0.1f, 0.9f, 0.5f, 0.4f}, i -> i == 0 || i == 2))
                .isEqualTo(1);
    }

    @Test
    void refusesAQueryWithoutRightAnswer() {
        assertThatIllegalArgumentException().isThrownBy(() -> Recall.rank(new float[] {1}, i -> false));
    }

    private static float[] floats(JsonNode row) {
        float[] values = new float[row.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.path(i).floatValue();
        }
        return values;
    }

    private static float[] column(JsonNode rows, int column) {
        float[] values = new float[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.path(i).path(column).floatValue();
        }
        return values;
    }

    private static JsonNode read(String resource) throws IOException {
        try (InputStream in = RecallTest.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(in);
        }
    }
}
