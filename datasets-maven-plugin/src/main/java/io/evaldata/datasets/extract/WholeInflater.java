package io.evaldata.datasets.extract;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;

/** Inflates members that fit into memory, compressed and not, in one go; for one thread. */
final class WholeInflater {
    private final DeflateDecoder decoder = new DeflateDecoder();
    private final byte[] input;
    private final byte[] output;

    /**
     * @param maxCompressed bytes of the largest compressed member
     * @param maxSize bytes of the largest member
     */
    WholeInflater(int maxCompressed, int maxSize) {
        this.input = new byte[maxCompressed + DeflateDecoder.INPUT_MARGIN];
        // One byte more than allowed, to tell a member that is too long.
        this.output = new byte[maxSize + 1 + DeflateDecoder.OUTPUT_MARGIN];
    }

    /** The content of a member, which is valid until the next is asked for and has exactly the size that is expected. */
    ByteBuffer inflate(ByteBuffer compressed, long size, String archive, Member member) {
        int length = compressed.remaining();
        compressed.get(input, 0, length);
        decoder.restart();
        decoder.input(input, 0, length, true);
        decoder.output(output, 0);
        try {
            decoder.decode();
        } catch (DeflateDecoder.InputEnded e) {
            throw BadArchive.cutShort(
                    archive, length, "in the middle of the compressed data of member '" + member.name() + "'");
        } catch (DataFormatException e) {
            throw BadArchive.damaged(
                    archive,
                    "the compressed data of member '" + member.name() + "' is invalid (" + e.getMessage() + ")",
                    e);
        }
        if (decoder.outputPosition() != size || !decoder.isDone()) {
            throw ExactContent.otherSize(archive, member, size, decoder.outputPosition());
        }
        return ByteBuffer.wrap(output, 0, (int) size);
    }
}
