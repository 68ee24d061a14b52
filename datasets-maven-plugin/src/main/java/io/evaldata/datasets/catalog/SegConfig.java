package io.evaldata.datasets.catalog;

import java.util.List;
import java.util.Optional;

/**
 * The mmsegmentation config that is written for a dataset: {@code segConfig:}. Class names and colours are those of its
 * report.
 *
 * @param file the config's file name
 * @param images folder of the images, below the dataset's root
 * @param maps folder of the label maps, below the dataset's root
 * @param imageSuffix how the name of every image ends; nothing where neither it nor the rest of the entry says it
 * @param mapSuffix the same of every label map
 * @param split list of the stems to evaluate, below the dataset's root; empty for all
 * @param scale what the longer and the shorter side are resized to fit, in pixels
 */
public record SegConfig(
        String file,
        String images,
        String maps,
        Optional<String> imageSuffix,
        Optional<String> mapSuffix,
        String split,
        List<Integer> scale) {
    public SegConfig {
        scale = List.copyOf(scale);
    }
}
