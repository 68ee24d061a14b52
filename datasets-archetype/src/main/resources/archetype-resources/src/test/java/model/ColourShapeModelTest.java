package ${package}.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ColourShapeModelTest {
    private final ColourShapeModel model = new ColourShapeModel();

    @Test
    void bringsColoursAndTheirNamesTogether() {
        float[] red = model.embed(filled(Color.RED));

        assertThat(Vectors.dot(red, model.embed("a red bus")))
                .isGreaterThan(Vectors.dot(red, model.embed("a blue sky")));
    }

    @Test
    void givesVectorsOfLengthOne() {
        float[] image = model.embed(filled(Color.GRAY));
        float[] text = model.embed("");

        assertThat(Vectors.dot(image, image)).isCloseTo(1f, within(1e-5f));
        assertThat(Vectors.dot(text, text)).isCloseTo(1f, within(1e-5f));
    }

    @Test
    void tellsTextsApartThatSayNothingAboutLooks() {
        assertThat(model.embed("Boeing 737")).isNotEqualTo(model.embed("quiche lorraine"));
    }

    @Test
    void cutsImagesIntoPatchesThatCoverThem() throws IOException {
        BufferedImage image = filled(Color.BLUE);
        for (int x = 0; x < 20; x++) {
            for (int y = 0; y < 30; y++) {
                image.setRGB(x, y, Color.YELLOW.getRGB());
            }
        }

        Patches patches = model.patches(image);

        assertThat(patches.vectors()).hasSize(patches.rows() * patches.columns());
        assertThat(patches.vectors().get(0)).isEqualTo(model.embed(image.getSubimage(0, 0, 2, 1)));
        float[] yellow = model.embed("yellow");
        float[] last = patches.vectors().get(patches.columns() - 1);
        assertThat(Vectors.dot(patches.vectors().get(0), yellow)).isGreaterThan(Vectors.dot(last, yellow));
    }

    private static BufferedImage filled(Color colour) {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 40, 30);
        graphics.dispose();
        return image;
    }
}
