package ${package}.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntersectionOverUnionTest {
    @Test
    void agreesWithNumPyWithAndWithoutReducedZeroLabel() throws IOException {
        JsonNode reference = read("/segmentation/reference.json");
        assertThat(reference.path("cases")).hasSize(2);
        for (JsonNode oneCase : reference.path("cases")) {
            IntersectionOverUnion score =
                    new IntersectionOverUnion(reference.path("classes").asInt());
            for (JsonNode image : oneCase.path("images")) {
                LabelMap truth = map(image, "labels");
                score.add(
                        oneCase.path("reduceZeroLabel").asBoolean() ? truth.zeroReduced() : truth,
                        map(image, "prediction"));
            }

            assertThat(score.mean()).isCloseTo(oneCase.path("meanIoU").asDouble(), within(1e-9));
            assertThat(score.pixelAccuracy())
                    .isCloseTo(oneCase.path("pixelAccuracy").asDouble(), within(1e-9));
        }
    }

    @Test
    void leavesClassesOutOfTheMeanThatOccurNowhere() {
        IntersectionOverUnion score = new IntersectionOverUnion(3);
        score.add(LabelMap.of(2, 1, 0, 0), LabelMap.of(2, 1, 0, 1));

        assertThat(score.mean()).isEqualTo(0.25);
    }

    @Test
    void refusesALabelThatIsNoClass() {
        IntersectionOverUnion score = new IntersectionOverUnion(3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> score.add(LabelMap.of(1, 1, 3), LabelMap.of(1, 1, 0)))
                .withMessageContaining("Label 3");
    }

    @Test
    void refusesMapsOfDifferentSizes() {
        IntersectionOverUnion score = new IntersectionOverUnion(3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> score.add(LabelMap.of(1, 2, 0, 0), LabelMap.of(2, 1, 0, 0)))
                .withMessageContaining("1 x 2");
    }

    private static LabelMap map(JsonNode image, String name) {
        int[] labels = IntStream.range(0, image.path(name).size())
                .map(i -> image.path(name).path(i).asInt())
                .toArray();
        return LabelMap.of(image.path("width").asInt(), image.path("height").asInt(), labels);
    }

    private static JsonNode read(String resource) throws IOException {
        try (InputStream in = IntersectionOverUnionTest.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(in);
        }
    }
}
