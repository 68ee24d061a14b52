package io.evaldata.datasets.extract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;

/** Inflates raw deflate streams (RFC 1951) out of compressed content, which may hold more before and after them. */
final class DeflatedContent implements Content {
    private static final int WINDOW = 1 << 18;

    private final String archive;
    private final DeflateDecoder decoder = new DeflateDecoder();
    private final byte[] input;
    private final byte[] window = new byte[DeflateDecoder.HISTORY + WINDOW + DeflateDecoder.OUTPUT_MARGIN];
    private Content compressed;
    private int position;
    private int limit;
    private int handedOn;
    private long consumedBefore;
    private boolean exhausted;

    DeflatedContent(Content compressed, String archive, int bufferSize) {
        this.compressed = compressed;
        this.archive = archive;
        this.input = new byte[bufferSize + DeflateDecoder.INPUT_MARGIN];
    }

    /** Reads on in the current stream; -1 at its end, even if more compressed bytes follow. */
    @Override
    public int read(ByteBuffer into) throws IOException, InterruptedException {
        while (handedOn == decoder.outputPosition()) {
            if (decoder.isDone()) {
                position = decoder.inputPosition();
                return -1;
            }
            decode();
        }
        int count = Math.min(into.remaining(), decoder.outputPosition() - handedOn);
        into.put(window, handedOn, count);
        handedOn += count;
        return count;
    }

    private void decode() throws IOException, InterruptedException {
        if (decoder.outputPosition() >= window.length - DeflateDecoder.OUTPUT_MARGIN) {
            int history = decoder.outputPosition() - DeflateDecoder.HISTORY;
            System.arraycopy(window, history, window, 0, DeflateDecoder.HISTORY);
            output(DeflateDecoder.HISTORY);
        }
        try {
            decoder.decode();
        } catch (DeflateDecoder.InputEnded e) {
            throw BadArchive.cutShort(archive, consumedBefore + limit, "in the middle of compressed data");
        } catch (DataFormatException e) {
            throw BadArchive.damaged(
                    archive, "compressed data is invalid near byte " + consumed() + " (" + e.getMessage() + ")", e);
        }
        if (handedOn == decoder.outputPosition() && !decoder.isDone()) {
            position = decoder.inputPosition();
            refill();
            decoder.input(input, position, limit, exhausted);
        }
    }

    private void output(int from) {
        decoder.output(window, from);
        handedOn = from;
    }

    /** Starts over with a new stream in other content. */
    void restart(Content content) {
        compressed = content;
        consumedBefore = 0;
        position = 0;
        limit = 0;
        exhausted = false;
        nextStream();
    }

    /** Starts over with a new stream at the next compressed byte. */
    void nextStream() {
        decoder.restart();
        decoder.input(input, position, limit, exhausted);
        output(0);
    }

    /** The next byte that is not part of a stream; -1 at the end. */
    int readByte() throws IOException, InterruptedException {
        if (position == limit) {
            refill();
        }
        return position < limit ? input[position++] & 0xff : -1;
    }

    /** Compressed bytes that have been used up; within a stream, some that were only looked at. */
    long consumed() {
        return consumedBefore + Math.max(position, decoder.inputPosition());
    }

    /** What has been read of the compressed bytes and is not used up. */
    ByteBuffer ahead() {
        return ByteBuffer.wrap(input, position, limit - position).asReadOnlyBuffer();
    }

    /** Moves what is left to the front and reads as much behind it as there is room and content for. */
    private void refill() throws IOException, InterruptedException {
        consumedBefore += position;
        limit -= position;
        System.arraycopy(input, position, input, 0, limit);
        position = 0;
        ByteBuffer room = ByteBuffer.wrap(input, limit, input.length - DeflateDecoder.INPUT_MARGIN - limit);
        while (!exhausted && room.hasRemaining()) {
            exhausted = compressed.read(room) < 0;
        }
        limit = room.position();
    }

    @Override
    public void close() throws IOException {
        compressed.close();
    }
}
