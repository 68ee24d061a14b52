package io.evaldata.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            images/*.jpg       | images/a.jpg     | true
            images/*.jpg       | images/a/b.jpg   | false
            images/*.jpg       | images/a.jpeg    | false
            images/*.jpg       | images/axjpg     | false
            **/*.jpg           | a.jpg            | true
            **/*.jpg           | a/b/c.jpg        | true
            a/**/b             | a/b              | true
            a/**/b             | a/x/y/b          | true
            a/**/b             | axb              | false
            a/**               | a/x/y            | true
            x**/b              | xa/c/b           | true
            image_?.jpg        | image_1.jpg      | true
            image_?.jpg        | image_12.jpg     | false
            *.{jpg,png}        | a.png            | true
            *.{jpg,png}        | a.gif            | false
            {name}.jpg         | a/b.jpg          | false
            {name**}.jpg       | a/b.jpg          | true
            {name}.jpg         | .jpg             | false
            {n:\\d{2,3}}.jpg   | 123.jpg          | true
            {n:\\d{2,3}}.jpg   | 1.jpg            | false
            a+(b).[c]$         | a+(b).[c]$       | true
            """)
    void matchesLikeAnt(String pattern, String path, boolean matches) {
        assertThat(PathPattern.parse(pattern).matches(path)).isEqualTo(matches);
        assertThat(PathPattern.parse(pattern).match(path).isPresent()).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "a}", "{1a}", "{a}{a}", "{a:(b)}", "{a:[}", "{}", "{a:}", "{a b}"})
    void refusesWhatIsNoPattern(String pattern) {
        assertThatThrownBy(() -> PathPattern.parse(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'");
    }

    @Test
    void theEarlierPartTakesAsMuchAsItCan() {
        assertThat(PathPattern.parse("{city}_{frame}").match("a_b_c").orElseThrow())
                .isEqualTo(Map.of("city", "a_b", "frame", "c"));
    }

    @Test
    void namesTheFolderBelowWhichAllMatchesLie() {
        assertThat(PathPattern.parse("gtFine/val/{city}/x").folder()).isEqualTo("gtFine/val/");
        assertThat(PathPattern.parse("gtFine/va{l}/x").folder()).isEqualTo("gtFine/");
        assertThat(PathPattern.parse("{a}").folder()).isEmpty();
        assertThat(PathPattern.parse("a/b/c.txt").folder()).isEqualTo("a/b/");
    }

    @Property
    void aPathWithoutPartsMatchesItselfOnly(@ForAll("paths") String path, @ForAll("paths") String other) {
        PathPattern pattern = PathPattern.parse(path);
        assertThat(pattern.match(path)).contains(Map.of());
        assertThat(pattern.matches(other)).isEqualTo(path.equals(other));
    }

    @Property
    void fillingATemplateOfTheSameTextGivesThePathBack(
            @ForAll("paths") String folder, @ForAll("segments") String name) {
        String path = folder + "/" + name + ".png";
        PathPattern pattern = PathPattern.parse("{folder:.+}/{name}.png");
        Map<String, String> parts = pattern.match(path).orElseThrow();
        assertThat(parts).isEqualTo(Map.of("folder", folder, "name", name));
        assertThat(Template.parse("{folder}/{name}.png").fill(path, parts)).isEqualTo(path);
        assertThat(Template.parse("out/{file}").fill(path, parts)).isEqualTo("out/" + name + ".png");
    }

    @Property
    void everyMatchLiesBelowThePatternsFolder(@ForAll("paths") String folder, @ForAll("paths") String rest) {
        PathPattern pattern = PathPattern.parse(folder + "/{rest**}");
        assertThat(pattern.matches(folder + "/" + rest)).isTrue();
        assertThat((folder + "/" + rest)).startsWith(pattern.folder());
    }

    @Property
    void aTemplateIsFilledWithAnyTextAsItIs(@ForAll String value) {
        assertThat(Template.parse("a/{x}.b").fill("", Map.of("x", value))).isEqualTo("a/" + value + ".b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../{a}", "/{a}", "a//{a}", "a/./b", "a\\b", "c:/{a}", "{a", "{a:b}", "a/"})
    void refusesTemplatesThatCouldLeadOutside(String template) {
        assertThatThrownBy(() -> Template.parse(template)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTemplateKnowsItsParts() {
        assertThat(Template.parse("{a}/{b}/{file}{a}").names()).containsExactlyElementsOf(List.of("a", "b", "file"));
    }

    @Provide
    Arbitrary<String> segments() {
        return Arbitraries.strings()
                .withChars("abcXYZ019_-. +()$^[]|")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(segment -> !segment.equals(".") && !segment.equals(".."));
    }

    @Provide
    Arbitrary<String> paths() {
        return Combinators.combine(segments(), segments().list().ofMaxSize(3))
                .as((first, more) -> more.isEmpty() ? first : first + "/" + String.join("/", more));
    }
}
