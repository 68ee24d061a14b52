package ${package}.classification;

import static org.assertj.core.api.Assertions.assertThat;

import ${package}.classification.LabelledImages.LabelledImage;
import ${package}.model.ColourShapeModel;
import ${package}.results.Result;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassificationEvaluationTest {
    private final LabelledImages data = new LabelledImages(
            List.of("red thing", "blue thing"),
            List.of(filled(Color.RED, 0), filled(Color.RED, 0), filled(Color.RED, 0), filled(Color.RED, 1)));

    @Test
    void scoresMostDatasetsByTheShareOfRightAnswers() throws IOException {
        assertThat(evaluate(ClassificationDataset.CIFAR10)).isEqualTo(new Result("cifar10", "top-1 accuracy", 0.75, 4));
    }

    @Test
    void scoresDatasetsOfUnequalClassesByTheMeanOverClasses() throws IOException {
        assertThat(evaluate(ClassificationDataset.OXFORD_PETS))
                .isEqualTo(new Result("oxford_pets", "mean-per-class accuracy", 0.5, 4));
    }

    private Result evaluate(ClassificationDataset dataset) throws IOException {
        return new ClassificationEvaluation(new ColourShapeModel()).evaluate(dataset, data);
    }

    private static LabelledImage filled(Color colour, int label) {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 8, 8);
        graphics.dispose();
        return new LabelledImage(() -> image, label);
    }
}
