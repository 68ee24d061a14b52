package io.evaldata.datasets.configure;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Presentation;
import io.evaldata.datasets.catalog.SegConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The config of a dataset that mmsegmentation has no class for: its {@code BaseSegDataset} is told suffixes, class names
 * and colours (mmsegmentation 1.2.2, {@code mmseg/datasets/basesegdataset.py}).
 */
final class OwnConfig {
    private OwnConfig() {}

    /** The config of an entry whose suffixes are settled. */
    static SegmentationConfig of(Dataset dataset, SegConfig config) {
        Presentation presentation = dataset.presentation();
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("classes", presentation.classNames());
        if (presentation.colours().size() >= presentation.classNames().size()) {
            known.put("palette", palette(presentation));
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("img_suffix", config.imageSuffix().orElseThrow());
        settings.put("seg_map_suffix", config.mapSuffix().orElseThrow());
        settings.put("metainfo", known);
        return new SegmentationConfig(
                config.file(),
                dataset.id(),
                dataset.title() + ", " + presentation.classNames().size() + " classes",
                presentation.classNames().size(),
                "cls_" + dataset.id() + ".txt",
                Map.of(),
                "BaseSegDataset",
                config.scale(),
                Map.of(),
                settings,
                config.images(),
                config.maps(),
                config.split());
    }

    private static List<List<Integer>> palette(Presentation presentation) {
        return presentation.colours().stream()
                .limit(presentation.classNames().size())
                .map(colour -> List.of(colour >> 16, (colour >> 8) & 0xFF, colour & 0xFF))
                .toList();
    }
}
