package io.evaldata.datasets.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.Adler32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RunChecksumTest {
    private final RunChecksum checksum = new RunChecksum();

    @Test
    void ofNothingIsOne() {
        assertThat(checksum.value()).isEqualTo(1);
    }

    @Property(tries = 300)
    void runsGiveTheChecksumOfTheirBytes(
            @ForAll @IntRange(max = 50) int runs,
            @ForAll @IntRange(min = 1, max = 200_000) int most,
            @ForAll long seed) {
        Random random = new Random(seed);
        Adler32 expected = new Adler32();
        checksum.clear();
        for (int i = 0; i < runs; i++) {
            byte[] run = new byte[random.nextInt(most)];
            Arrays.fill(run, (byte) random.nextInt());
            if (run.length > 0) {
                expected.update(run);
                checksum.add(run[0], run.length);
            }
        }
        assertThat(checksum.value()).isEqualTo((int) expected.getValue());
    }

    @Test
    void aRunAsLongAsTheLargestMapDoesNotOverflow() {
        byte[] run = new byte[LabelMap.MAX_PIXELS];
        Arrays.fill(run, (byte) 0xFF);
        Adler32 expected = new Adler32();
        expected.update(run);

        checksum.add((byte) 0xFF, run.length);

        assertThat(checksum.value()).isEqualTo((int) expected.getValue());
    }

    @Property(tries = 300)
    void theDeflaterGivesTheChecksumOfItsData(
            @ForAll @IntRange(min = 2, max = 60) int stride,
            @ForAll @IntRange(min = 1, max = 60) int rows,
            @ForAll @IntRange(min = 1, max = 4) int ids,
            @ForAll @IntRange(min = 0, max = 50) int changes,
            @ForAll long seed) {
        Random random = new Random(seed);
        byte[] data = new byte[stride * rows];
        for (int i = 0; i < data.length; i++) {
            boolean changed = random.nextInt(100) < changes;
            data[i] = changed ? (byte) random.nextInt(ids) : i < stride ? 0 : data[i - stride];
        }
        Adler32 expected = new Adler32();
        expected.update(data);

        int sum = new MapDeflater().deflate(data, data.length, stride, new BitOutput());

        assertThat(sum).isEqualTo((int) expected.getValue());
    }
}
