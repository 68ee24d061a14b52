package io.evaldata.datasets.extract;

import io.evaldata.datasets.catalog.ArchiveFormat;
import io.evaldata.datasets.extract.Member.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the members of a tar archive one after the other: ustar with prefix, GNU long names, pax paths and sizes.
 *
 * <p>The content of the current member is read with {@link #read} and {@link #view}; what is left of it is passed over by
 * {@link #next}.
 */
final class TarReader implements Content {
    /** Longer names and pax headers than this are not names any more. */
    private static final int MAX_EXTENSION = 1 << 20;

    private final ReadAhead bytes;
    private final String archive;
    private final TarHeader header = new TarHeader();
    private final Map<String, String> globalPax = new HashMap<>();
    private Chunk chunk;
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private long position;
    private long remaining;
    private int padding;
    private String rawName;

    TarReader(ReadAhead bytes, String archive) {
        this.bytes = bytes;
        this.archive = archive;
    }

    /** A member as its headers tell it, with the name as written. */
    record Entry(String rawName, long size, Kind kind, String link) {}

    /** The next member, or null at the archive's end, which has then been read and checked to its last byte. */
    Entry next() throws IOException, InterruptedException {
        Map<String, String> pax = globalPax;
        String longName = null;
        String longLink = null;
        while (true) {
            finishMember();
            rawName = "";
            if (!readHeader()) {
                drain();
                return null;
            }
            long size = header.size();
            if (size < 0) {
                throw BadArchive.damaged(archive, "a size in its tar header at byte " + (position - TarHeader.SIZE));
            }
            startContent(size);
            switch (header.type()) {
                case 'L' -> longName = extensionText();
                case 'K' -> longLink = extensionText();
                case 'x', 'X' -> {
                    pax = new HashMap<>(globalPax);
                    pax.putAll(pax());
                }
                case 'g' -> globalPax.putAll(pax());
                default -> {
                    return entry(pax, longName, longLink);
                }
            }
        }
    }

    /** Reads content of the current member. */
    @Override
    public int read(ByteBuffer into) throws IOException, InterruptedException {
        if (remaining == 0) {
            return -1;
        }
        requireBytes();
        int count = (int) Math.min(Math.min(remaining, into.remaining()), buffer.remaining());
        into.put(buffer.slice(buffer.position(), count));
        pass(count);
        remaining -= count;
        return count;
    }

    /** The whole content of the current member if it lies in the current buffer, which the caller has to hold; else null. */
    ByteBuffer view() {
        if (remaining > buffer.remaining() || chunk == null) {
            return null;
        }
        ByteBuffer view = buffer.slice(buffer.position(), (int) remaining);
        pass((int) remaining);
        remaining = 0;
        return view;
    }

    /** The buffer that holds the current position; null before the first. */
    Chunk chunk() {
        return chunk;
    }

    private Entry entry(Map<String, String> pax, String longName, String longLink)
            throws IOException, InterruptedException {
        String name = pax.getOrDefault("path", longName != null ? longName : header.name());
        String link = pax.getOrDefault("linkpath", longLink != null ? longLink : header.link());
        Kind kind = kind(name, pax);
        rawName = name;
        if (hasNoContent(kind)) {
            startContent(0);
        } else if (pax.containsKey("size")) {
            startContent(parseSize(pax.get("size")));
        }
        if (header.type() == 'S') {
            passSparseMaps();
        }
        return new Entry(name, remaining, kind, link);
    }

    private Kind kind(String name, Map<String, String> pax) {
        return switch (header.type()) {
            case '0' ->
                pax.containsKey(PaxRecords.SPARSE) ? Kind.OTHER : name.endsWith("/") ? Kind.DIRECTORY : Kind.FILE;
            case '1' -> Kind.HARD_LINK;
            case '2' -> Kind.SYMBOLIC_LINK;
            case '5', 'D' -> Kind.DIRECTORY;
            default -> Kind.OTHER;
        };
    }

    /** Links, devices and directories have no content, whatever size their headers give (as Python's tarfile reads them). */
    private boolean hasNoContent(Kind kind) {
        return kind != Kind.FILE && (kind != Kind.OTHER || "346".indexOf(header.type()) >= 0) && header.type() != 'D';
    }

    /** An old GNU sparse member may have more blocks of its map between header and content. */
    private void passSparseMaps() throws IOException, InterruptedException {
        long content = remaining;
        int more = header.block()[TarHeader.SPARSE_GOES_ON];
        while (more != 0) {
            byte[] map = new byte[TarHeader.SIZE];
            startContent(map.length);
            if (fill(ByteBuffer.wrap(map)).remaining() < map.length) {
                throw BadArchive.cutShort(archive, position, "in the map of a sparse member");
            }
            more = map[TarHeader.SPARSE_MAP_GOES_ON];
        }
        startContent(content);
    }

    private long parseSize(String size) {
        try {
            long value = Long.parseLong(size);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw BadArchive.damaged(archive, "a pax header gives the size '" + size + "'", e);
        }
        throw BadArchive.damaged(archive, "a pax header gives the size '" + size + "'");
    }

    private void startContent(long size) {
        if (size > Long.MAX_VALUE - TarHeader.SIZE) {
            throw BadArchive.damaged(archive, "a member of " + size + " bytes before byte " + position);
        }
        remaining = size;
        padding = (int) (-size & (TarHeader.SIZE - 1));
    }

    private String extensionText() throws IOException, InterruptedException {
        byte[] text = extension();
        return TarHeader.text(text, 0, text.length);
    }

    private Map<String, String> pax() throws IOException, InterruptedException {
        Map<String, String> records = PaxRecords.parse(extension());
        if (records == null) {
            throw BadArchive.damaged(archive, "a malformed pax header before byte " + position);
        }
        return records;
    }

    private byte[] extension() throws IOException, InterruptedException {
        if (remaining > MAX_EXTENSION) {
            throw BadArchive.damaged(archive, "a name or pax header of " + remaining + " bytes");
        }
        byte[] content = new byte[(int) remaining];
        fill(ByteBuffer.wrap(content));
        return content;
    }

    /** Fills the header; false at the end of the archive, which is a block of zeros. */
    private boolean readHeader() throws IOException, InterruptedException {
        byte[] block = header.block();
        for (int filled = 0; filled < block.length; ) {
            if (!buffer.hasRemaining() && !advance()) {
                throw endsEarly(ByteBuffer.wrap(block, 0, filled));
            }
            int count = Math.min(block.length - filled, buffer.remaining());
            buffer.get(block, filled, count);
            position += count;
            filled += count;
        }
        if (header.isZero()) {
            return false;
        }
        if (!header.isIntact()) {
            throw position == TarHeader.SIZE
                    ? BadArchive.wrongType(archive, ArchiveFormat.TAR, ByteBuffer.wrap(block))
                    : BadArchive.damaged(
                            archive, "no tar header at byte " + (position - TarHeader.SIZE) + " of what it unpacks to");
        }
        return true;
    }

    private RuntimeException endsEarly(ByteBuffer start) {
        boolean first = position == start.remaining();
        return first && LeadingBytes.isOther(start)
                ? BadArchive.wrongType(archive, ArchiveFormat.TAR, start)
                : BadArchive.cutShort(archive, position, "without the end mark of a tar (unpacked bytes are counted)");
    }

    private void finishMember() throws IOException, InterruptedException {
        long left = remaining + padding;
        while (left > 0) {
            requireBytes();
            int count = (int) Math.min(left, buffer.remaining());
            pass(count);
            left -= count;
        }
        remaining = 0;
        padding = 0;
    }

    private void drain() throws IOException, InterruptedException {
        do {
            pass(buffer.remaining());
        } while (advance());
    }

    private void pass(int count) {
        buffer.position(buffer.position() + count);
        position += count;
    }

    private void requireBytes() throws IOException, InterruptedException {
        if (!buffer.hasRemaining() && !advance()) {
            throw BadArchive.cutShort(
                    archive,
                    position,
                    "of at least " + (position + remaining) + ", in member '" + rawName
                            + "' (unpacked bytes are counted)");
        }
    }

    private boolean advance() throws IOException, InterruptedException {
        if (chunk != null) {
            chunk.release();
            chunk = null;
            buffer = ByteBuffer.allocate(0);
        }
        Chunk next = bytes.next();
        if (next == null) {
            return false;
        }
        chunk = next;
        buffer = next.buffer();
        return true;
    }
}
