package io.evaldata.datasets.configure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which dataset a config is for, by its file name, else its dataset class, else the end of its old data root.
 *
 * @param kind whether it could be told
 * @param datasets ids of ours that it can be, the likeliest first; empty unless {@link Kind#OURS}
 * @param because what told, or what was tried, in words
 */
record DatasetRecognition(Kind kind, List<String> datasets, String because) {

    /** Whether a config's dataset is one that this product prepares. */
    enum Kind {
        OURS,
        ANOTHER,
        UNKNOWN
    }

    DatasetRecognition {
        datasets = List.copyOf(datasets);
    }

    static DatasetRecognition of(
            SegmentationConfigs known, String fileName, Optional<String> type, Optional<String> oldRoot) {
        Optional<SegmentationConfig> config = known.named(fileName);
        if (config.isPresent()) {
            return ours(List.of(config.get().dataset()), "the file name " + fileName);
        }
        if (known.otherFiles().contains(fileName)) {
            return another("the file name " + fileName);
        }
        Optional<String> other = oldRoot.flatMap(root -> tail(root, known.otherTails().stream()));
        if (other.isPresent()) {
            return another("the old data root's end, " + other.get());
        }
        if (type.isPresent() && known.types().containsKey(type.get())) {
            return ours(List.of(known.types().get(type.get())), "the dataset class " + type.get());
        }
        Optional<String> tail = oldRoot.flatMap(root -> tail(root, known.tails().keySet().stream()));
        if (tail.isPresent()) {
            return ours(known.tails().get(tail.get()), "the old data root's end, " + tail.get());
        }
        if (type.isPresent() && !known.genericTypes().contains(type.get())) {
            return another("the dataset class " + type.get());
        }
        return new DatasetRecognition(
                Kind.UNKNOWN,
                List.of(),
                "the file name " + fileName + " is not one of the eight, "
                        + type.map(t -> "the dataset class " + t + " reads any dataset")
                                .orElse("it names no dataset_type")
                        + ", and "
                        + oldRoot.map(root -> "the old value '" + root + "' ends like no dataset's root")
                                .orElse("its data_root has no plain value"));
    }

    private static DatasetRecognition ours(List<String> datasets, String because) {
        return new DatasetRecognition(Kind.OURS, datasets, because);
    }

    private static DatasetRecognition another(String because) {
        return new DatasetRecognition(Kind.ANOTHER, List.of(), because);
    }

    private static Optional<String> tail(String root, Stream<String> tails) {
        String path = "/" + root.replace('\\', '/').replaceAll("/+$", "");
        return tails.filter(tail -> path.endsWith("/" + tail)).findFirst();
    }
}
