package ${package}.segmentation;

import java.util.Arrays;
import java.util.Optional;

/** What the dataset classes of mmsegmentation and SCLIP know that a config does not say: endings of names and the meaning of 0. */
public enum LabelLayout {
    PASCAL_VOC_20("PascalVOC20Dataset", ".jpg", ".png", true),
    PASCAL_VOC_21("PascalVOCDataset", ".jpg", ".png", false),
    PASCAL_CONTEXT_59("PascalContext59Dataset", ".jpg", ".png", true),
    PASCAL_CONTEXT_60("PascalContext60Dataset", ".jpg", ".png", false),
    COCO_OBJECT("COCOObjectDataset", ".jpg", "_instanceTrainIds.png", false),
    COCO_STUFF("COCOStuffDataset", ".jpg", "_labelTrainIds.png", false),
    CITYSCAPES("CityscapesDataset", "_leftImg8bit.png", "_gtFine_labelTrainIds.png", false),
    ADE20K("ADE20KDataset", ".jpg", ".png", true);

    private final String datasetType;
    private final String imageEnding;
    private final String labelMapEnding;
    private final boolean reduceZeroLabel;

    LabelLayout(String datasetType, String imageEnding, String labelMapEnding, boolean reduceZeroLabel) {
        this.datasetType = datasetType;
        this.imageEnding = imageEnding;
        this.labelMapEnding = labelMapEnding;
        this.reduceZeroLabel = reduceZeroLabel;
    }

    static Optional<LabelLayout> of(String datasetType) {
        return Arrays.stream(values())
                .filter(layout -> layout.datasetType.equals(datasetType))
                .findFirst();
    }

    public String imageEnding() {
        return imageEnding;
    }

    public String labelMapEnding() {
        return labelMapEnding;
    }

    boolean reduceZeroLabel() {
        return reduceZeroLabel;
    }
}
