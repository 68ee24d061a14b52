package io.evaldata.datasets.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.extract.MemberNames.UnsafeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberNamesTest {
    @ParameterizedTest
    @CsvSource({
        "a, a",
        "a/b, a/b",
        "./a, a",
        "a//b/, a/b",
        "././/a/./b/., a/b",
        "./, ''",
        "'', ''",
        "..a/b.., ..a/b..",
        "ab:c, ab:c",
        "CON, CON"
    })
    void normalises(String name, String expected) throws Exception {
        assertThat(MemberNames.normalise(name, false)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CON", "con.txt", "images/Aux.jpg", "COM1", "lpt9.png", "a.", "a ", "ab:c", "what?", "nul .txt"})
    void refusesOnWindowsWhatWindowsCannotKeep(String name) throws Exception {
        assertThat(MemberNames.normalise(name, false)).isNotEmpty();
        assertThatThrownBy(() -> MemberNames.normalise(name, true)).isInstanceOf(UnsafeName.class);
    }

    @Test
    void acceptsOnWindowsWhatOnlyLooksReserved() throws Exception {
        assertThat(MemberNames.normalise("console/com10.txt", true)).isEqualTo("console/com10.txt");
    }

    @Test
    void knowsWhatMacOsLeaves() {
        assertThat(MemberNames.isLeftByMacOs("__MACOSX/a/b.jpg")).isTrue();
        assertThat(MemberNames.isLeftByMacOs("a/._b.jpg")).isTrue();
        assertThat(MemberNames.isLeftByMacOs("a/_b.jpg")).isFalse();
        assertThat(MemberNames.isLeftByMacOs("a/__MACOSX")).isFalse();
    }
}
