package ${package}.segmentation;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Adds up, over all images and for each class, the pixels where label and prediction meet and those where either is. */
public final class IntersectionOverUnion {
    private final long[] intersection;
    private final long[] labelled;
    private final long[] predicted;

    public IntersectionOverUnion(int classes) {
        intersection = new long[classes];
        labelled = new long[classes];
        predicted = new long[classes];
    }

    /**
     * Adds an image; where the label is {@link LabelMap#IGNORED} the prediction does not matter.
     *
     * @throws IllegalArgumentException if the maps differ in size or a label is no class
     */
    public void add(LabelMap truth, LabelMap prediction) {
        if (truth.width() != prediction.width() || truth.height() != prediction.height()) {
            throw new IllegalArgumentException("The label map is " + truth.width() + " x " + truth.height()
                    + " pixels, its prediction " + prediction.width() + " x " + prediction.height());
        }
        for (int i = 0; i < truth.size(); i++) {
            int label = truth.label(i);
            if (label == LabelMap.IGNORED) {
                continue;
            }
            if (label >= labelled.length) {
                throw new IllegalArgumentException(
                        "Label " + label + " is none of the " + labelled.length + " classes");
            }
            int guess = prediction.label(i);
            labelled[label]++;
            predicted[guess]++;
            if (label == guess) {
                intersection[label]++;
            }
        }
    }

    /** The mean over the classes that occur, in labels or predictions; 0 when nothing was labelled. */
    public double mean() {
        return IntStream.range(0, labelled.length)
                .filter(c -> union(c) > 0)
                .mapToDouble(c -> (double) intersection[c] / union(c))
                .average()
                .orElse(0);
    }

    /** The share of labelled pixels that were predicted rightly; 0 when nothing was labelled. */
    public double pixelAccuracy() {
        return pixels() == 0 ? 0 : (double) Arrays.stream(intersection).sum() / pixels();
    }

    /** How many pixels were labelled. */
    public long pixels() {
        return Arrays.stream(labelled).sum();
    }

    private long union(int label) {
        return labelled[label] + predicted[label] - intersection[label];
    }
}
