package io.evaldata.datasets.extract;

import io.evaldata.datasets.catalog.ArchiveFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * What a gzip file unfolds to (RFC 1952): one or more members one after the other, each checked against the CRC-32 and
 * the length behind it. Zeros behind the last member are padding, as gzip takes them.
 */
final class GzipContent implements Content {
    private static final int INPUT = 1 << 17;
    private static final int HAS_HEADER_CRC = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;

    private final DeflatedContent deflated;
    private final String archive;
    private final Meter meter;
    private final CRC32 crc = new CRC32();
    private boolean inMember;
    private boolean ended;
    private boolean first = true;
    private long memberBytes;
    private long allBytes;

    GzipContent(Content compressed, String archive, Meter meter) {
        this.deflated = new DeflatedContent(compressed, archive, INPUT);
        this.archive = archive;
        this.meter = meter;
    }

    @Override
    public int read(ByteBuffer into) throws IOException, InterruptedException {
        while (!ended) {
            if (!inMember) {
                startMember();
                continue;
            }
            ByteBuffer inflated = into.duplicate();
            int count = deflated.read(into);
            if (count >= 0) {
                crc.update(inflated.limit(into.position()));
                memberBytes += count;
                allBytes += count;
                meter.checkRatio(archive, deflated.consumed(), allBytes);
                return count;
            }
            endMember();
        }
        return -1;
    }

    private void startMember() throws IOException, InterruptedException {
        int magic = deflated.readByte();
        if (first) {
            checkType(magic);
        } else if (magic <= 0) {
            skipPadding(magic);
            return;
        }
        first = false;
        if (magic != 0x1f || required() != 0x8b) {
            throw BadArchive.damaged(archive, "no gzip data at byte " + deflated.consumed());
        }
        if (required() != 8) {
            throw BadArchive.damaged(archive, "its gzip header names an unknown method");
        }
        int flags = required();
        skip(6);
        if ((flags & HAS_EXTRA) != 0) {
            skip(required() | required() << 8);
        }
        if ((flags & HAS_NAME) != 0) {
            skipText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText();
        }
        if ((flags & HAS_HEADER_CRC) != 0) {
            skip(2);
        }
        deflated.nextStream();
        crc.reset();
        memberBytes = 0;
        inMember = true;
    }

    private void checkType(int magic) {
        ByteBuffer ahead = deflated.ahead();
        if (magic < 0) {
            throw BadArchive.cutShort(archive, 0, "expected gzip");
        }
        ahead.position(ahead.position() - 1);
        if (magic != 0x1f || (ahead.remaining() > 1 && (ahead.get(ahead.position() + 1) & 0xff) != 0x8b)) {
            throw BadArchive.wrongType(archive, ArchiveFormat.TAR_GZ, ahead);
        }
    }

    private void skipPadding(int start) throws IOException, InterruptedException {
        int padding = start;
        while (padding == 0) {
            padding = deflated.readByte();
        }
        if (padding > 0) {
            throw BadArchive.damaged(archive, "something else follows its gzip data at byte " + deflated.consumed());
        }
        ended = true;
    }

    private void endMember() throws IOException, InterruptedException {
        long statedCrc = trailerField();
        long statedLength = trailerField();
        if (statedCrc != crc.getValue()) {
            throw BadArchive.damaged(
                    archive, String.format("its content has CRC-32 %08x, expected %08x", crc.getValue(), statedCrc));
        }
        if (statedLength != (memberBytes & 0xffffffffL)) {
            throw BadArchive.damaged(
                    archive, "its content has " + memberBytes + " bytes, expected " + statedLength + " (modulo 2^32)");
        }
        inMember = false;
    }

    private long trailerField() throws IOException, InterruptedException {
        return required() | required() << 8 | required() << 16 | (long) required() << 24;
    }

    private int required() throws IOException, InterruptedException {
        int value = deflated.readByte();
        if (value < 0) {
            throw BadArchive.cutShort(archive, deflated.consumed(), "in a gzip header or trailer");
        }
        return value;
    }

    private void skip(int count) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            required();
        }
    }

    private void skipText() throws IOException, InterruptedException {
        int value = required();
        while (value != 0) {
            value = required();
        }
    }

    @Override
    public void close() throws IOException {
        deflated.close();
    }
}
