package io.evaldata.datasets.extract;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The archive formats that can be unpacked. */
public enum ArchiveFormat {
    ZIP("zip", "\\.zip"),
    TAR("tar", "\\.tar"),
    TAR_GZ("gzip", "\\.tar\\.gz|\\.tgz"),
    TAR_BZ2("bzip2", "\\.tar\\.bz2|\\.tbz2?");

    private final String outerFormat;
    private final String endings;

    ArchiveFormat(String outerFormat, String endings) {
        this.outerFormat = outerFormat;
        this.endings = endings;
    }

    /** The format a file name ends in, or empty when it is none of these. */
    public static Optional<ArchiveFormat> of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        for (ArchiveFormat format : values()) {
            if (Pattern.matches(".*(" + format.endings + ")", name)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** What the first bytes of such a file are, as {@link LeadingBytes} names it. */
    String outerFormat() {
        return outerFormat;
    }
}
