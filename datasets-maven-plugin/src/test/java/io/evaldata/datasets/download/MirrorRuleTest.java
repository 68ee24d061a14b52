package io.evaldata.datasets.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorRuleTest {
    private static final URI FILE = URI.create("https://huggingface.co/datasets/a/b/resolve/main/c.zip");

    /** An open file is known by its host, one behind a login by the id of the login. */
    @ParameterizedTest
    @ValueSource(strings = {"huggingface.co", "huggingface"})
    void aHostWithAnIdGoesByEitherNameWhetherTheFileIsGatedOrNot(String asked) {
        URI mirrored = URI.create("http://mirror/m/huggingface.co/datasets/a/b/resolve/main/c.zip");
        assertThat(rule(id -> id.equals("huggingface")).apply(asked, FILE)).isEqualTo(mirrored);
        assertThat(rule(id -> id.equals("huggingface.co")).apply(asked, FILE)).isEqualTo(mirrored);
        assertThat(rule(id -> true).apply(asked, FILE)).isEqualTo(mirrored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"huggingface.co", "huggingface"})
    void anExceptionByTheIdHolds(String asked) {
        assertThat(rule(id -> !id.equals("huggingface")).apply(asked, FILE)).isEqualTo(FILE);
        assertThat(rule(id -> id.equals("cityscapes")).apply(asked, FILE)).isEqualTo(FILE);
    }

    private static MirrorRule rule(Predicate<String> mirrored) {
        return MirrorRule.perServer(
                id -> Optional.of(URI.create("http://mirror/m/")).filter(base -> mirrored.test(id)));
    }
}
