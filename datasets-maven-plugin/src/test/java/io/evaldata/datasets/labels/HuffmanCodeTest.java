package io.evaldata.datasets.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HuffmanCodeTest {
    @Test
    void frequentSymbolsGetShortCodes() {
        assertThat(lengths(15, 5, 0, 1, 1, 12)).containsExactly(2, 0, 3, 3, 1);
    }

    @Test
    void oneSymbolGetsOneBit() {
        assertThat(lengths(15, 0, 9, 0)).containsExactly(0, 1, 0);
    }

    @Test
    void noCodeIsLongerThanTheLimitHoweverSkewedTheFrequencies() {
        int[] fibonacci = new int[40];
        for (int i = 0; i < fibonacci.length; i++) {
            fibonacci[i] = i < 2 ? 1 : fibonacci[i - 1] + fibonacci[i - 2];
        }
        assertComplete(lengths(15, fibonacci), 15);
        assertComplete(lengths(7, IntStream.of(fibonacci).limit(19).toArray()), 7);
    }

    @Property(tries = 500)
    void everyCodeIsCompleteAndNoLongerThanTheLimit(
            @ForAll @IntRange(min = 2, max = 286) int symbols,
            @ForAll @IntRange(min = 0, max = 28) int skew,
            @ForAll long seed) {
        Random random = new Random(seed);
        int[] frequencies = new int[symbols];
        for (int i = 0; i < symbols; i++) {
            frequencies[i] = 1 + (random.nextInt() >>> 1 >>> random.nextInt(31 - skew) >>> skew);
        }
        assertComplete(lengths(15, frequencies), 15);
    }

    private static void assertComplete(int[] lengths, int limit) {
        assertThat(IntStream.of(lengths)).allMatch(length -> length > 0 && length <= limit);
        assertThat(IntStream.of(lengths)
                        .mapToLong(length -> 1L << (limit - length))
                        .sum())
                .isEqualTo(1L << limit);
    }

    private static int[] lengths(int limit, int... frequencies) {
        HuffmanCode code = new HuffmanCode(frequencies.length, limit);
        code.build(frequencies);
        return IntStream.range(0, frequencies.length).map(code::length).toArray();
    }
}
