package ${package}.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Runs the two towers that {@code towers.py} makes: mean colours, and a colour for each colour word. */
class ClipModelTest {
    @Test
    void runsAPairOfTowers() throws IOException, URISyntaxException {
        try (Model model = Models.chosenBy(allFour())) {
            float[] red = model.embed(filled(Color.RED));

            assertThat(red).hasSize(3);
            assertThat(Vectors.dot(red, model.embed("red"))).isGreaterThan(Vectors.dot(red, model.embed("blue")));
            assertThat(model.name()).contains("image-tower.onnx");
        }
    }

    @Test
    void embedsPatchesWithTheirSurroundings() throws IOException, URISyntaxException {
        try (Model model = Models.chosenBy(allFour())) {
            Patches patches = model.patches(filled(Color.GREEN));

            assertThat(patches.vectors()).hasSize(patches.rows() * patches.columns());
            assertThat(patches.vectors().get(0)).containsExactly(model.embed(filled(Color.GREEN)));
        }
    }

    @Test
    void isNotChosenWithoutFiles() throws IOException {
        Properties properties = new Properties();
        properties.setProperty("clip.imageTower", " ");

        try (Model model = Models.chosenBy(properties)) {
            assertThat(model).isInstanceOf(ColourShapeModel.class);
        }
    }

    @Test
    void needsAllFourFiles() throws URISyntaxException {
        Properties properties = allFour();
        properties.remove("clip.merges");

        assertThatIOException()
                .isThrownBy(() -> Models.chosenBy(properties))
                .withMessageContaining("not given: [clip.merges]");
    }

    @Test
    void namesTheFileThatIsNotThere() throws URISyntaxException {
        Properties properties = allFour();
        properties.setProperty("clip.textTower", "nowhere.onnx");

        assertThatIOException()
                .isThrownBy(() -> Models.chosenBy(properties))
                .withMessageContaining("nowhere.onnx")
                .withMessageContaining("clip.textTower");
    }

    private static Properties allFour() throws URISyntaxException {
        Properties properties = new Properties();
        properties.setProperty("clip.imageTower", file("image-tower.onnx"));
        properties.setProperty("clip.textTower", file("text-tower.onnx"));
        properties.setProperty("clip.vocabulary", file("vocabulary.json"));
        properties.setProperty("clip.merges", file("merges.txt"));
        return properties;
    }

    private static String file(String name) throws URISyntaxException {
        return Path.of(ClipModelTest.class.getResource("/model/" + name).toURI())
                .toString();
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
