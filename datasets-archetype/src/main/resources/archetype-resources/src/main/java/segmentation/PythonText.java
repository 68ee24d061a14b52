package ${package}.segmentation;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The inside of a Python text literal. */
final class PythonText {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))");

    private PythonText() {}

    static String unescaped(String literal) {
        return ESCAPE.matcher(literal).replaceAll(match -> Matcher.quoteReplacement(character(match)));
    }

    private static String character(MatchResult match) {
        for (int group = 1; group <= 2; group++) {
            if (match.group(group) != null) {
                return String.valueOf((char) Integer.parseInt(match.group(group), 16));
            }
        }
        return switch (match.group(3)) {
            case "n" -> "\n";
            case "t" -> "\t";
            case "r" -> "\r";
            case "\\", "'", "\"" -> match.group(3);
            default -> "\\" + match.group(3);
        };
    }
}
