package ${package}.segmentation;

import ${package}.data.Images;
import ${package}.model.Model;
import ${package}.results.Result;
import java.io.IOException;
import java.util.List;

/** Labels every image of a config and compares with its label map. */
public final class SegmentationEvaluation {
    private final Model model;

    public SegmentationEvaluation(Model model) {
        this.model = model;
    }

    public List<Result> evaluate(SegmentationConfig config) throws IOException {
        Segmenter segmenter = new Segmenter(model, config);
        IntersectionOverUnion score = new IntersectionOverUnion(config.classes().size());
        for (LabelledPair pair : LabelledPair.of(config)) {
            LabelMap truth = LabelMap.read(pair.labelMap());
            try {
                score.add(
                        config.reduceZeroLabel() ? truth.zeroReduced() : truth,
                        segmenter.label(Images.read(pair.image())));
            } catch (IllegalArgumentException e) {
                throw new IOException(pair.labelMap() + " does not fit " + config.name() + ": " + e.getMessage(), e);
            }
        }
        return List.of(
                new Result(config.name(), "mIoU", score.mean(), score.pixels()),
                new Result(config.name(), "pixel accuracy", score.pixelAccuracy(), score.pixels()));
    }
}
