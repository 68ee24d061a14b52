package io.evaldata.datasets.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.extract.Member.Kind;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Every case is tried often enough for both decoders to have their turns. */
class WholeInflaterTest {
    private static final int TURNS = 200;
    private static final Member MEMBER = new Member("a.jpg", 1, Kind.FILE, "");

    private final WholeInflater inflater = new WholeInflater(1 << 16, 1 << 16);
    private final Random random = new Random(7);

    private byte[] content(int size) {
        byte[] content = new byte[size];
        random.nextBytes(content);
        for (int i = 0; i < size; i++) {
            content[i] &= 0x3f;
        }
        return content;
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(6, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] compressed = new byte[content.length + 64];
        int length = deflater.deflate(compressed);
        deflater.end();
        return Arrays.copyOf(compressed, length);
    }

    private byte[] inflate(byte[] compressed, long size) {
        ByteBuffer found = inflater.inflate(ByteBuffer.wrap(compressed), size, "x.zip", MEMBER);
        byte[] bytes = new byte[found.remaining()];
        found.get(bytes);
        return bytes;
    }

    @RepeatedTest(3)
    void whatWasDeflatedComesOut() {
        for (int turn = 0; turn < TURNS; turn++) {
            byte[] content = content(random.nextInt(1 << 15));
            assertThat(inflate(deflated(content), content.length)).isEqualTo(content);
        }
    }

    @Test
    void anEmptyMemberIsEmpty() {
        for (int turn = 0; turn < TURNS; turn++) {
            assertThat(inflate(deflated(new byte[0]), 0)).isEmpty();
        }
    }

    @Test
    void dataThatEndEarlyAreReported() {
        byte[] compressed = deflated(content(10_000));
        for (int turn = 0; turn < TURNS; turn++) {
            assertThatThrownBy(() -> inflate(Arrays.copyOf(compressed, 5_000), 10_000))
                    .isInstanceOf(DatasetsException.class)
                    .hasMessageContaining("cut short")
                    .hasMessageContaining("a.jpg");
        }
    }

    @Test
    void anotherSizeIsReported() {
        byte[] compressed = deflated(content(10_000));
        for (int turn = 0; turn < TURNS; turn++) {
            assertThatThrownBy(() -> inflate(compressed, 9_999)).hasMessageContaining("unpacks to more than 9999");
            assertThatThrownBy(() -> inflate(compressed, 10_001)).hasMessageContaining("unpacks to only 10000");
        }
    }

    @Test
    void whatIsNoDeflateStreamIsReported() {
        byte[] garbage = new byte[1000];
        Arrays.fill(garbage, (byte) 0xff);
        for (int turn = 0; turn < TURNS; turn++) {
            assertThatThrownBy(() -> inflate(garbage, 5_000))
                    .isInstanceOf(DatasetsException.class)
                    .hasMessageContaining("invalid");
        }
    }
}
