package ${package}.retrieval;

import ${package}.data.Images;
import ${package}.model.Model;
import ${package}.model.Vectors;
import ${package}.results.Result;
import ${package}.retrieval.CaptionedImages.Caption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Looks for every caption among the images, and for every image among the captions. */
public final class RetrievalEvaluation {
    private static final int[] DEPTHS = {1, 5, 10};

    private final Model model;

    public RetrievalEvaluation(Model model) {
        this.model = model;
    }

    public List<Result> evaluate(String dataset, CaptionedImages data) throws IOException {
        float[][] images = new float[data.images().size()][];
        for (int i = 0; i < images.length; i++) {
            images[i] = embed(data.images().get(i));
        }
        float[][] texts = new float[data.captions().size()][];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = model.embed(data.captions().get(i).text());
        }
        int[] imageOfText = data.captions().stream().mapToInt(Caption::image).toArray();

        Recall textToImage = Recall.ofRanks(IntStream.range(0, texts.length)
                .parallel()
                .map(text -> rank(texts[text], images, image -> image == imageOfText[text]))
                .toArray());
        Recall imageToText = Recall.ofRanks(IntStream.of(imageOfText)
                .distinct()
                .sorted()
                .parallel()
                .map(image -> rank(images[image], texts, text -> imageOfText[text] == image))
                .toArray());
        List<Result> results = new ArrayList<>();
        for (int k : DEPTHS) {
            results.add(new Result(dataset, "image to text R@" + k, imageToText.at(k), imageToText.queries()));
        }
        for (int k : DEPTHS) {
            results.add(new Result(dataset, "text to image R@" + k, textToImage.at(k), textToImage.queries()));
        }
        return results;
    }

    private float[] embed(Path image) throws IOException {
        return model.embed(Images.read(image));
    }

    private static int rank(float[] query, float[][] answers, IntPredicate right) {
        float[] scores = new float[answers.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Vectors.dot(query, answers[i]);
        }
        return Recall.rank(scores, right);
    }
}
