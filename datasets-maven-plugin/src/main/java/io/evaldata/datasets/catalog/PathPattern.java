package io.evaldata.datasets.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * A path with named parts, such as {@code gtFine/val/{city}/{frame}_polygons.json}.
 *
 * <p>{@code {name}} stands for one or more characters without a slash, {@code {name**}} for any path, and
 * {@code {name:regex}} for what the regular expression says. Without a name the wild cards of Ant mean what they mean
 * there: {@code *} any characters but a slash, {@code ?} one of them, {@code **} any path, where a whole segment
 * {@code **} may stand for no folder at all; {@code {jpg,png}} is either. The earlier part takes as much as it can. The
 * same notation names the target of a match, see {@link Template}.
 */
public final class PathPattern {
    private static final Pattern PART =
            Pattern.compile("\\{(?<name>[A-Za-z]\\w*)(?<deep>\\*\\*)?(?::(?<regex>(?:[^{}]|\\{[^{}]*\\})+))?\\}"
                    + "|(?<folders>(?<![^/])\\*\\*/)|(?<any>\\*\\*?|\\?)|\\{(?<either>[^{},:]*(?:,[^{},:]*)+)\\}");

    private final String text;
    private final Pattern regex;
    private final List<String> names;
    private final String literalPrefix;

    private PathPattern(String text, Pattern regex, List<String> names, String literalPrefix) {
        this.text = text;
        this.regex = regex;
        this.names = names;
        this.literalPrefix = literalPrefix;
    }

    /**
     * Parses a pattern.
     *
     * @throws IllegalArgumentException when a part is not well formed
     */
    public static PathPattern parse(String text) {
        StringBuilder regex = new StringBuilder();
        List<String> names = new ArrayList<>();
        Matcher part = PART.matcher(text);
        int done = 0;
        int prefix = text.length();
        while (part.find()) {
            prefix = Math.min(prefix, part.start());
            literal(regex, text, done, part.start());
            done = part.end();
            String name = part.group("name");
            if (name == null) {
                regex.append(wildcard(part));
                continue;
            }
            if (names.contains(name)) {
                throw new IllegalArgumentException("'{" + name + "}' is used twice in '" + text + "'");
            }
            names.add(name);
            regex.append('(').append(body(part)).append(')');
        }
        literal(regex, text, done, text.length());
        try {
            Pattern compiled = Pattern.compile(regex.toString());
            if (compiled.matcher("").groupCount() != names.size()) {
                throw new IllegalArgumentException(
                        "groups in '" + text + "' must not capture; write (?:...) instead of (...)");
            }
            return new PathPattern(text, compiled, List.copyOf(names), text.substring(0, prefix));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is no pattern: " + e.getDescription(), e);
        }
    }

    private static void literal(StringBuilder regex, String text, int from, int to) {
        if (from < to) {
            String literal = text.substring(from, to);
            if (literal.indexOf('{') >= 0 || literal.indexOf('}') >= 0) {
                throw new IllegalArgumentException("'" + text + "' has a brace that belongs to no {part}");
            }
            regex.append(Pattern.quote(literal));
        }
    }

    private static String wildcard(Matcher part) {
        if (part.group("folders") != null) {
            return "(?:.*/)?";
        }
        if (part.group("either") != null) {
            return Arrays.stream(part.group("either").split(",", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "(?:", ")"));
        }
        return switch (part.group("any")) {
            case "**" -> ".*";
            case "*" -> "[^/]*";
            default -> "[^/]";
        };
    }

    private static String body(Matcher part) {
        if (part.group("regex") != null) {
            return part.group("regex");
        }
        return part.group("deep") != null ? ".+" : "[^/]+";
    }

    /** The named parts of the path, or nothing when the path does not match. */
    public Optional<Map<String, String>> match(String path) {
        if (!path.startsWith(literalPrefix)) {
            return Optional.empty();
        }
        Matcher matcher = regex.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            parts.put(names.get(i), matcher.group(i + 1));
        }
        return Optional.of(parts);
    }

    /** Whether the path matches. */
    public boolean matches(String path) {
        return path.startsWith(literalPrefix) && regex.matcher(path).matches();
    }

    /** The names of the parts, in order. */
    public List<String> names() {
        return names;
    }

    /** The folder, ending in a slash or empty, below which all matches lie. */
    public String folder() {
        return literalPrefix.substring(0, literalPrefix.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
