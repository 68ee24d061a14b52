package io.evaldata.datasets.catalog;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What kind of file a source is. */
public enum ArchiveFormat {
    ZIP("zip"),
    TAR("tar"),
    TAR_GZ("tar.gz"),
    TAR_BZ2("tar.bz2"),
    /** No archive: used as it is. */
    FILE("file");

    private final String key;

    ArchiveFormat(String key) {
        this.key = key;
    }

    /** The name as catalogue files write it. */
    public String key() {
        return key;
    }

    /**
     * Parses a format name.
     *
     * @throws IllegalArgumentException naming the known ones
     */
    public static ArchiveFormat parse(String text) {
        return Arrays.stream(values())
                .filter(format -> format.key.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no format; expected one of "
                        + Arrays.stream(values()).map(ArchiveFormat::key).collect(Collectors.joining(", "))));
    }

    /** The format that a file of this name has by convention. */
    public static ArchiveFormat ofName(String file) {
        if (file.endsWith(".zip")) {
            return ZIP;
        }
        if (file.endsWith(".tar.gz") || file.endsWith(".tgz")) {
            return TAR_GZ;
        }
        if (file.endsWith(".tar.bz2") || file.endsWith(".tbz2")) {
            return TAR_BZ2;
        }
        return file.endsWith(".tar") ? TAR : FILE;
    }
}
