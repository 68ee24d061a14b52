package io.evaldata.datasets.extract;

import io.evaldata.datasets.catalog.ArchiveFormat;
import io.evaldata.datasets.extract.Member.Kind;
import io.evaldata.datasets.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The central directory of a zip file, the only place that entries are taken from.
 *
 * <p>Read as APPNOTE.TXT 6.3.10 describes it, with zip64 (4.3.14, 4.5.3), the Unicode path extra field (4.6.9), and a
 * shift for archives that something was put in front of.
 */
final class ZipDirectory {
    private static final Charset CP437 = Charset.forName("IBM437");
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int ZIP64_LOCATOR = 0x07064b50;
    private static final int ZIP64_LOCATOR_SIZE = 20;
    private static final int ZIP64_END = 0x06064b50;
    private static final int ZIP64_END_SIZE = 56;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int MAX_COMMENT = 0xffff;
    private static final int WINDOW = 1 << 18;
    private static final long IN_ZIP64 = 0xffffffffL;
    private static final int EXTRA_ZIP64 = 0x0001;
    private static final int EXTRA_UNICODE_PATH = 0x7075;
    private static final int FLAG_ENCRYPTED = 1;
    private static final int FLAG_UTF8 = 1 << 11;
    private static final int MADE_ON_UNIX = 3;
    private static final int MADE_ON_MACOS = 19;

    private final ByteSource source;
    private final String archive;
    private final long fileSize;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).order(ByteOrder.LITTLE_ENDIAN);
    private long windowStart;
    private long start;
    private long end;
    private long shift;
    private long entries;

    /** Takes the entries. */
    interface Visitor {
        void visit(ZipEntry entry) throws IOException;
    }

    /** Takes entries until it has seen enough. */
    interface Search {
        /** Takes one; tells whether it wants the next. */
        boolean goesOnAfter(ZipEntry entry) throws IOException;
    }

    private ZipDirectory(ByteSource source, String archive, long fileSize) {
        this.source = source;
        this.archive = archive;
        this.fileSize = fileSize;
        window.limit(0);
    }

    /** Finds the directory at the end of the file. */
    static ZipDirectory find(ByteSource source, String archive) throws IOException {
        ZipDirectory directory = new ZipDirectory(source, archive, knownSize(source));
        directory.findEnd();
        return directory;
    }

    /** Where the directory starts, which is where the last entry has to end. */
    long start() {
        return start;
    }

    /** Hands on every entry, in the directory's order. */
    void forEach(Visitor visitor) throws IOException {
        forEachWhile(entry -> {
            visitor.visit(entry);
            return true;
        });
    }

    /** Hands on the entries, in the directory's order, until the search has seen enough; what follows is not looked at. */
    void forEachWhile(Search search) throws IOException {
        long position = start;
        for (long i = 0; i < entries; i++) {
            if (position + ENTRY_SIZE > end) {
                throw BadArchive.damaged(archive, "its directory holds " + i + " members, expected " + entries);
            }
            ByteBuffer fixed = at(position, ENTRY_SIZE);
            int base = fixed.position();
            int variable = unsigned(fixed, base + 28) + unsigned(fixed, base + 30) + unsigned(fixed, base + 32);
            if (fixed.getInt(base) != ENTRY || position + ENTRY_SIZE + variable > end) {
                throw BadArchive.damaged(archive, "no directory entry at byte " + position);
            }
            if (!search.goesOnAfter(entry(at(position, ENTRY_SIZE + variable)))) {
                return;
            }
            position += ENTRY_SIZE + variable;
        }
        if (position != end) {
            throw BadArchive.damaged(archive, "its directory holds more than the " + entries + " members it states");
        }
    }

    private ZipEntry entry(ByteBuffer bytes) {
        int base = bytes.position();
        int flags = unsigned(bytes, base + 8);
        int nameLength = unsigned(bytes, base + 28);
        byte[] rawName = new byte[nameLength];
        bytes.get(base + ENTRY_SIZE, rawName);
        long compressedSize = bytes.getInt(base + 20) & IN_ZIP64;
        long size = bytes.getInt(base + 24) & IN_ZIP64;
        long offset = bytes.getInt(base + 42) & IN_ZIP64;
        String name = decode(rawName, (flags & FLAG_UTF8) != 0 ? StandardCharsets.UTF_8 : CP437);

        int extra = base + ENTRY_SIZE + nameLength;
        int extraEnd = extra + unsigned(bytes, base + 30);
        while (extra + 4 <= extraEnd) {
            int id = unsigned(bytes, extra);
            int next = extra + 4 + unsigned(bytes, extra + 2);
            if (next > extraEnd) {
                break;
            }
            if (id == EXTRA_ZIP64) {
                int field = extra + 4;
                if (size == IN_ZIP64) {
                    size = zip64Field(bytes, field, next);
                    field += Long.BYTES;
                }
                if (compressedSize == IN_ZIP64) {
                    compressedSize = zip64Field(bytes, field, next);
                    field += Long.BYTES;
                }
                if (offset == IN_ZIP64) {
                    offset = zip64Field(bytes, field, next);
                }
            } else if (id == EXTRA_UNICODE_PATH) {
                name = unicodePath(bytes, extra + 4, next, rawName, name);
            }
            extra = next;
        }
        Kind kind = kind(name, unsigned(bytes, base + 4) >> 8, bytes.getInt(base + 38) >>> 16);
        long headerOffset = offset + shift;
        if (headerOffset < 0 || compressedSize < 0 || headerOffset > start - compressedSize) {
            throw BadArchive.damaged(archive, "member '" + name + "' lies outside the file, or the file is cut short");
        }
        return new ZipEntry(
                name.replace('\\', '/'),
                nameLength,
                kind,
                unsigned(bytes, base + 10),
                (flags & FLAG_ENCRYPTED) != 0,
                bytes.getInt(base + 16),
                compressedSize,
                size,
                headerOffset);
    }

    private long zip64Field(ByteBuffer bytes, int field, int end) {
        long value = field + Long.BYTES <= end ? bytes.getLong(field) : -1;
        if (value < 0) {
            throw BadArchive.damaged(archive, "a zip64 field of its directory is missing or negative");
        }
        return value;
    }

    private static Kind kind(String name, int madeOn, int unixMode) {
        if (name.endsWith("/") || name.endsWith("\\")) {
            return Kind.DIRECTORY;
        }
        int type = madeOn == MADE_ON_UNIX || madeOn == MADE_ON_MACOS ? unixMode & 0xf000 : 0;
        return switch (type) {
            case 0, 0x8000 -> Kind.FILE;
            case 0x4000 -> Kind.DIRECTORY;
            case 0xa000 -> Kind.SYMBOLIC_LINK;
            default -> Kind.OTHER;
        };
    }

    /** The name in the Unicode path field when it was made for this very name, as its CRC-32 tells. */
    private static String unicodePath(ByteBuffer bytes, int field, int end, byte[] rawName, String name) {
        if (end - field < 5 || bytes.get(field) != 1) {
            return name;
        }
        CRC32 crc = new CRC32();
        crc.update(rawName);
        if ((int) crc.getValue() != bytes.getInt(field + 1)) {
            return name;
        }
        byte[] path = new byte[end - field - 5];
        bytes.get(field + 5, path);
        return new String(path, StandardCharsets.UTF_8);
    }

    private static String decode(byte[] name, Charset charset) {
        for (byte b : name) {
            if (b < 0) {
                return new String(name, charset);
            }
        }
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private void findEnd() throws IOException {
        long tailStart = Math.max(0, fileSize - END_SIZE - MAX_COMMENT);
        if (fileSize < END_SIZE) {
            throw notAZip();
        }
        ByteBuffer tail = at(tailStart, (int) (fileSize - tailStart));
        int first = tail.position();
        for (int i = tail.limit() - END_SIZE; i >= first; i--) {
            if (tail.getInt(i) == END && i + END_SIZE + unsigned(tail, i + 20) <= tail.limit()) {
                readEnd(tail, i, tailStart + i - first);
                return;
            }
        }
        throw notAZip();
    }

    private void readEnd(ByteBuffer tail, int at, long position) throws IOException {
        int disk = unsigned(tail, at + 4);
        entries = unsigned(tail, at + 10);
        long size = tail.getInt(at + 12) & IN_ZIP64;
        long offset = tail.getInt(at + 16) & IN_ZIP64;
        end = position;
        if (position >= ZIP64_LOCATOR_SIZE) {
            ByteBuffer locator = at(position - ZIP64_LOCATOR_SIZE, ZIP64_LOCATOR_SIZE);
            if (locator.getInt(locator.position()) == ZIP64_LOCATOR) {
                ByteBuffer zip64 = zip64End(locator.getLong(locator.position() + 8), position - ZIP64_LOCATOR_SIZE);
                int base = zip64.position();
                disk = zip64.getInt(base + 16);
                entries = zip64.getLong(base + 32);
                size = zip64.getLong(base + 40);
                offset = zip64.getLong(base + 48);
                end = windowStart + base;
            }
        }
        if (disk != 0 && disk != 0xffff) {
            throw BadArchive.unsupported(archive, "", "the zip is split into several files");
        }
        start = end - size;
        shift = start - offset;
        if (size < 0 || start < 0 || shift < 0 || offset < 0 || entries < 0) {
            throw BadArchive.damaged(archive, "its directory lies outside the file, or the file is cut short");
        }
    }

    private ByteBuffer zip64End(long stated, long locator) throws IOException {
        long usual = locator - ZIP64_END_SIZE;
        for (long position : new long[] {stated, usual}) {
            if (position >= 0 && position <= usual) {
                ByteBuffer record = at(position, ZIP64_END_SIZE);
                if (record.getInt(record.position()) == ZIP64_END) {
                    return record;
                }
            }
        }
        throw BadArchive.damaged(archive, "its zip64 directory end is not where it should be");
    }

    private RuntimeException notAZip() throws IOException {
        ByteBuffer head = at(0, (int) Math.min(512, fileSize)).slice();
        boolean zip =
                head.remaining() >= 4 && head.order(ByteOrder.LITTLE_ENDIAN).getInt(0) == 0x04034b50;
        return zip
                ? BadArchive.cutShort(archive, fileSize, "without the directory that ends every zip")
                : BadArchive.wrongType(archive, ArchiveFormat.ZIP, head);
    }

    /** The bytes from the position on, at the buffer's position. */
    private ByteBuffer at(long position, int length) throws IOException {
        if (position < windowStart || position + length > windowStart + window.limit()) {
            window.clear().limit((int) Math.min(window.capacity(), fileSize - position));
            windowStart = position;
            while (window.hasRemaining()) {
                if (source.read(position + window.position(), window) < 0) {
                    throw BadArchive.cutShort(archive, position + window.position(), "expected " + fileSize);
                }
            }
            window.flip();
        }
        return window.position((int) (position - windowStart));
    }

    private static int unsigned(ByteBuffer bytes, int index) {
        return bytes.getShort(index) & 0xffff;
    }

    /** The size of the file; when no one has said it yet, its bytes have to arrive first. */
    private static long knownSize(ByteSource source) throws IOException {
        ByteBuffer scratch = ByteBuffer.allocate(1 << 16);
        long position = 0;
        while (source.size() < 0) {
            int count = source.read(position, scratch.clear());
            if (count < 0) {
                return position;
            }
            position += count;
        }
        return source.size();
    }
}
