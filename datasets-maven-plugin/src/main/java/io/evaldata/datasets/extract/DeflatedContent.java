package io.evaldata.datasets.extract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates raw deflate streams (RFC 1951) out of compressed content, which may hold more before and after them.
 *
 * <p>Both sides are direct buffers, so that the native code reads and writes them in place.
 */
final class DeflatedContent implements Content {
    private final String archive;
    private final Inflater inflater = new Inflater(true);
    private final ByteBuffer input;
    private Content compressed;
    private long consumedBefore;
    private boolean exhausted;

    DeflatedContent(Content compressed, String archive, int bufferSize) {
        this.compressed = compressed;
        this.archive = archive;
        this.input = ByteBuffer.allocateDirect(bufferSize).limit(0);
    }

    /** Reads on in the current stream; -1 at its end, even if more compressed bytes follow. */
    @Override
    public int read(ByteBuffer into) throws IOException, InterruptedException {
        int start = into.position();
        while (into.hasRemaining() && !inflater.finished()) {
            if (!input.hasRemaining() && !refill()) {
                throw BadArchive.cutShort(archive, consumed(), "in the middle of compressed data");
            }
            try {
                inflater.setInput(input);
                int count = inflater.inflate(into);
                if (count == 0 && inflater.needsDictionary()) {
                    throw BadArchive.damaged(archive, "its compressed data asks for a dictionary");
                }
            } catch (DataFormatException e) {
                throw BadArchive.damaged(
                        archive, "compressed data is invalid near byte " + consumed() + " (" + e.getMessage() + ")", e);
            }
        }
        int count = into.position() - start;
        return count == 0 && inflater.finished() ? -1 : count;
    }

    /** Starts over with a new stream in other content. */
    void restart(Content content) {
        inflater.reset();
        input.clear().limit(0);
        compressed = content;
        consumedBefore = 0;
        exhausted = false;
    }

    /** Starts over with a new stream at the next compressed byte. */
    void nextStream() {
        inflater.reset();
    }

    /** The next byte that is not part of a stream; -1 at the end. */
    int readByte() throws IOException, InterruptedException {
        return input.hasRemaining() || refill() ? input.get() & 0xff : -1;
    }

    /** Compressed bytes that have been used up. */
    long consumed() {
        return consumedBefore + input.position();
    }

    /** What has been read of the compressed bytes and is not used up. */
    ByteBuffer ahead() {
        return input.asReadOnlyBuffer();
    }

    private boolean refill() throws IOException, InterruptedException {
        if (exhausted) {
            return false;
        }
        consumedBefore += input.position();
        compressed.fill(input);
        exhausted = !input.hasRemaining();
        return !exhausted;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        compressed.close();
    }
}
