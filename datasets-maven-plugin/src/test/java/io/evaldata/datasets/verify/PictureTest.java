package io.evaldata.datasets.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.Dimension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {
    @TempDir
    Path folder;

    @Test
    void decodesPicturesWhateverTheirNameSays() throws IOException {
        for (String format : new String[] {"jpeg", "png", "gif", "bmp"}) {
            assertDecodes(TestPictures.rgb(format, 300, 200));
        }
    }

    @Test
    void cmykAndYcckJpegsAreNoDamage() throws IOException {
        assertDecodes(TestPictures.cmykJpeg(64, 48, 0));
        assertDecodes(TestPictures.cmykJpeg(64, 48, 2));
    }

    @Test
    void brokenColourProfilesAreNoDamage() throws IOException {
        byte[] jpeg = TestPictures.rgb("jpeg", 64, 48);
        ByteArrayOutputStream withProfile = new ByteArrayOutputStream();
        withProfile.write(jpeg, 0, 2);
        withProfile.write(new byte[] {(byte) 0xff, (byte) 0xe2, 0, 20});
        withProfile.write("ICC_PROFILE\0\1\1junk".getBytes(StandardCharsets.US_ASCII));
        withProfile.write(jpeg, 2, jpeg.length - 2);

        assertDecodes(withProfile.toByteArray());
    }

    @Test
    void exifAndCommentsAreNoDamage() throws IOException {
        byte[] jpeg = TestPictures.rgb("jpeg", 64, 48);
        ByteArrayOutputStream withExif = new ByteArrayOutputStream();
        withExif.write(jpeg, 0, 2);
        // An APP1 segment whose thumbnail is cut off and a comment, as cameras and tools leave them.
        withExif.write(
                new byte[] {(byte) 0xff, (byte) 0xe1, 0, 12, 'E', 'x', 'i', 'f', 0, 0, (byte) 0xff, (byte) 0xd8, 0, 0});
        withExif.write(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 4, 'h', 'i'});
        withExif.write(jpeg, 2, jpeg.length - 2);

        assertDecodes(withExif.toByteArray());
    }

    @Test
    void aMissingEndMarkerAndBytesBehindTheEndAreNoDamage() throws IOException {
        byte[] jpeg = TestPictures.rgb("jpeg", 64, 48);

        assertDecodes(Arrays.copyOf(jpeg, jpeg.length - 2));
        assertDecodes(Arrays.copyOf(jpeg, jpeg.length + 1_000));
    }

    @Test
    void findsPicturesThatAreCutOffAnywhere() throws IOException {
        for (String format : new String[] {"jpeg", "png"}) {
            byte[] whole = TestPictures.rgb(format, 200, 200);
            for (int length : new int[] {0, 2, 20, whole.length / 10, whole.length / 2, whole.length * 95 / 100}) {
                assertFails(Arrays.copyOf(whole, length), format + " of " + length);
            }
        }
    }

    @Test
    void findsCutOffCmykJpegs() throws IOException {
        byte[] whole = TestPictures.cmykJpeg(200, 200, 0);

        assertFails(Arrays.copyOf(whole, whole.length / 2), "cmyk");
    }

    @Test
    void findsPngsWhoseDataIsDamaged() throws IOException {
        byte[] png = TestPictures.rgb("png", 200, 200);
        Arrays.fill(png, png.length / 2, png.length / 2 + 2_000, (byte) 0xff);

        assertFails(png, "zeroed");
    }

    @Test
    void findsFilesThatAreNoPictures() throws IOException {
        assertFails("<html>Sorry</html>".getBytes(StandardCharsets.US_ASCII), "html");
    }

    @Test
    void decodesLargePicturesInLittleMemory() throws IOException {
        byte[] jpeg = TestPictures.rgb("jpeg", 4_000, 3_000);

        assertDecodes(jpeg);
        assertThat(Picture.size(write(jpeg))).isEqualTo(new Dimension(4_000, 3_000));
        assertFails(Arrays.copyOf(jpeg, jpeg.length / 2), "large");
    }

    @Test
    void genuinePicturesDecode() throws IOException {
        Path samples = Path.of("../../shared/samples");
        assumeThat(samples).as("samples of genuine datasets").isDirectory();
        int pictures = 0;
        try (Stream<Path> files = Files.walk(samples)) {
            for (Path file : files.filter(file -> file.toString().matches("(?i).*\\.(jpe?g|png)"))
                    .toList()) {
                assertThatCode(() -> Picture.decode(file)).as(file.toString()).doesNotThrowAnyException();
                pictures++;
            }
        }
        assertThat(pictures).isPositive();
    }

    private void assertDecodes(byte[] picture) throws IOException {
        Path file = write(picture);
        assertThatCode(() -> Picture.decode(file)).doesNotThrowAnyException();
    }

    private void assertFails(byte[] picture, String description) throws IOException {
        Path file = write(picture);
        assertThatThrownBy(() -> Picture.decode(file)).as(description).isInstanceOf(IOException.class);
    }

    private Path write(byte[] picture) throws IOException {
        return Files.write(folder.resolve("picture.JPEG"), picture);
    }
}
