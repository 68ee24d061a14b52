package ${package}.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipTokenizerTest {
    private ClipTokenizer tokenizer;

    @BeforeEach
    void read() throws IOException, URISyntaxException {
        Path vocabulary =
                Path.of(getClass().getResource("/model/vocabulary.json").toURI());
        tokenizer = ClipTokenizer.read(vocabulary, vocabulary.resolveSibling("merges.txt"));
    }

    @Test
    void mergesBytesIntoTheLongestTokens() throws IOException {
        assertThat(tokenizer.encode("A  RED\n green", 77)).containsExactly(0, 5, 2, 3, 1);
    }

    @Test
    void leavesUnmergeableLettersAlone() throws IOException {
        assertThat(tokenizer.encode("reen", 77)).containsExactly(0, 6, 8, 1);
    }

    @Test
    void cutsNumbersAndSignsFromWords() throws IOException {
        assertThat(tokenizer.encode("red22!!", 77)).containsExactly(0, 2, 20, 20, 22, 1);
    }

    @Test
    void keepsTheEndMarkOfATextThatIsTooLong() throws IOException {
        assertThat(tokenizer.encode("red red red red", 4)).containsExactly(0, 2, 2, 1);
    }

    @Test
    void namesTheTokenThatTheVocabularyLacks() {
        assertThatIOException().isThrownBy(() -> tokenizer.encode("ö", 77)).withMessageContaining("vocabulary");
    }

    @Test
    void refusesAVocabularyOfAnotherModel(@TempDir Path folder) throws IOException {
        Path vocabulary = Files.writeString(folder.resolve("vocab.json"), "{\"[CLS]\": 0}");
        Path merges = Files.writeString(folder.resolve("merges.txt"), "a b\n");

        assertThatIOException()
                .isThrownBy(() -> ClipTokenizer.read(vocabulary, merges))
                .withMessageContaining("<|startoftext|>");
    }
}
