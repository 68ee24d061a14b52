package ${package}.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {
    @TempDir
    Path folder;

    @Test
    void readsGreyPicturesAsRgbWhateverTheirName() throws IOException {
        BufferedImage grey = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
        grey.setRGB(1, 1, 0xffffffff);
        Path file = folder.resolve("really-a-png.JPEG");
        ImageIO.write(grey, "png", file.toFile());

        BufferedImage image = Images.read(file);

        assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
        assertThat(image.getRGB(1, 1)).isEqualTo(0xffffffff);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xff000000);
    }

    @Test
    void readsJpegsOfFourInks() throws IOException {
        WritableRaster inks = Raster.createInterleavedRaster(0, 16, 16, 4, null);
        for (int i = 0; i < 256; i++) {
            inks.setPixel(i % 16, i / 16, new int[] {250, 10, 10, 250});
        }
        Path file = folder.resolve("cmyk.jpg");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(new IIOImage(inks, null, null));
        } finally {
            writer.dispose();
        }

        int rgb = Images.read(file).getRGB(8, 8);

        assertThat(rgb >> 16 & 0xff).isGreaterThan(200);
        assertThat(rgb & 0xff).isLessThan(80);
    }

    @Test
    void leavesNoFileOpen() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        assumeThat(descriptors).as("what Linux tells of open files").isDirectory();
        Path file = folder.resolve("open.png");
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());

        Images.read(file);

        try (Stream<Path> open = Files.list(descriptors)) {
            for (Path descriptor : open.filter(Files::exists).toList()) {
                assertThat(Files.isSameFile(descriptor, file)).isFalse();
            }
        }
    }

    @Test
    void namesTheFileThatIsNoImage() throws IOException {
        Path file = folder.resolve("page.jpg");
        Files.writeString(file, "<html>");

        assertThatIOException().isThrownBy(() -> Images.read(file)).withMessageContaining("page.jpg");
    }
}
