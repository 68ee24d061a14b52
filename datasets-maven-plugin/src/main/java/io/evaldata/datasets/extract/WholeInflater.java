package io.evaldata.datasets.extract;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates members that fit into memory, compressed and not, in one go; for one thread.
 *
 * <p>Our own decoder is the faster one, but only when the JVM has compiled it, which takes longer than zlib takes for a
 * small archive. So zlib does most of the work until ours has been faster a few times in a row.
 */
final class WholeInflater {
    /** Of so many members ours gets one as long as it has not proven to be faster. */
    private static final int TRIED_EVERY = 4;

    private static final int PROVEN_BY = 3;

    private final DeflateDecoder decoder = new DeflateDecoder();
    private final Inflater zlib = new Inflater(true);
    private final byte[] input;
    private final byte[] output;
    private long members;
    private int faster;
    private double zlibSecondsPerByte;

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
        try {
            long found = inflate(length, (int) size);
            if (found != size) {
                throw ExactContent.otherSize(archive, member, size, found);
            }
        } catch (DeflateDecoder.InputEnded e) {
            throw BadArchive.cutShort(
                    archive, length, "in the middle of the compressed data of member '" + member.name() + "'");
        } catch (DataFormatException e) {
            throw BadArchive.damaged(
                    archive,
                    "the compressed data of member '" + member.name() + "' is invalid (" + e.getMessage() + ")",
                    e);
        }
        return ByteBuffer.wrap(output, 0, (int) size);
    }

    /** Inflates the input; returns how many bytes came out, or some number larger than the size when there are more. */
    private long inflate(int length, int size) throws DataFormatException {
        if (faster >= PROVEN_BY) {
            return withOurs(length);
        }
        boolean ours = members++ % TRIED_EVERY == 0;
        long start = System.nanoTime();
        long found = ours ? withOurs(length) : withZlib(length, size);
        double secondsPerByte = (System.nanoTime() - start) / (double) (length + 1);
        if (!ours) {
            zlibSecondsPerByte = secondsPerByte;
        } else if (secondsPerByte < zlibSecondsPerByte) {
            faster++;
        } else {
            faster = 0;
        }
        if (faster >= PROVEN_BY) {
            zlib.end();
        }
        return found;
    }

    private long withOurs(int length) throws DataFormatException {
        decoder.restart();
        decoder.input(input, 0, length, true);
        decoder.output(output, 0);
        decoder.decode();
        return decoder.isDone() ? decoder.outputPosition() : Long.MAX_VALUE;
    }

    private long withZlib(int length, int size) throws DataFormatException {
        zlib.reset();
        zlib.setInput(input, 0, length);
        int found = 0;
        while (!zlib.finished() && found <= size) {
            int count = zlib.inflate(output, found, size + 1 - found);
            if (count == 0 && !zlib.finished()) {
                throw new DeflateDecoder.InputEnded();
            }
            found += count;
        }
        return found;
    }
}
