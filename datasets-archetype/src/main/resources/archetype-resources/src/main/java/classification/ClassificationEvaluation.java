package ${package}.classification;

import ${package}.classification.LabelledImages.LabelledImage;
import ${package}.model.Model;
import ${package}.model.Vectors;
import ${package}.results.Result;
import java.io.IOException;

/** Asks for every image which class's prompt it is closest to. */
public final class ClassificationEvaluation {
    private final Model model;

    public ClassificationEvaluation(Model model) {
        this.model = model;
    }

    public Result evaluate(ClassificationDataset dataset, LabelledImages data) throws IOException {
        float[][] prompts = new float[data.classes().size()][];
        for (int i = 0; i < prompts.length; i++) {
            prompts[i] = model.embed(dataset.prompt(data.classes().get(i)));
        }
        Accuracy accuracy = new Accuracy(prompts.length);
        for (LabelledImage image : data.images()) {
            float[] vector = model.embed(image.source().read());
            accuracy.add(image.label(), nearest(vector, prompts));
        }
        double value = dataset.score() == ClassificationDataset.Score.TOP_1 ? accuracy.top1() : accuracy.meanPerClass();
        return new Result(dataset.id(), dataset.score().measure(), value, accuracy.images());
    }

    private static int nearest(float[] vector, float[][] prompts) {
        int best = 0;
        float bestScore = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < prompts.length; i++) {
            float score = Vectors.dot(vector, prompts[i]);
            if (score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        return best;
    }
}
