package io.evaldata.datasets.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DeflateDecoderTest {
    private static final int LARGEST = 1 << 18;

    /** What a decoder makes of a stream, and how many compressed bytes it takes up. */
    private record Decoded(ByteBuffer content, long consumed) {}

    @Property(tries = 300)
    void decodesWhatZlibMade(
            @ForAll long seed, @ForAll @IntRange(max = 9) int level, @ForAll @IntRange(max = 2) int strategy)
            throws Exception {
        Random random = new Random(seed);
        byte[] content = content(random);
        byte[] stream = deflated(content, level, strategy);
        byte[] withMore = Arrays.copyOf(stream, stream.length + random.nextInt(9));
        assertThat(decoded(withMore)).contains(new Decoded(ByteBuffer.wrap(content), stream.length));
    }

    @Property(tries = 100)
    void decodesPieceByPiece(
            @ForAll long seed, @ForAll @IntRange(max = 9) int level, @ForAll @IntRange(max = 2) int strategy)
            throws Exception {
        Random random = new Random(seed);
        byte[] content = content(random);
        byte[] twice = concatenated(deflated(content, level, strategy), deflated(content, 9 - level, 0));
        int bufferSize = 700 + random.nextInt(5000);
        try (DeflatedContent reader = new DeflatedContent(new BufferContent(ByteBuffer.wrap(twice)), "x", bufferSize)) {
            reader.nextStream();
            assertThat(everything(reader, 1 + random.nextInt(3000))).isEqualTo(content);
            reader.nextStream();
            assertThat(everything(reader, LARGEST)).isEqualTo(content);
            assertThat(reader.readByte()).isNegative();
        }
    }

    @Property(tries = 20)
    void decodesMoreThanItsWindowHolds(@ForAll long seed, @ForAll @IntRange(max = 9) int level) throws Exception {
        Random random = new Random(seed);
        byte[] content = new byte[5 * LARGEST + random.nextInt(LARGEST)];
        for (int i = 0; i < content.length; i++) {
            int back = 1 + random.nextInt(DeflateDecoder.HISTORY);
            content[i] = i > back && random.nextInt(9) > 0 ? content[i - back] : (byte) random.nextInt(4);
        }
        byte[] stream = deflated(content, level, Deflater.DEFAULT_STRATEGY);
        try (DeflatedContent reader = new DeflatedContent(new BufferContent(ByteBuffer.wrap(stream)), "x", 4096)) {
            reader.nextStream();
            assertThat(everything(reader, 1 + random.nextInt(300_000))).isEqualTo(content);
        }
    }

    @Property(tries = 300)
    void acceptsOfDamagedStreamsWhatZlibAccepts(
            @ForAll long seed, @ForAll @IntRange(max = 9) int level, @ForAll @IntRange(max = 2) int strategy)
            throws Exception {
        Random random = new Random(seed);
        byte[] stream = deflated(content(random), level, strategy);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(random.nextBoolean() ? stream.length : Math.min(80, stream.length));
            stream[at] ^= (byte) (1 << random.nextInt(8));
        }
        byte[] damaged = Arrays.copyOf(stream, stream.length - random.nextInt(3) * random.nextInt(stream.length) / 2);
        assertThat(decoded(damaged)).isEqualTo(byZlib(damaged));
    }

    @Property(tries = 300)
    void acceptsOfNoiseWhatZlibAccepts(@ForAll byte[] noise) {
        assertThat(decoded(noise)).isEqualTo(byZlib(noise));
    }

    @Test
    void refersToTheFarthestByteAndNoFarther() {
        byte[] history = new byte[DeflateDecoder.HISTORY];
        new Random(3).nextBytes(history);
        byte[] farthest = referringBack(history);
        byte[] content = Arrays.copyOf(history, history.length + 3);
        System.arraycopy(history, 0, content, history.length, 3);
        assertThat(decoded(farthest))
                .isEqualTo(byZlib(farthest))
                .contains(new Decoded(ByteBuffer.wrap(content), farthest.length));
        byte[] farther = referringBack(Arrays.copyOf(history, history.length - 1));
        assertThat(decoded(farther)).isEqualTo(byZlib(farther)).isEmpty();
    }

    /** A stored block, then a block of the fixed codes: three bytes from 32,768 bytes back, and the end. */
    private static byte[] referringBack(byte[] history) {
        ByteBuffer stream = ByteBuffer.allocate(history.length + 10).order(ByteOrder.LITTLE_ENDIAN);
        stream.put((byte) 0).putShort((short) history.length).putShort((short) ~history.length);
        stream.put(history);
        long lengthThree = 0b1000000; // 0000001, the first bit of a code is the lowest
        long lastDistance = 0b10111; // 11101
        long allExtra = 0x1FFF;
        stream.putInt((int) (0b011 | lengthThree << 3 | lastDistance << 10 | allExtra << 15));
        return stream.put((byte) 0).array();
    }

    private static byte[] content(Random random) {
        byte[] content = new byte[random.nextInt(random.nextInt(8) == 0 ? LARGEST : 4000)];
        int letters = 1 + random.nextInt(256);
        int kind = random.nextInt(4);
        for (int i = 0; i < content.length; i++) {
            double bell = random.nextGaussian();
            content[i] = switch (kind) {
                case 0 -> (byte) random.nextInt(letters);
                case 1 -> i > 50 && random.nextInt(20) > 0 ? content[i - 1 - random.nextInt(50)] : (byte) bell;
                case 2 -> (byte) (bell * letters);
                default -> (byte) (bell * random.nextGaussian() * random.nextGaussian() * 40);
            };
        }
        return content;
    }

    private static byte[] deflated(byte[] content, int level, int strategy) {
        Deflater deflater = new Deflater(level, true);
        deflater.setStrategy(strategy);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            stream.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return stream.toByteArray();
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] everything(DeflatedContent reader, int pieceSize) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[pieceSize];
        for (int n = reader.read(ByteBuffer.wrap(piece)); n >= 0; n = reader.read(ByteBuffer.wrap(piece))) {
            all.write(piece, 0, n);
        }
        return all.toByteArray();
    }

    private static Optional<Decoded> decoded(byte[] stream) {
        DeflateDecoder decoder = new DeflateDecoder();
        byte[] input = Arrays.copyOf(stream, stream.length + DeflateDecoder.INPUT_MARGIN);
        byte[] output = new byte[8 * LARGEST];
        decoder.input(input, 0, stream.length, true);
        decoder.output(output, 0);
        try {
            decoder.decode();
        } catch (DataFormatException e) {
            return Optional.empty();
        }
        assertThat(decoder.isDone()).isTrue();
        return Optional.of(new Decoded(ByteBuffer.wrap(output, 0, decoder.outputPosition()), decoder.inputPosition()));
    }

    private static Optional<Decoded> byZlib(byte[] stream) {
        Inflater inflater = new Inflater(true);
        inflater.setInput(stream);
        byte[] output = new byte[8 * LARGEST];
        int size = 0;
        try {
            while (!inflater.finished()) {
                int n = inflater.inflate(output, size, output.length - size);
                size += n;
                if (n == 0 && !inflater.finished()) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Decoded(ByteBuffer.wrap(output, 0, size), inflater.getBytesRead()));
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
