package io.evaldata.datasets.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OddPicturesTest {
    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();

    @Test
    void anOrdinaryPictureNeedsNoNote() throws IOException {
        BufferedImage shown = shown("a.jpg", OddJpegs.encoded(OddJpegs.halves(800, 600), "jpeg"), true);
        assertThat(shown.getWidth()).isEqualTo(240);
        assertThat(shown.getHeight()).isEqualTo(180);
        assertThat(notes).isEmpty();
        assertColour(shown, 20, 90, Color.RED);
        assertColour(shown, 220, 90, Color.BLUE);
    }

    /** Where the red half is, as a share of width and height, when it was on the left as stored. */
    @ParameterizedTest
    @CsvSource({
        "2, 0.9, 0.5, true",
        "3, 0.9, 0.5, false",
        "4, 0.1, 0.5, true",
        "5, 0.5, 0.1, false",
        "6, 0.5, 0.1, true",
        "7, 0.5, 0.9, false",
        "8, 0.5, 0.9, true"
    })
    void picturesTurnedByExifAreShownUpright(int orientation, double x, double y, boolean little) throws IOException {
        byte[] jpeg = OddJpegs.turned(OddJpegs.encoded(OddJpegs.halves(400, 200), "jpeg"), orientation, little);
        BufferedImage shown = shown("a.jpg", jpeg, true);
        assertThat(shown.getWidth() > shown.getHeight()).isEqualTo(orientation < 5);
        assertColour(shown, (int) (x * shown.getWidth()), (int) (y * shown.getHeight()), Color.RED);
        assertThat(notes).containsExactly("Exif orientation " + orientation + ", shown upright");
    }

    @Test
    void underALabelMapAPictureStaysAsStored() throws IOException {
        byte[] jpeg = OddJpegs.turned(OddJpegs.encoded(OddJpegs.halves(400, 200), "jpeg"), 6, true);
        BufferedImage shown = shown("a.jpg", jpeg, false);
        assertThat(shown.getWidth()).isEqualTo(240);
        assertThat(notes).containsExactly("Exif orientation 6, shown as stored");
    }

    @Test
    void inksOfAdobeAreInverted() throws IOException {
        BufferedImage shown = shown("a.jpg", OddJpegs.inked(64, 64, new int[] {255, 0, 0, 255}, 0), true);
        assertColour(shown, 30, 30, Color.RED);
        assertThat(notes).containsExactly("CMYK colours");
    }

    @Test
    void inksWithoutAMarkerAreNot() throws IOException {
        BufferedImage shown = shown("a.jpg", OddJpegs.inked(64, 64, new int[] {0, 255, 255, 0}, -1), true);
        assertColour(shown, 30, 30, Color.RED);
    }

    @Test
    void inksMayBeLuminanceAndChrominance() throws IOException {
        // Cyan ink's luminance and chrominance, that is, red light.
        BufferedImage shown = shown("a.jpg", OddJpegs.inked(64, 64, new int[] {179, 171, 0, 255}, 2), true);
        assertColour(shown, 30, 30, Color.RED);
        assertThat(notes).containsExactly("YCCK colours");
    }

    @Test
    void ofATruncatedPictureThePartThatIsThereIsShown() throws IOException {
        byte[] jpeg = OddJpegs.cut(OddJpegs.encoded(OddJpegs.halves(800, 800), "jpeg"));
        BufferedImage shown = shown("a.jpg", jpeg, true);
        assertColour(shown, 20, 20, Color.RED);
        assertThat(notes).containsExactly("ends in the middle; the missing part is shown grey");
    }

    @Test
    void aPngNamedJpegIsShown() throws IOException {
        BufferedImage shown = shown("n01440764_1.JPEG", OddJpegs.encoded(OddJpegs.halves(40, 20), "png"), true);
        assertColour(shown, 5, 10, Color.RED);
        assertThat(notes).containsExactly("a PNG in spite of its name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "not a picture at all", "\u00ff\u00d8\u00ff", "\u00ff\u00d8\u00ff\u00e1\u0000\u0000"})
    void whatIsNoPictureIsSaidToBeNone(String content) throws IOException {
        Path file = folder.resolve("a.jpg");
        Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
        assertThatIOException().isThrownBy(() -> ThumbnailMaker.of(file, 240, true, notes));
    }

    @Test
    void everyCutOfAPictureIsShownOrRefused() throws IOException {
        byte[] jpeg = OddJpegs.turned(OddJpegs.encoded(OddJpegs.halves(64, 48), "jpeg"), 6, true);
        Path file = folder.resolve("a.jpg");
        int shown = 0;
        for (int length = 0; length < jpeg.length; length += 7) {
            Files.write(file, Arrays.copyOf(jpeg, length));
            try {
                ThumbnailMaker.of(file, 240, true, notes);
                shown++;
            } catch (IOException e) {
                assertThat(e).isInstanceOf(IOException.class);
            }
        }
        assertThat(shown).isPositive();
    }

    private BufferedImage shown(String name, byte[] content, boolean upright) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, content);
        String uri = ThumbnailMaker.of(file, 240, upright, notes).dataUri();
        byte[] small = Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
        return ImageIO.read(new ByteArrayInputStream(small));
    }

    private static void assertColour(BufferedImage image, int x, int y, Color expected) {
        Color found = new Color(image.getRGB(x, y));
        int distance = Math.abs(found.getRed() - expected.getRed())
                + Math.abs(found.getGreen() - expected.getGreen())
                + Math.abs(found.getBlue() - expected.getBlue());
        assertThat(distance).as("%s at %d, %d for %s", found, x, y, expected).isLessThan(60);
    }
}
