package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Family;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where prepared datasets live: one folder for all, with a folder per family in it unless set otherwise.
 *
 * @param root the folder that also keeps the receipts
 * @param families the root of each family
 */
public record Roots(Path root, Map<Family, Path> families) {
    public Roots {
        families = Map.copyOf(families);
    }

    /** The default family folders below the root, except for those given. */
    public static Roots of(Path root, Map<Family, Path> given) {
        Path absolute = root.toAbsolutePath().normalize();
        Map<Family, Path> families = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            Path path = given.getOrDefault(family, absolute.resolve(family.folder()));
            families.put(family, path.toAbsolutePath().normalize());
        }
        return new Roots(absolute, families);
    }

    /** The root of a family. */
    public Path of(Family family) {
        return families.get(family);
    }

    /** The folder that a dataset's paths are relative to. */
    public Path of(Dataset dataset) {
        return of(dataset.family()).resolve(dataset.root());
    }

    /** Where receipts, locks and staging are kept. */
    public Path state() {
        return root.resolve(".datasets");
    }
}
