package io.evaldata.datasets.extract;

import io.evaldata.datasets.catalog.ArchiveFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;

/** What one of Commons Compress' decompressors makes of compressed content: bzip2, deflate64. */
final class DecodedContent implements Content {
    private static final int BUFFER = 1 << 16;

    private final InputStream decoder;
    private final LongSupplier consumed;
    private final String archive;
    private final byte[] bytes = new byte[BUFFER];

    private DecodedContent(InputStream decoder, LongSupplier consumed, String archive) {
        this.decoder = decoder;
        this.consumed = consumed;
        this.archive = archive;
    }

    /** A whole bzip2 file; several streams one after the other count as one. */
    static DecodedContent bzip2(Content compressed, String archive) throws IOException, InterruptedException {
        InputStream stream = new BufferedInputStream(new ContentStream(compressed), BUFFER);
        stream.mark(BUFFER);
        byte[] start = stream.readNBytes(512);
        stream.reset();
        if (start.length < 3 || start[0] != 'B' || start[1] != 'Z' || start[2] != 'h') {
            throw BadArchive.wrongType(archive, ArchiveFormat.TAR_BZ2, ByteBuffer.wrap(start));
        }
        BZip2CompressorInputStream decoder = new BZip2CompressorInputStream(stream, true);
        return new DecodedContent(decoder, decoder::getCompressedCount, archive);
    }

    /** A zip member of the method deflate64, which Windows uses for large ones. */
    static DecodedContent deflate64(Content compressed, String archive) {
        InputStream stream = new BufferedInputStream(new ContentStream(compressed), BUFFER);
        Deflate64CompressorInputStream decoder = new Deflate64CompressorInputStream(stream);
        return new DecodedContent(decoder, decoder::getCompressedCount, archive);
    }

    /** Compressed bytes that have been used up. */
    long consumed() {
        return consumed.getAsLong();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int count;
        try {
            count = decoder.read(bytes, 0, Math.min(bytes.length, into.remaining()));
        } catch (java.io.EOFException e) {
            throw BadArchive.damaged(archive, "its compressed data ends early", e);
        }
        if (count > 0) {
            into.put(bytes, 0, count);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        decoder.close();
    }
}
