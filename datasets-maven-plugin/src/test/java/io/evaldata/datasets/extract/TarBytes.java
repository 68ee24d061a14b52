package io.evaldata.datasets.extract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** A tar written field by field, so that any field can lie. */
final class TarBytes {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    TarBytes file(String name, int size) {
        byte[] content = new byte[size];
        Arrays.fill(content, (byte) size);
        return add('0', name, "", content);
    }

    TarBytes link(char type, String name, String to) {
        return add(type, name, to, new byte[0]);
    }

    /** A pax header with these records, each {@code key=value}. */
    TarBytes pax(char type, String... records) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (String record : records) {
            int rest = record.getBytes(StandardCharsets.UTF_8).length + 2;
            int length = rest + String.valueOf(rest).length();
            length = rest + String.valueOf(length).length();
            content.writeBytes((length + " " + record + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return add(type, "pax", "", content.toByteArray());
    }

    TarBytes add(char type, String name, String link, byte[] content) {
        return add(header(type, name, link, String.format(Locale.ROOT, "%011o", content.length)), content);
    }

    /** A header, which gets its checksum here, and content as it comes, padded. */
    TarBytes add(byte[] header, byte[] content) {
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
        file.writeBytes(header);
        file.writeBytes(content);
        file.writeBytes(new byte[-content.length & 511]);
        return this;
    }

    static byte[] header(char type, String name, String link, String size) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, "0000644");
        put(header, 124, size);
        header[156] = (byte) type;
        put(header, 157, link);
        put(header, 257, "ustar\00000");
        return header;
    }

    static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }

    byte[] bytes() {
        return Archives.joined(file.toByteArray(), new byte[1024]);
    }

    byte[] bytesWithoutEnd() {
        return file.toByteArray();
    }
}
