package io.evaldata.datasets.configure;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the prepared data lies.
 *
 * @param datasets id of each chosen dataset to its own root, absolute; ids without a config are ignored
 * @param classification the family root handed to {@code torchvision.datasets} as {@code dataset_root}
 */
public record WiringRoots(Map<String, Path> datasets, Optional<Path> classification) {
    public WiringRoots {
        Map<String, Path> absolute = new LinkedHashMap<>();
        datasets.forEach((id, root) -> absolute.put(id, root.toAbsolutePath()));
        datasets = Map.copyOf(absolute);
        classification = classification.map(Path::toAbsolutePath);
    }

    /** Roots of datasets only. */
    public static WiringRoots of(Map<String, Path> datasets) {
        return new WiringRoots(datasets, Optional.empty());
    }
}
