package io.evaldata.datasets.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.evaldata.datasets.DatasetsException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTableTest {
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int RGB_ALPHA = 6;

    @Test
    void idsAndRangesGetNewIdsAndOthersAreKept() {
        LabelTable table = table("{ids: {'0': 5, '91-181': 0, '255': 1}, others: keep}");

        assertThat(read(table, GREY, 0, 90, 91, 181, 182, 255)).containsExactly(5, 90, 0, 0, (byte) 182, 1);
    }

    @Test
    void othersCanGetOneId() {
        assertThat(read(table("{ids: {'3': 4}, others: 255}"), GREY, 3, 4)).containsExactly(4, (byte) 255);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 23})
    void anIdThatIsNotListedIsAnErrorWithFileIdAndPlace(int place) {
        int[] ids = new int[24];
        ids[place] = 77;
        LabelTable table = table("{ids: {'0': 0}}");

        assertThatThrownBy(() -> read(table, GREY, ids))
                .isInstanceOf(DatasetsException.class)
                .hasMessage("map.png has id 77 at column " + place + ", row 0; table test does not list it");
    }

    @Test
    void newIdsAreNotLookedUpAgain() {
        assertThat(read(table("{ids: {'1': 2, '2': 3}}"), GREY, 1, 2)).containsExactly(2, 3);
    }

    @Test
    void coloursOfRgbPicturesBecomeIds() {
        LabelTable table = table("{colours: [{rgb: [128, 64, 128], id: 7}, {rgb: [0, 0, 0], id: 255}]}");

        assertThat(read(table, RGB, 128, 64, 128, 0, 0, 0, 128, 64, 128)).containsExactly(7, (byte) 255, 7);
        assertThat(read(table, RGB_ALPHA, 128, 64, 128, 9, 0, 0, 0, 200)).containsExactly(7, (byte) 255);
    }

    @Test
    void coloursOfPalettePicturesBecomeIdsWhateverTheirOrder() {
        LabelTable table = table("{colours: [{rgb: [1, 2, 3], id: 7}, {rgb: [4, 5, 6], id: 8}]}");
        byte[] png = PngBytes.picture(3, 1, 2, PALETTE, false, new byte[] {4, 5, 6, 1, 2, 3}, new int[] {0, 1, 0}, 1);

        assertThat(read(table, png)).containsExactly(8, 7, 8);
    }

    @Test
    void aColourThatIsNotListedIsAnErrorWithFileColourAndPlace() {
        LabelTable table = table("{colours: [{rgb: [0, 0, 0], id: 0}]}");

        assertThatThrownBy(() -> read(table, RGB, 0, 0, 0, 12, 34, 56))
                .isInstanceOf(DatasetsException.class)
                .hasMessage("map.png has colour [12, 34, 56] at column 1, row 0; table test does not list it");
    }

    @Test
    void anIndexWithoutPaletteEntryIsAnErrorWhenColoursCount() {
        LabelTable table = table("{colours: [{rgb: [0, 0, 0], id: 0}], others: 3}");
        byte[] png = PngBytes.picture(2, 1, 8, PALETTE, false, new byte[3], new int[] {0, 9}, 1);

        assertThatThrownBy(() -> read(table, png))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("an index without a palette entry at column 1, row 0");
    }

    @Test
    void othersCanGetOneIdWhenColoursCount() {
        assertThat(read(table("{colours: [{rgb: [0, 0, 0], id: 0}], others: 3}"), RGB, 9, 9, 9))
                .containsExactly(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1]                                                    | the table",
                "{comment: x}                                           | the table",
                "{ids: {'0': 0}, colours: []}                           | the table",
                "{ids: {'0': 0}, other: keep}                           | other is no key",
                "{ids: [1]}                                             | ids",
                "{ids: {'256': 0}}                                      | ids.256",
                "{ids: {'9-3': 0}}                                      | ids.9-3",
                "{ids: {'x': 0}}                                        | ids.x",
                "{ids: {'1': 256}}                                      | ids.1",
                "{ids: {'1': 1.5}}                                      | ids.1",
                "{ids: {'1-3': 0, '2': 0}}                              | ids.2 gives id 2 a second time",
                "{ids: {'1': 1}, others: maybe}                         | others",
                "{colours: []}                                          | colours",
                "{colours: [{rgb: [1, 2], id: 0}]}                      | colours[0].rgb",
                "{colours: [{rgb: [1, 2, 300], id: 0}]}                 | colours[0].rgb",
                "{colours: [{rgb: [1, 2, 3]}]}                          | colours[0].id",
                "{colours: [{rgb: [1,2,3], id: 0},{rgb: [1,2,3], id: 1}]} | colours[1].rgb is given a second time",
            })
    void aMalformedTableIsAnErrorWithItsKey(String yaml, String key) {
        assertThatThrownBy(() -> table(yaml))
                .isInstanceOf(DatasetsException.class)
                .hasMessageStartingWith("Label table test: " + key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coco-object-ids", "coco-stuff-train-ids", "voc-colours"})
    void bundledTablesAreThere(String name) {
        assertThat(LabelTable.bundled(name).name()).isEqualTo(name);
    }

    @Test
    void anUnknownBundledTableIsAnErrorThatNamesTheKnownOnes() {
        assertThatThrownBy(() -> LabelTable.bundled("../x"))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("coco-object-ids, coco-stuff-train-ids, voc-colours");
    }

    @Test
    void cocoObjectHasBackgroundAnd80Objects() {
        LabelTable table = LabelTable.bundled("coco-object-ids");
        int[] ids = new int[256];
        Arrays.setAll(ids, i -> i);
        byte[] mapped = read(table, GREY, ids);

        assertThat(mapped[0]).isEqualTo((byte) 1);
        assertThat(mapped[89]).isEqualTo((byte) 80);
        assertThat(mapped[90]).isEqualTo((byte) 90);
        assertThat(mapped[91]).isEqualTo((byte) 0);
        assertThat(mapped[255]).isEqualTo((byte) 0);
    }

    private static LabelTable table(String yaml) {
        try {
            return LabelTable.parse("test", new YAMLMapper().readTree(yaml));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One row of 8-bit samples. */
    private static byte[] read(LabelTable table, int type, int... samples) {
        int perPixel = type == RGB ? 3 : type == RGB_ALPHA ? 4 : 1;
        return read(table, PngBytes.picture(samples.length / perPixel, 1, 8, type, false, new byte[0], samples, 1));
    }

    private static byte[] read(LabelTable table, byte[] png) {
        try (PngReader reader = new PngReader()) {
            return reader.read("map.png", png, table).ids();
        }
    }
}
