package ${package}.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import ${package}.model.ColourShapeModel;
import ${package}.results.Result;
import ${package}.retrieval.CaptionedImages.Caption;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalEvaluationTest {
    @TempDir
    Path folder;

    @Test
    void findsColouredImagesByTheNamesOfTheirColours() throws IOException {
        CaptionedImages data = new CaptionedImages(
                List.of(filled(Color.RED), filled(Color.GREEN), filled(Color.BLUE)),
                List.of(
                        new Caption("Something blue.", 2),
                        new Caption("Something red.", 0),
                        new Caption("It is green.", 1),
                        new Caption("More of what is red.", 0)));

        List<Result> results = new RetrievalEvaluation(new ColourShapeModel()).evaluate("colours", data);

        assertThat(results)
                .extracting(Result::measure)
                .containsExactly(
                        "image to text R@1",
                        "image to text R@5",
                        "image to text R@10",
                        "text to image R@1",
                        "text to image R@5",
                        "text to image R@10");
        assertThat(results).extracting(Result::value).containsOnly(1.0);
        assertThat(results).extracting(Result::items).containsExactly(3L, 3L, 3L, 4L, 4L, 4L);
    }

    private Path filled(Color colour) throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 40, 30);
        graphics.dispose();
        Path file = folder.resolve(colour.getRGB() + ".png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
