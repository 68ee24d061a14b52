package io.evaldata.datasets.extract;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.ArchiveFormat;
import java.nio.ByteBuffer;

/** The reports about archives that cannot be unpacked: cut short, damaged, of another type, or hostile. */
final class BadArchive {
    private static final String FETCH_AGAIN =
            "Delete the file (from the cache, or from the folder for files fetched by hand) and run again to fetch it anew.";
    private static final String DO_NOT_TRUST =
            "Nothing outside the folder was touched. Do not use this archive; get it from the dataset's publisher.";

    private BadArchive() {}

    static DatasetsException cutShort(String archive, long found, String expected) {
        return new DatasetsException(
                archive + " is cut short: it ends after " + found + " bytes, " + expected, FETCH_AGAIN);
    }

    static DatasetsException damaged(String archive, String what) {
        return new DatasetsException(archive + " is damaged: " + what, FETCH_AGAIN);
    }

    static DatasetsException damaged(String archive, String what, Throwable cause) {
        return new DatasetsException(archive + " is damaged: " + what, FETCH_AGAIN, cause);
    }

    static DatasetsException wrongType(String archive, ArchiveFormat expected, ByteBuffer start) {
        return new DatasetsException(
                archive + " is of another type: expected " + outerFormat(expected) + ", found "
                        + LeadingBytes.describe(start),
                "A page instead of a file often means a login, a quota or a moved download. " + FETCH_AGAIN);
    }

    /** What the first bytes of such a file are, as {@link LeadingBytes} names it. */
    private static String outerFormat(ArchiveFormat format) {
        return switch (format) {
            case ZIP -> "zip";
            case TAR -> "tar";
            case TAR_GZ -> "gzip";
            case TAR_BZ2 -> "bzip2";
            case FILE -> "an archive";
        };
    }

    static DatasetsException hostile(String archive, String member, String what) {
        return new DatasetsException(archive + ": member '" + printable(member) + "' " + what, DO_NOT_TRUST);
    }

    static DatasetsException bomb(String archive, String what) {
        return new DatasetsException(
                archive + " unfolds to more than it should: " + what,
                "If the archive is right, its catalogue entry states too little; otherwise get it from the dataset's publisher.");
    }

    static DatasetsException unsupported(String archive, String member, String what) {
        return new DatasetsException(
                archive + ": member '" + printable(member) + "' cannot be unpacked: " + what,
                "Leave the member out in the catalogue, or repack the archive as zip (deflate) or tar.gz.");
    }

    static DatasetsException conflict(String archive, String path, String what) {
        return new DatasetsException(
                archive + ": two different files for '" + printable(path) + "': " + what,
                "Correct the layout in the catalogue so that each file has its own place.");
    }

    private static String printable(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().limit(200).forEach(c -> {
            if (Character.isISOControl(c)) {
                text.append(String.format("\\u%04x", c));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.toString();
    }
}
