package io.evaldata.datasets.extract;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The records of a pax extended header: {@code "<length> <key>=<value>\n"}, the length counting all of it. */
final class PaxRecords {
    private PaxRecords() {}

    /** The records by key, later ones winning; null when they are malformed. */
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
            records.put(record.substring(0, equals), record.substring(equals + 1));
            start = end;
        }
        return records;
    }
}
