package io.evaldata.datasets.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.DatasetsException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PngReaderTest {
    private static final byte[] NO_PALETTE = {};
    private static final int GREY = 0;
    private static final int PALETTE = 3;

    private final PngReader reader = new PngReader();

    @AfterEach
    void close() {
        reader.close();
    }

    @Property(tries = 400)
    void readsPalettesByIndexAndGreyAsShown(
            @ForAll @IntRange(min = 1, max = 70) int width,
            @ForAll @IntRange(min = 1, max = 20) int height,
            @ForAll @IntRange(min = 0, max = 3) int depthPower,
            @ForAll boolean grey,
            @ForAll boolean interlaced,
            @ForAll boolean runs,
            @ForAll long seed) {
        int depth = grey && depthPower == 0 ? 8 : 1 << depthPower;
        Random random = new Random(seed);
        int[] ids = new int[width * height];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = runs && i > 0 && random.nextInt(10) > 0 ? ids[i - 1] : random.nextInt(1 << depth);
        }
        byte[] png = PngBytes.picture(
                width, height, depth, grey ? GREY : PALETTE, interlaced, grey ? NO_PALETTE : new byte[6], ids, seed);
        int stretch = grey ? 255 / ((1 << depth) - 1) : 1;
        try (PngReader fresh = new PngReader()) {
            assertThat(ids(fresh.read("map.png", png)))
                    .isEqualTo(Arrays.stream(ids).map(id -> id * stretch).toArray());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 1-bit grey",
        "16, 0, 16-bit grey",
        "8, 2, 8-bit RGB",
        "8, 4, 8-bit grey with alpha",
        "16, 6, 16-bit RGB with alpha"
    })
    void refusesFormsThatHoldNo8BitIds(int depth, int type, String form) {
        byte[] png = PngBytes.picture(2, 2, depth, type, false, NO_PALETTE, new int[16], 1);

        assertThatThrownBy(() -> reader.read("map.png", png))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining("map.png is a " + form + " picture");
    }

    @Test
    void toleratesAWrongChecksumOfImageData() {
        byte[] png = grey(4, 3);
        int data = indexOf(png, "IDAT") + 4;
        int length = png[data - 5] & 0xFF;
        png[data + length] ^= 1;

        assertThat(ids(reader.read("map.png", png))).hasSize(12).containsOnly(7);
    }

    @Test
    void refusesAWrongChecksumOfTheHeader() {
        byte[] png = grey(4, 3);
        png[29] ^= 1;

        assertDamaged(png, "the checksum of its chunk IHDR is wrong");
    }

    @Test
    void toleratesAMissingEndAndBytesAfterIt() {
        byte[] png = grey(4, 3);

        assertThat(ids(reader.read("map.png", Arrays.copyOf(png, png.length - 12))))
                .containsOnly(7);
        assertThat(ids(reader.read("map.png", Arrays.copyOf(png, png.length + 500))))
                .containsOnly(7);
    }

    @Test
    void refusesEveryFileCutBeforeItsLastRow() {
        int[] noise = new Random(5).ints(64 * 64, 0, 256).toArray();
        byte[] png = PngBytes.picture(64, 64, 8, GREY, false, NO_PALETTE, noise, 5);
        for (int length = 0; length < png.length - 40; length += 17) {
            assertDamaged(Arrays.copyOf(png, length), "");
        }
    }

    @Test
    void refusesImageDataThatIsNoDeflateStream() {
        byte[] png = PngBytes.raw(PngBytes.header(4, 3, 8, GREY, 0), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});

        assertDamaged(png, "cannot be decompressed");
    }

    @Test
    void refusesFiltersThatDoNotExist() {
        byte[] png = PngBytes.raw(PngBytes.header(1, 1, 8, GREY, 0), PngBytes.deflated(new byte[] {5, 1}));

        assertDamaged(png, "a filter that does not exist");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, 5", "70000, 70000", "2147483647, 2147483647"})
    void refusesSizesBeyondWhatAMapMayHave(int width, int height) {
        byte[] png = PngBytes.raw(PngBytes.header(width, height, 8, GREY, 0), PngBytes.deflated(new byte[100]));

        assertDamaged(png, "says it is " + (width & 0xFFFFFFFFL) + " x ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void refusesALargeSizeThatTheImageDataCannotFillBeforeTakingMemory(int interlace) {
        byte[] png = PngBytes.raw(PngBytes.header(8192, 8192, 8, GREY, interlace), PngBytes.deflated(new byte[1000]));

        assertDamaged(png, "ends before its last row");
    }

    @ParameterizedTest
    @CsvSource({"3, 0, 0", "8, 1, 0", "4, 2, 0", "16, 3, 0", "8, 0, 2"})
    void refusesHeadersThatNameWhatDoesNotExist(int depth, int type, int interlace) {
        assertDamaged(PngBytes.raw(PngBytes.header(1, 1, depth, type, interlace), new byte[9]), "do");
    }

    @Test
    void refusesWhatIsNoPng() {
        assertDamaged("<html>not found</html>".getBytes(StandardCharsets.UTF_8), "start like a PNG");
        assertDamaged(new byte[0], "start like a PNG");
    }

    @Test
    void keepsNothingOfAnEarlierFile() {
        reader.read("map.png", grey(50, 50));
        byte[] broken = PngBytes.raw(PngBytes.header(4, 3, 8, GREY, 0), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        assertDamaged(broken, "decompressed");

        assertThat(ids(reader.read("map.png", grey(3, 2)))).hasSize(6).containsOnly(7);
    }

    @Test
    void namesTheIdsThatOccur() {
        int[] samples = {3, 3, 200, 0};
        byte[] png = PngBytes.picture(2, 2, 8, GREY, false, NO_PALETTE, samples, 1);

        assertThat(reader.read("map.png", png).distinctIds().stream()).containsExactly(0, 3, 200);
    }

    private void assertDamaged(byte[] png, String reason) {
        assertThatThrownBy(() -> reader.read("map.png", png))
                .isInstanceOf(DatasetsException.class)
                .hasMessageStartingWith("map.png")
                .hasMessageContaining(reason);
    }

    private static byte[] grey(int width, int height) {
        int[] samples = IntStream.generate(() -> 7).limit((long) width * height).toArray();
        return PngBytes.picture(width, height, 8, GREY, false, NO_PALETTE, samples, 3);
    }

    private static int indexOf(byte[] png, String type) {
        return new String(png, StandardCharsets.ISO_8859_1).indexOf(type);
    }

    private static int[] ids(LabelMap map) {
        return IntStream.range(0, map.width() * map.height())
                .map(i -> map.at(i % map.width(), i / map.width()))
                .toArray();
    }
}
