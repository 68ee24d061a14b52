package io.evaldata.datasets.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.DatasetsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PillowRulesTest {
    @ParameterizedTest
    @CsvSource({"9.4, V9_4", "11.0, V11_0", "12.3, V12_3", "' 9.4 ', V9_4"})
    void theThreeVersionsAreKnown(String version, PillowRules rules) {
        assertThat(PillowRules.parse(version)).isEqualTo(rules);
    }

    @Test
    void withoutAVersionTheCurrentOneCounts() {
        assertThat(PillowRules.parse(null)).isEqualTo(PillowRules.V12_3);
        assertThat(PillowRules.parse("")).isEqualTo(PillowRules.V12_3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.1", "11.1", "9", "latest", "12.4"})
    void anyOtherVersionIsAnErrorThatNamesTheThree(String version) {
        assertThatThrownBy(() -> PillowRules.parse(version))
                .isInstanceOf(DatasetsException.class)
                .hasMessageContaining(version)
                .hasMessageContaining("9.4, 11.0 or 12.3");
    }
}
