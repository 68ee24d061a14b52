package io.evaldata.datasets.extract;

import io.evaldata.datasets.io.ByteRange;
import io.evaldata.datasets.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * Reads and unpacks members of a zip one at a time; each thread has its own.
 *
 * <p>A member that fits is read with its header at once, and a stored one is then written from where it was read to.
 */
final class ZipMemberReader {
    /** The compression methods that can be read. */
    static final Set<Integer> METHODS = Set.of(ZipEntry.STORED, ZipEntry.DEFLATED, ZipEntry.DEFLATE64, ZipEntry.BZIP2);

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int WINDOW = 1 << 19;
    private static final int UNPACKED = 1 << 19;
    private static final int INFLATER_INPUT = 1 << 16;

    private final ByteSource source;
    private final String archive;
    private final Unpacking unpacking;
    private final ByteBuffer window = ByteBuffer.allocateDirect(WINDOW).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer unpacked = ByteBuffer.allocateDirect(UNPACKED);
    private DeflatedContent inflating;
    private WholeInflater whole;

    ZipMemberReader(ByteSource source, String archive, Unpacking unpacking) {
        this.source = source;
        this.archive = archive;
        this.unpacking = unpacking;
    }

    /** Writes and converts a member as its route says. */
    void unpack(ZipSelection selection) throws IOException, InterruptedException {
        ZipEntry entry = selection.entry();
        FileRoute route = selection.route();
        if (entry.size() < UNPACKED) {
            ByteBuffer content = complete(selection);
            check(selection, MemberWriter.crc32(content));
            unpacking.writer().writeClaimed(archive, route, content, entry.crc32());
        } else if (route.conversion() != null) {
            Content content = content(selection);
            try (LargeContent large = unpacking.readLarge(route, content)) {
                checkEnd(content);
                check(selection, MemberWriter.crc32(large.bytes()));
                unpacking.writer().writeClaimed(archive, route, large.bytes(), entry.crc32());
            }
        } else {
            check(selection, unpacking.writer().write(archive, route.paths(), content(selection), unpacked));
            unpacking.writer().announce(route.paths(), entry.size(), entry.crc32());
        }
    }

    /** The content of a member, which has to be read before the next is asked for. */
    Content content(ZipSelection selection) throws IOException, InterruptedException {
        Content raw = SourceContent.of(source, dataRange(selection));
        return exact(selection, decoded(selection, raw));
    }

    /** Where the compressed bytes of a member lie. */
    ByteRange dataRange(ZipSelection selection) throws IOException {
        readWindow(selection, ZipEntry.LOCAL_HEADER);
        int skipped = dataOffset(selection);
        ByteRange range =
                new ByteRange(selection.start() + skipped, selection.entry().compressedSize());
        if (range.end() > selection.end()) {
            throw misplaced(selection);
        }
        return range;
    }

    private ByteBuffer complete(ZipSelection selection) throws IOException, InterruptedException {
        ZipEntry entry = selection.entry();
        long extent = selection.end() - selection.start();
        if (extent > WINDOW) {
            return content(selection).fill(unpacked);
        }
        readWindow(selection, (int) extent);
        int offset = dataOffset(selection);
        if (offset + entry.compressedSize() > extent) {
            throw misplaced(selection);
        }
        ByteBuffer raw = window.slice(offset, (int) entry.compressedSize());
        if (entry.method() == ZipEntry.STORED) {
            return raw;
        }
        if (entry.method() == ZipEntry.DEFLATED) {
            return whole().inflate(raw, entry.size(), archive, selection.member());
        }
        return exact(selection, decoded(selection, new BufferContent(raw))).fill(unpacked);
    }

    private Content decoded(ZipSelection selection, Content raw) throws IOException, InterruptedException {
        String name = archive + "!" + selection.member().name();
        return switch (selection.entry().method()) {
            case ZipEntry.STORED -> raw;
            case ZipEntry.DEFLATED -> inflating(raw);
            case ZipEntry.DEFLATE64 -> DecodedContent.deflate64(raw, name);
            default -> DecodedContent.bzip2(raw, name);
        };
    }

    private DeflatedContent inflating(Content raw) {
        if (inflating == null) {
            inflating = new DeflatedContent(raw, archive, INFLATER_INPUT);
        }
        inflating.restart(raw);
        return inflating;
    }

    private WholeInflater whole() {
        if (whole == null) {
            whole = new WholeInflater(WINDOW, UNPACKED);
        }
        return whole;
    }

    private Content exact(ZipSelection selection, Content content) {
        return new ExactContent(content, selection.entry().size(), archive, selection.member());
    }

    /** Makes sure that nothing follows, which exact content reports. */
    private void checkEnd(Content content) throws IOException, InterruptedException {
        content.fill(unpacked);
    }

    private void readWindow(ZipSelection selection, int count) throws IOException {
        window.clear().limit(count);
        while (window.hasRemaining()) {
            long position = selection.start() + window.position();
            if (source.read(position, window) < 0) {
                throw BadArchive.cutShort(
                        archive, position, "in member '" + selection.member().name() + "'");
            }
        }
        window.flip();
    }

    /** How far behind the start of its local header a member's data begins. */
    private int dataOffset(ZipSelection selection) {
        if (window.remaining() < ZipEntry.LOCAL_HEADER || window.getInt(0) != LOCAL_HEADER) {
            throw BadArchive.damaged(
                    archive, "member '" + selection.member().name() + "' does not start at byte " + selection.start());
        }
        return ZipEntry.LOCAL_HEADER + (window.getShort(26) & 0xffff) + (window.getShort(28) & 0xffff);
    }

    private void check(ZipSelection selection, int crc32) {
        if (crc32 != selection.entry().crc32()) {
            throw BadArchive.damaged(
                    archive,
                    String.format(
                            "member '%s' has CRC-32 %08x, expected %08x",
                            selection.member().name(), crc32, selection.entry().crc32()));
        }
    }

    private RuntimeException misplaced(ZipSelection selection) {
        return BadArchive.damaged(archive, "member '" + selection.member().name() + "' reaches into the one behind it");
    }
}
