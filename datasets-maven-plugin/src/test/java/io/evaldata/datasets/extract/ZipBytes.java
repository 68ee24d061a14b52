package io.evaldata.datasets.extract;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A zip written field by field, so that any field can lie. Members are stored. */
final class ZipBytes {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int entries;

    /** The fields of one member that tests change. */
    static final class Fields {
        byte[] name;
        byte[] content;
        byte[] extra = {};
        int flags;
        int method;
        int madeBy = 3 << 8;
        int mode = 0x81a4;
        int crc32;
        long compressedSize;
        long size;
        long offset = -1;

        Fields(String name, String content) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            this.content = content.getBytes(StandardCharsets.UTF_8);
            CRC32 crc = new CRC32();
            crc.update(this.content);
            crc32 = (int) crc.getValue();
            compressedSize = this.content.length;
            size = this.content.length;
        }
    }

    ZipBytes add(String name, String content) {
        return add(new Fields(name, content));
    }

    ZipBytes add(Fields fields) {
        int start = file.size();
        file.writeBytes(buffer(30)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) fields.flags)
                .putShort((short) fields.method)
                .putInt(0)
                .putInt(fields.crc32)
                .putInt((int) fields.compressedSize)
                .putInt((int) fields.size)
                .putShort((short) fields.name.length)
                .putShort((short) 0)
                .array());
        file.writeBytes(fields.name);
        file.writeBytes(fields.content);
        directory.writeBytes(buffer(46)
                .putInt(0x02014b50)
                .putShort((short) fields.madeBy)
                .putShort((short) 20)
                .putShort((short) fields.flags)
                .putShort((short) fields.method)
                .putInt(0)
                .putInt(fields.crc32)
                .putInt((int) fields.compressedSize)
                .putInt((int) fields.size)
                .putShort((short) fields.name.length)
                .putShort((short) fields.extra.length)
                .putShort((short) 0)
                .putInt(0)
                .putInt(fields.mode << 16)
                .putInt((int) (fields.offset < 0 ? start : fields.offset))
                .array());
        directory.writeBytes(fields.name);
        directory.writeBytes(fields.extra);
        entries++;
        return this;
    }

    byte[] bytes() {
        return Archives.joined(
                file.toByteArray(), directory.toByteArray(), end(entries, directory.size(), file.size()));
    }

    /** With a zip64 end record, and an ordinary one that refers to it in every field. */
    byte[] zip64Bytes() {
        long end = (long) file.size() + directory.size();
        byte[] zip64 = buffer(56)
                .putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putInt(0)
                .putInt(0)
                .putLong(entries)
                .putLong(entries)
                .putLong(directory.size())
                .putLong(file.size())
                .array();
        byte[] locator =
                buffer(20).putInt(0x07064b50).putInt(0).putLong(end).putInt(1).array();
        return Archives.joined(file.toByteArray(), directory.toByteArray(), zip64, locator, end(0xffff, -1, -1));
    }

    /** The zip64 extra field with these values. */
    static byte[] zip64Extra(long... values) {
        byte[] extra = new byte[4 + 8 * values.length];
        ByteBuffer fields = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
        fields.putShort((short) 1).putShort((short) (8 * values.length));
        for (long value : values) {
            fields.putLong(value);
        }
        return extra;
    }

    private static byte[] end(int entries, int size, int offset) {
        return buffer(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) entries)
                .putShort((short) entries)
                .putInt(size)
                .putInt(offset)
                .putShort((short) 0)
                .array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
