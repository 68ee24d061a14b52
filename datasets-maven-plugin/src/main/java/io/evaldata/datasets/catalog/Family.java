package io.evaldata.datasets.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The root folders that evaluation code is told about; every dataset lives below one of them. */
public enum Family {
    /** What {@code --data-root-dir} names. */
    RETRIEVAL(""),
    /** Its {@code data/val_images} is what {@code --imagenet-val} names. */
    IMAGENET("imagenet"),
    /** The {@code root} handed to {@code torchvision.datasets}. */
    CLASSIFICATION("classification"),
    /** What the {@code data_root} of the segmentation configs starts with. */
    SEGMENTATION("segmentation");

    private final String folder;

    Family(String folder) {
        this.folder = folder;
    }

    /** The name as users write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The folder below {@code datasets.root} that it defaults to; empty for that root itself. */
    public String folder() {
        return folder;
    }

    /**
     * Parses a family name.
     *
     * @throws IllegalArgumentException naming the known ones
     */
    public static Family parse(String text) {
        return Arrays.stream(values())
                .filter(family -> family.key().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no root family; expected one of "
                        + Arrays.stream(values()).map(Family::key).collect(Collectors.joining(", "))));
    }
}
