package io.evaldata.datasets.extract;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Says what a file is by its first bytes, for messages about files that are not what they should be. */
final class LeadingBytes {
    private static final String UNKNOWN = "something unknown";
    private static final String ZEROS = "zeros";
    private static final Map<String, String> BINARY = new LinkedHashMap<>();

    static {
        BINARY.put("PK\3\4", "zip");
        BINARY.put("PK\5\6", "an empty zip");
        BINARY.put("\u001f\u008b", "gzip");
        BINARY.put("BZh", "bzip2");
        BINARY.put("\u00fd7zXZ", "xz");
        BINARY.put("7z\u00bc\u00af", "7z");
        BINARY.put("Rar!", "rar");
        BINARY.put("PAR1", "Parquet");
        BINARY.put("%PDF", "PDF");
        BINARY.put("\u0089PNG", "a PNG picture");
        BINARY.put("\u00ff\u00d8\u00ff", "a JPEG picture");
        BINARY.put("MATLAB 5", "a MATLAB file");
        BINARY.put("version https://git-lfs", "a Git LFS pointer instead of the file");
    }

    private LeadingBytes() {}

    /** Whether the bytes are the start of something that is known here, other than a tar. */
    static boolean isOther(ByteBuffer start) {
        String found = describe(start);
        return !found.equals(UNKNOWN) && !found.equals(ZEROS) && !found.equals("tar");
    }

    /** A few words for what starts with these bytes; the buffer stays as it is. */
    static String describe(ByteBuffer start) {
        if (!start.hasRemaining()) {
            return "an empty file";
        }
        byte[] bytes = new byte[Math.min(512, start.remaining())];
        start.duplicate().get(bytes);
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> magic : BINARY.entrySet()) {
            if (latin.startsWith(magic.getKey())) {
                return magic.getValue();
            }
        }
        if (latin.startsWith("ustar", 257)) {
            return "tar";
        }
        String text = latin.replace("\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.startsWith("<html") || text.startsWith("<head")) {
            return "HTML";
        }
        if (text.startsWith("<?xml") || text.startsWith("<error")) {
            return "XML";
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return "JSON";
        }
        return latin.chars().allMatch(c -> c == 0) ? ZEROS : UNKNOWN;
    }
}
