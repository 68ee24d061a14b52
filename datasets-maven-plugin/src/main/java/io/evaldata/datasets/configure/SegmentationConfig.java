package io.evaldata.datasets.configure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the eight configs, as data; what is empty is left out of the config.
 *
 * @param file the config's file name
 * @param dataset id of the dataset it evaluates
 * @param title one line about it
 * @param classes number of classes, which is the number of lines of the prompt list
 * @param prompts file name of the class-name list
 * @param model settings of the model besides the class names
 * @param datasetType the dataset class
 * @param scale what the longer and the shorter side are resized to fit, in pixels
 * @param annotationSettings settings of the loading of label maps
 * @param datasetSettings settings of the dataset class
 * @param images folder of the images, below the dataset's root
 * @param maps folder of the label maps, below the dataset's root
 * @param split list of the stems to evaluate, below the dataset's root
 */
record SegmentationConfig(
        String file,
        String dataset,
        String title,
        int classes,
        String prompts,
        Map<String, Object> model,
        String datasetType,
        List<Integer> scale,
        Map<String, Object> annotationSettings,
        Map<String, Object> datasetSettings,
        String images,
        String maps,
        String split) {

    SegmentationConfig {
        model = ordered(model);
        scale = List.copyOf(scale);
        annotationSettings = ordered(annotationSettings);
        datasetSettings = ordered(datasetSettings);
        split = split == null ? "" : split;
    }

    private static Map<String, Object> ordered(Map<String, Object> settings) {
        return settings == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
