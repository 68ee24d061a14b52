package ${package}.model;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CLIP's byte-pair encoding, from the {@code vocab.json} and {@code merges.txt} that the Hugging Face Hub keeps beside the weights.
 *
 * <p>Text is lower-cased, cut into words, numbers and signs; each is spelled in bytes, the last marked as the end of a word, and
 * neighbours are merged in the order of the merges file until none of them is left.
 */
public final class ClipTokenizer {
    private static final String START = "<|startoftext|>";
    private static final String END = "<|endoftext|>";
    private static final String END_OF_WORD = "</w>";
    private static final Pattern WORD = Pattern.compile(
            "'s|'t|'re|'ve|'m|'ll|'d|\\p{L}+|\\p{N}|[^\\s\\p{L}\\p{N}]+", Pattern.UNICODE_CHARACTER_CLASS);

    private final Map<String, Integer> vocabulary;
    private final Map<Pair, Integer> ranks;

    private ClipTokenizer(Map<String, Integer> vocabulary, Map<Pair, Integer> ranks) {
        this.vocabulary = vocabulary;
        this.ranks = ranks;
    }

    /**
     * Reads the two files of one tokenizer.
     *
     * @throws IOException if a file can't be read, or the vocabulary has no start and end of text
     */
    public static ClipTokenizer read(Path vocabularyFile, Path mergesFile) throws IOException {
        Map<String, Integer> vocabulary =
                new ObjectMapper().readValue(vocabularyFile.toFile(), new TypeReference<HashMap<String, Integer>>() {});
        if (!vocabulary.containsKey(START) || !vocabulary.containsKey(END)) {
            throw new IOException(vocabularyFile + " is no vocabulary of CLIP: it lacks " + START + " or " + END);
        }
        Map<Pair, Integer> ranks = new HashMap<>();
        for (String line : Files.readAllLines(mergesFile)) {
            String[] parts = line.split(" ", -1);
            if (parts.length == 2 && !line.startsWith("#version")) {
                ranks.putIfAbsent(new Pair(parts[0], parts[1]), ranks.size());
            }
        }
        return new ClipTokenizer(vocabulary, ranks);
    }

    /**
     * The numbers of the text's tokens between those of start and end.
     *
     * @param limit how many numbers at most; a longer text loses its tail, never its end mark
     * @throws IOException if the merges make a token that the vocabulary does not have
     */
    public int[] encode(String text, int limit) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        numbers.add(vocabulary.get(START));
        Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find() && numbers.size() < limit) {
            for (String token : merged(spelled(words.group()))) {
                Integer number = vocabulary.get(token);
                if (number == null) {
                    throw new IOException("Token " + token + " of \"" + text
                            + "\" is not in the vocabulary: do merges and vocabulary belong together?");
                }
                numbers.add(number);
            }
        }
        List<Integer> kept = new ArrayList<>(numbers.subList(0, Math.min(numbers.size(), limit - 1)));
        kept.add(vocabulary.get(END));
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<String> spelled(String word) {
        List<String> letters = new ArrayList<>();
        for (byte value : word.getBytes(StandardCharsets.UTF_8)) {
            letters.add(String.valueOf(letterOf(value & 0xff)));
        }
        letters.set(letters.size() - 1, letters.get(letters.size() - 1) + END_OF_WORD);
        return letters;
    }

    private List<String> merged(List<String> tokens) {
        while (true) {
            int best = -1;
            int bestRank = Integer.MAX_VALUE;
            for (int i = 0; i + 1 < tokens.size(); i++) {
                int rank = ranks.getOrDefault(new Pair(tokens.get(i), tokens.get(i + 1)), Integer.MAX_VALUE);
                if (rank < bestRank) {
                    best = i;
                    bestRank = rank;
                }
            }
            if (best < 0) {
                return tokens;
            }
            tokens.set(best, tokens.get(best) + tokens.remove(best + 1));
        }
    }

    /** The vocabulary shows a byte as the Latin-1 letter it is; bytes that have none are numbered from U+0100 on. */
    private static char letterOf(int value) {
        if (isVisible(value)) {
            return (char) value;
        }
        int hiddenBefore = 0;
        for (int other = 0; other < value; other++) {
            hiddenBefore += isVisible(other) ? 0 : 1;
        }
        return (char) (0x100 + hiddenBefore);
    }

    private static boolean isVisible(int value) {
        return (value >= '!' && value <= '~') || (value >= 0xa1 && value <= 0xac) || value >= 0xae;
    }

    private record Pair(String left, String right) {}
}
