package io.evaldata.datasets.catalog;

import java.util.List;

/**
 * The mmsegmentation config that is written for a dataset: {@code segConfig:}. Class names and colours are those of its
 * report.
 *
 * @param file the config's file name
 * @param images folder of the images, below the dataset's root
 * @param maps folder of the label maps, below the dataset's root
 * @param imageSuffix how the name of every image ends
 * @param mapSuffix how the name of every label map ends
 * @param split list of the stems to evaluate, below the dataset's root; empty for all
 * @param scale what the longer and the shorter side are resized to fit, in pixels
 */
public record SegConfig(
        String file,
        String images,
        String maps,
        String imageSuffix,
        String mapSuffix,
        String split,
        List<Integer> scale) {
    public SegConfig {
        scale = List.copyOf(scale);
    }
}
