package io.evaldata.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelRangeTest {

    @Test
    void allowsSingleValuesAndRanges() {
        LabelRange range = LabelRange.parse("0-18, 255");
        assertThat(IntStream.range(0, 256).filter(range::allows).sum()).isEqualTo(18 * 19 / 2 + 255);
        assertThat(range.allows(0)).isTrue();
        assertThat(range.allows(19)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1-", "-1", "5-2", "0-256", "1,,2", "1,"})
    void refusesWhatIsNoRange(String text) {
        assertThatThrownBy(() -> LabelRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'");
    }
}
