package ${package}.classification;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The ten classification datasets: how each is read, what a model is asked, and how papers score it (as the CLIP paper does:
 * the mean over classes where classes differ much in size).
 */
public enum ClassificationDataset {
    IMAGENET("a photo of a %s.", Score.TOP_1),
    FOOD101("a photo of %s, a type of food.", Score.TOP_1),
    CIFAR10("a photo of a %s.", Score.TOP_1),
    CIFAR100("a photo of a %s.", Score.TOP_1),
    SUN397("a photo of a %s.", Score.TOP_1),
    STANFORD_CARS("a photo of a %s.", Score.TOP_1),
    FGVC_AIRCRAFT("a photo of a %s, a type of aircraft.", Score.MEAN_PER_CLASS),
    DTD("a photo of a %s texture.", Score.TOP_1),
    OXFORD_PETS("a photo of a %s, a type of pet.", Score.MEAN_PER_CLASS),
    CALTECH101("a photo of a %s.", Score.MEAN_PER_CLASS),
    FLOWERS102("a photo of a %s, a type of flower.", Score.MEAN_PER_CLASS);

    /** How right answers become one number. */
    public enum Score {
        TOP_1("top-1 accuracy"),
        MEAN_PER_CLASS("mean-per-class accuracy");

        private final String measure;

        Score(String measure) {
            this.measure = measure;
        }

        public String measure() {
            return measure;
        }
    }

    private final String prompt;
    private final Score score;

    ClassificationDataset(String prompt, Score score) {
        this.prompt = prompt;
        this.score = score;
    }

    /** The name that the Datasets Maven Plugin knows it by. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(ClassificationDataset::id).toList();
    }

    public static ClassificationDataset of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    public LabelledImages read(Path root) throws IOException {
        return switch (this) {
            case IMAGENET -> ClassFolders.readImagenet(root);
            case FOOD101 -> SplitLists.readFood101(root);
            case CIFAR10 -> CifarBatches.readCifar10(root);
            case CIFAR100 -> CifarBatches.readCifar100(root);
            case SUN397 -> SplitLists.readSun397(root);
            case STANFORD_CARS -> MatlabLabels.readStanfordCars(root);
            case FGVC_AIRCRAFT -> SplitLists.readFgvcAircraft(root);
            case DTD -> SplitLists.readDtd(root);
            case OXFORD_PETS -> SplitLists.readOxfordPets(root);
            case CALTECH101 -> ClassFolders.readCaltech101(root);
            case FLOWERS102 -> MatlabLabels.readFlowers102(root);
        };
    }

    public String prompt(String className) {
        return String.format(prompt, className);
    }

    public Score score() {
        return score;
    }
}
