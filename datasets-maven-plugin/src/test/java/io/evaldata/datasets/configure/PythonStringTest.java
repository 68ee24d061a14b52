package io.evaldata.datasets.configure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonStringTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'/old'       | /a b       | '/a b'",
                "\"/old\"     | /it's      | \"/it's\"",
                "'/old'       | /it's      | '/it\\'s'",
                "'/old'       | C:\\new\\x | 'C:\\\\new\\\\x'",
                "r'/old'      | C:\\new\\x | r'C:\\new\\x'",
                "R\"/old\"    | C:\\new\\  | \"C:\\\\new\\\\\"",
                "r'/old'      | /it's      | '/it\\'s'",
                "u'/old'      | /ä/数据    | u'/ä/数据'",
                "'''/old'''  | /it's      | '''/it\\'s'''",
                "''           | /n         | '/n'",
            })
    void writesTheValueInTheStyleThatIsThere(String old, String value, String expected) {
        PythonString literal = PythonString.parse(old, StandardCharsets.UTF_8);

        String bytes = literal.withValue(value, StandardCharsets.UTF_8);

        assertThat(utf8(bytes)).isEqualTo(expected);
        assertThat(PythonString.parse(bytes, StandardCharsets.UTF_8).value()).contains(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'a\\x41\\101\\u0041\\U00000041\\N{LATIN CAPITAL LETTER A}' | aAAAAA",
                "r'a\\x41' | a\\x41",
                "'a\\d\\\\' | a\\d\\",
                "'\\'\\\"' | '\"",
            })
    void readsTheEscapesOfPython(String literal, String value) {
        assertThat(PythonString.parse(literal, StandardCharsets.UTF_8).value()).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a\\\nb'", "'a\\\r\nb'"})
    void joinsLinesAfterABackslash(String literal) {
        assertThat(PythonString.parse(literal, StandardCharsets.UTF_8).value()).contains("ab");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"'\\x4'", "'\\uD'", "'\\N{NO SUCH THING}'", "'\\U00110000'"})
    void hasNoValueWhenAnEscapeIsNotLegal(String literal) {
        assertThat(PythonString.parse(literal, StandardCharsets.UTF_8).value()).isEmpty();
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
