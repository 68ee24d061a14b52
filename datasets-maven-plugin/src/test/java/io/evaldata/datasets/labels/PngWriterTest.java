package io.evaldata.datasets.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PngWriterTest {
    @Property(tries = 300)
    void whatIsWrittenIsReadBackByTheJdk(
            @ForAll @IntRange(min = 1, max = 300) int width,
            @ForAll @IntRange(min = 1, max = 120) int height,
            @ForAll @IntRange(min = 1, max = 256) int ids,
            @ForAll @IntRange(min = 0, max = 3) int kind,
            @ForAll long seed)
            throws IOException {
        assertReadBack(map(width, height, ids, kind, seed));
    }

    @Test
    void rowsLongerThanTheWindowAreReadBack() throws IOException {
        assertReadBack(map(40000, 5, 3, 1, 1));
        assertReadBack(map(32767, 4, 3, 2, 2));
    }

    @Test
    void noiseOfManyBlocksIsReadBackAndHardlyGrows() throws IOException {
        LabelMap noise = map(1000, 700, 256, 0, 7);
        assertReadBack(noise);
        assertThat(new PngWriter().write(noise)).hasSizeLessThan(701_000);
    }

    @Test
    void maximallySkewedFrequenciesStayWithinTheCodeLengthLimit() throws IOException {
        LabelMap map = LabelMap.filled("map", 1000, 400, 0);
        Random random = new Random(3);
        for (int i = 0; i < map.ids().length; i++) {
            int id = 0;
            while (id < 40 && random.nextInt(100) < 38) {
                id++;
            }
            map.ids()[i] = (byte) (id * 7 + random.nextInt(2));
        }
        assertReadBack(map);
    }

    @Test
    void theBytesDoNotDependOnWhatWasWrittenBefore() {
        PngWriter used = new PngWriter();
        used.write(map(300, 300, 256, 0, 4));
        for (int kind = 0; kind < 4; kind++) {
            LabelMap map = map(97, 33, 5, kind, kind);
            assertThat(used.write(map)).isEqualTo(new PngWriter().write(map));
        }
    }

    @Test
    void theBytesAreTheSameOnEveryMachine() {
        assertThat(GoldenCase.sha256(new PngWriter().write(map(640, 480, 20, 2, 42))))
                .isEqualTo("15c1ba8935aab61939767db9efbfba171ba9b65f35dec57f8c5c6e8a3a93e650");
    }

    private static void assertReadBack(LabelMap map) throws IOException {
        byte[] png = new PngWriter().write(map);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
        assertThat(image.getWidth()).isEqualTo(map.width());
        byte[] pixels = (byte[]) image.getRaster().getDataElements(0, 0, map.width(), map.height(), null);
        assertThat(pixels).isEqualTo(map.ids());
        try (PngReader reader = new PngReader()) {
            assertThat(reader.read("map.png", png).ids()).isEqualTo(map.ids());
        }
    }

    /** Noise, runs, regions whose borders wander, or blocks. */
    private static LabelMap map(int width, int height, int ids, int kind, long seed) {
        LabelMap map = LabelMap.filled("map", width, height, 0);
        Random random = new Random(seed);
        int border = width / 2;
        for (int y = 0; y < height; y++) {
            border += random.nextInt(7) - 3;
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                map.ids()[at] = (byte)
                        switch (kind) {
                            case 0 -> random.nextInt(ids);
                            case 1 -> x > 0 && random.nextInt(20) > 0 ? map.ids()[at - 1] : random.nextInt(ids);
                            case 2 -> x < border ? y / 40 % ids : x % 200 / 150 % ids + 1;
                            default -> (x / 13 + y / 7 * 3) % ids;
                        };
            }
        }
        return map;
    }
}
