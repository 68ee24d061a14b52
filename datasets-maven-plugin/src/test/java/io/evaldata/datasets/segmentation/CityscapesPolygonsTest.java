package io.evaldata.datasets.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.labels.LabelMap;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CityscapesPolygonsTest {
    private static final String SQUARE = "[[1,1],[3,1],[3,3],[1,3]]";
    private static final int CAR = 13;

    private final CityscapesPolygons polygons = new CityscapesPolygons(PillowRules.DEFAULT);

    @Test
    void thePictureIsIgnoredWhereNothingIsDrawn() {
        LabelMap map = draw(frame(""));

        assertThat(map.width()).isEqualTo(6);
        assertThat(map.height()).isEqualTo(5);
        assertThat(map.distinctIds().stream()).containsExactly(255);
    }

    @Test
    void laterObjectsCoverEarlierOnesEvenWithIgnoredOnes() {
        assertThat(draw(frame(object("car", SQUARE) + "," + object("static", "[[2,1],[3,1],[3,3],[2,3]]")))
                        .at(2, 2))
                .isEqualTo(255);
        assertThat(draw(frame(object("car", SQUARE) + "," + object("road", SQUARE)))
                        .at(2, 2))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"car, 13", "cargroup, 13", "polegroup, 255", "pole, 5", "license plate, 255", "traffic sign, 7"})
    void labelsAreDrawnWithTheirTrainingId(String label, int id) {
        assertThat(draw(frame(object(label, SQUARE))).at(2, 2)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Car", "cargroupgroup", "group", "", "stra\\u00dfe"})
    void anUnknownLabelIsAnErrorWithFileObjectAndLabel(String label) {
        assertRefused(frame(object("car", SQUARE) + "," + object(label, SQUARE)), "object 1 (label \"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "2", "\"no\"", "[0]", "{\"a\":0}", "-0.5"})
    void deletedObjectsAreLeftOutWhateverTheirLabel(String deleted) {
        String object = "{\"label\":\"nonsense\",\"deleted\":" + deleted + ",\"polygon\":" + SQUARE + "}";

        assertThat(draw(frame(object)).at(2, 2)).isEqualTo(255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "false", "null", "\"\"", "[]", "{}", "0.0"})
    void whatIsNotDeletedIsDrawn(String deleted) {
        String object = "{\"label\":\"car\",\"deleted\":" + deleted + ",\"polygon\":" + SQUARE + "}";

        assertThat(draw(frame(object)).at(2, 2)).isEqualTo(CAR);
    }

    @Test
    void fractionsOfCoordinatesAreDroppedTowardsZero() {
        LabelMap map = draw(frame(object("car", "[[-0.9,-1.2],[2.9,0],[2.9,1.99],[0.5,1.5]]")));

        assertThat(map.at(0, 0)).isEqualTo(CAR);
        assertThat(map.at(2, 1)).isEqualTo(CAR);
        assertThat(map.at(3, 1)).isEqualTo(255);
        assertThat(map.at(0, 2)).isEqualTo(255);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[1,1],[\"3\",1],[3,3]]   | point 1 of its polygon has a coordinate that is no number: 3",
                "[[1,1],[null,1],[3,3]]    | point 1 of its polygon has a coordinate that is no number: null",
                "[[1,1],[true,1],[3,3]]    | point 1 of its polygon has a coordinate that is no number: true",
                "[[1,1],[[3],1],[3,3]]     | point 1 of its polygon has a coordinate that is no number",
                "[[1,1],[3,1e300],[3,3]]   | point 1 of its polygon has a coordinate beyond 1000000000: 1e300",
                "[[1,1],[3,1e999],[3,3]]   | point 1 of its polygon has a coordinate beyond",
                "[[1,1],[3],[3,3]]         | point 1 of its polygon has fewer than two numbers",
                "[1,1,3,3]                 | point 0 of its polygon is no pair of numbers",
                "[[1,1],{\"x\":3}]         | point 1 of its polygon is no pair of numbers",
                "{\"x\":[1,1]}             | its polygon is no list of points",
                "null                      | its polygon is no list of points",
                "[]                        | its polygon has fewer than two points",
                "[[1,1]]                   | its polygon has fewer than two points",
            })
    void aPolygonThatCannotBeDrawnIsAnErrorWithFileObjectAndLabel(String polygon, String reason) {
        assertRefused(
                frame(object("car", SQUARE) + "," + object("car", polygon)), "object 1 (label \"car\"): " + reason);
    }

    @Test
    void theLabelIsNamedThoughItFollowsThePolygon() {
        assertRefused(frame("{\"polygon\":[[1,1],[2,\"x\"]],\"label\":\"car\"}"), "object 0 (label \"car\")");
    }

    @Test
    void missingKeysAreErrors() {
        assertRefused(frame("{\"polygon\":" + SQUARE + "}"), "object 0 (no label): the key label is missing");
        assertRefused(frame("{\"label\":\"car\"}"), "object 0 (label \"car\"): the key polygon is missing");
        assertRefused("{\"imgWidth\":6,\"objects\":[]}", "the key imgHeight is missing");
        assertRefused("{\"imgHeight\":6,\"objects\":[]}", "the key imgWidth is missing");
        assertRefused("{\"imgHeight\":6,\"imgWidth\":6}", "the key objects is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "6.9", "\"6\"", "\" +6 \"", "0.6e1"})
    void theSizeMayBeTextOrAFraction(String width) {
        assertThat(draw("{\"imgHeight\":5,\"imgWidth\":" + width + ",\"objects\":[]}")
                        .width())
                .isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "0.9", "\"6.5\"", "null", "[6]", "1e99", "70000000", "\"six\"", "true"})
    void aWrongSizeIsAnError(String width) {
        assertRefused("{\"imgHeight\":5,\"imgWidth\":" + width + ",\"objects\":[]}", "");
    }

    @Test
    void keysComeInAnyOrderAndTheLastOfEqualOnesCounts() {
        String json = "{\"objects\":[" + object("nonsense", SQUARE) + "],\"objects\":[{\"polygon\":" + SQUARE
                + ",\"label\":\"road\",\"label\":\"car\"}],\"imgWidth\":9,\"x\":{\"objects\":1},\"imgHeight\":5,\"imgWidth\":6}";
        assertThat(draw(json).at(2, 2)).isEqualTo(CAR);
    }

    @Test
    void regionsToIgnoreAreAnErrorUnlessThereAreNone() {
        assertRefused("{\"imgHeight\":5,\"imgWidth\":6,\"objects\":[],\"ignore\":[{}]}", "regions to ignore");
        assertThat(draw("{\"imgHeight\":5,\"imgWidth\":6,\"objects\":[],\"ignore\":[]}")
                        .width())
                .isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "\uFEFF{\"imgHeight\":5,\"imgWidth\":6,\"objects\":[]}",
                "{\"imgHeight\":5,\"imgWidth\":6,\"objects\":[]} x",
                "{\"imgHeight\":5,\"imgWidth\":6,\"objects\":[],}",
                "{\"imgHeight\":5,\"imgWidth\":6,\"objects\":[1]}",
                "{\"imgHeight\":5,\"imgWidth\":6,\"objects\":{}}",
                "{\"imgHeight\":5,\"imgWidth\":6,\"objects\":[{\"label\":\"car\",\"polygon\":[[1,1],[NaN,2]]}]}"
            })
    void whatIsNoFrameIsAnError(String json) {
        assertRefused(json, "");
    }

    @Test
    void utf16IsAnError() {
        assertThatThrownBy(() -> polygons.draw("a.json", frame("").getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("a.json");
    }

    private void assertRefused(String json, String reason) {
        assertThatThrownBy(() -> draw(json))
                .isInstanceOf(DatasetsException.class)
                .hasMessageStartingWith("frame.json")
                .hasMessageContaining(reason);
    }

    private LabelMap draw(String json) {
        return polygons.draw("frame.json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static String frame(String objects) {
        return "{\"imgHeight\":5,\"imgWidth\":6,\"objects\":[" + objects + "]}";
    }

    private static String object(String label, String polygon) {
        return "{\"label\":\"" + label + "\",\"polygon\":" + polygon + "}";
    }
}
