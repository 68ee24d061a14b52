package io.evaldata.datasets.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonTokenizerTest {

    @Test
    void cutsALineIntoNamesOperatorsAndStrings() throws PythonSyntaxException {
        assertThat(texts("a_1 = rb'x' + 3 # '")).containsExactly("a_1", "=", "rb'x'", "+", "3", "");
    }

    @Test
    void endsALogicalLineOnlyOutsideBracketsAndNotAfterABackslash() throws PythonSyntaxException {
        assertThat(texts("a = (1,\n 2)\nb = \\\r\n 3\r\n\r\nc"))
                .containsExactly("a", "=", "(", "1", ",", "2", ")", "\n", "b", "=", "3", "\r", "c", "");
    }

    @Test
    void tellsAssignmentFromComparison() throws PythonSyntaxException {
        assertThat(texts("a=-1;b==c;d:=e;f->g")).contains("=", "-", "==", ":=", "->".substring(0, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'it\\'s'",
                "\"it's # no comment\"",
                "'''a 'b' \"c\"\n('''",
                "''",
                "''''''",
                "r'\\'",
                "f'{a['b']}'",
                "f\"{x:'>10}\"",
                "f'{{{a!r}}}'",
                "f'{a:{w}}'",
                "f'''{\n a}'''",
            })
    void keepsAStringInOnePiece(String string) throws PythonSyntaxException {
        if (string.equals("r'\\'")) {
            assertThatThrownBy(() -> texts(string)).isInstanceOf(PythonSyntaxException.class);
        } else {
            assertThat(texts("x=" + string + ",y")).containsExactly("x", "=", string, ",", "y", "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a = (", "a = [)", "a = ]", "'abc", "'ab\nc'", "'''abc'", "f'{a"})
    void refusesWhatHasNoEnd(String source) {
        assertThatThrownBy(() -> texts(source)).isInstanceOf(PythonSyntaxException.class);
    }

    private static List<String> texts(String source) throws PythonSyntaxException {
        return PythonTokenizer.tokenize(source, 0).stream()
                .map(PythonToken::text)
                .toList();
    }
}
