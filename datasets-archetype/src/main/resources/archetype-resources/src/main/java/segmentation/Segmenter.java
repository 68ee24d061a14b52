package ${package}.segmentation;

import ${package}.model.Model;
import ${package}.model.Patches;
import ${package}.model.Vectors;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Labels every pixel with the class whose names its patch is closest to, the way SCLIP's evaluation does: cosines scaled to
 * probabilities over all names, of a class the best name, between patches interpolated.
 */
final class Segmenter {
    private final Model model;
    private final SegmentationConfig config;
    private final float[][] names;
    private final int[] classOfName;

    Segmenter(Model model, SegmentationConfig config) throws IOException {
        this.model = model;
        this.config = config;
        List<float[]> vectors = new ArrayList<>();
        List<Integer> classes = new ArrayList<>();
        for (int label = 0; label < config.classes().size(); label++) {
            for (String name : config.classes().get(label)) {
                vectors.add(model.embed("a photo of a " + name + "."));
                classes.add(label);
            }
        }
        this.names = vectors.toArray(new float[0][]);
        this.classOfName = classes.stream().mapToInt(Integer::intValue).toArray();
    }

    LabelMap label(BufferedImage image) throws IOException {
        Patches patches = model.patches(image);
        List<double[]> scores =
                patches.vectors().stream().map(this::probabilities).toList();
        ScoreGrid grid = new ScoreGrid(patches.rows(), patches.columns(), scores);
        boolean[] dropped = new boolean[config.classes().size()];
        if (config.areaThreshold().isPresent()) {
            LabelMap everything = grid.best(image.getWidth(), image.getHeight(), dropped, 0);
            dropSmall(everything, config.areaThreshold().get(), dropped);
        }
        return grid.best(image.getWidth(), image.getHeight(), dropped, config.probabilityThreshold());
    }

    private double[] probabilities(float[] patch) {
        double[] scaled = new double[names.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = config.logitScale() * Vectors.dot(patch, names[i]);
            highest = Math.max(highest, scaled[i]);
        }
        double sum = 0;
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.exp(scaled[i] - highest);
            sum += scaled[i];
        }
        double[] best = new double[config.classes().size()];
        for (int i = 0; i < scaled.length; i++) {
            best[classOfName[i]] = Math.max(best[classOfName[i]], scaled[i] / sum);
        }
        return best;
    }

    private static void dropSmall(LabelMap labels, double threshold, boolean[] dropped) {
        long[] area = new long[dropped.length];
        long foreground = 0;
        for (int pixel = 0; pixel < labels.size(); pixel++) {
            area[labels.label(pixel)]++;
            foreground += labels.label(pixel) > 0 ? 1 : 0;
        }
        for (int label = 1; label < dropped.length; label++) {
            dropped[label] = area[label] <= threshold * foreground;
        }
    }
}
