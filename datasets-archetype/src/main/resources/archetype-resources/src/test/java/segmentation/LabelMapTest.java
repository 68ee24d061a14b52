package ${package}.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelMapTest {
    private static final int[] LABELS = {0, 1, 20, 255, 254, 7};

    @TempDir
    Path folder;

    @Test
    void readsTheNumbersOfAGreyPicture() throws IOException {
        assertThat(labels(LabelMap.read(picture(new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY)))))
                .containsExactly(0, 1, 20, 255, 254, 7);
    }

    @Test
    void readsTheIndicesOfAPaletteAndNotItsColours() throws IOException {
        byte[] falling = new byte[256];
        for (int i = 0; i < 256; i++) {
            falling[i] = (byte) (255 - i);
        }
        IndexColorModel palette = new IndexColorModel(8, 256, falling, new byte[256], new byte[256]);

        assertThat(labels(LabelMap.read(picture(new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_INDEXED, palette)))))
                .containsExactly(0, 1, 20, 255, 254, 7);
    }

    @Test
    void ignoresZeroAndCountsFromOneWhenReduced() {
        assertThat(labels(LabelMap.of(3, 2, LABELS).zeroReduced())).containsExactly(255, 0, 19, 255, 253, 6);
    }

    @Test
    void refusesAColourPicture() throws IOException {
        Path file = folder.resolve("colours.png");
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", file.toFile());

        assertThatIOException().isThrownBy(() -> LabelMap.read(file)).withMessageContaining("colours.png");
    }

    private Path picture(BufferedImage empty) throws IOException {
        empty.getRaster().setPixels(0, 0, 3, 2, LABELS);
        Path file = folder.resolve("map.png");
        ImageIO.write(empty, "png", file.toFile());
        return file;
    }

    private static List<Integer> labels(LabelMap map) {
        return IntStream.range(0, map.size()).map(map::label).boxed().toList();
    }
}
