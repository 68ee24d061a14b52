package io.evaldata.datasets.extract;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The records of a pax extended header: {@code "<length> <key>=<value>\n"}, the length counting all of it. */
final class PaxRecords {
    /** Stands for all records of a sparse member, whose content is not what it unpacks to. */
    static final String SPARSE = "GNU.sparse.";

    private static final Set<String> READ = Set.of("path", "linkpath", "size");

    private PaxRecords() {}

    /**
     * The records that are read, by key, later ones winning; null when they are malformed. Others are not kept: global ones
     * hold for the rest of the archive, which may bring more and more of them.
     */
    static Map<String, String> parse(byte[] bytes) {
        Map<String, String> records = new HashMap<>();
        int start = 0;
        while (start < bytes.length && bytes[start] != 0) {
            int space = start;
            int length = 0;
            while (space < bytes.length && bytes[space] >= '0' && bytes[space] <= '9' && length < bytes.length) {
                length = length * 10 + bytes[space++] - '0';
            }
            int end = start + length;
            if (space >= bytes.length || bytes[space] != ' ' || end > bytes.length || end <= space + 1) {
                return null;
            }
            String record = new String(bytes, space + 1, end - space - 2, StandardCharsets.UTF_8);
            int equals = record.indexOf('=');
            if (equals < 1 || bytes[end - 1] != '\n') {
                return null;
            }
            String key = record.substring(0, equals);
            if (READ.contains(key)) {
                records.put(key, record.substring(equals + 1));
            } else if (key.startsWith(SPARSE)) {
                records.put(SPARSE, "");
            }
            start = end;
        }
        return records;
    }
}
