package io.evaldata.datasets.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A relative path to be filled with the parts of a {@link PathPattern} match, such as {@code val/{wnid}/{file}}.
 *
 * <p>{@code {file}} is always known: the last segment of the matched path.
 */
public final class Template {
    /** The part that every match has: the last segment of the path. */
    public static final String FILE = "file";

    private static final Pattern PART = Pattern.compile("\\{([A-Za-z]\\w*)\\}");

    private final String text;
    /** Names at odd places, what stands between them at even ones: filling is done for each of many files. */
    private final List<String> pieces;

    private Template(String text, List<String> pieces) {
        this.text = text;
        this.pieces = pieces;
    }

    /**
     * Parses a template.
     *
     * @throws IllegalArgumentException when it could lead outside its folder or has an odd brace
     */
    public static Template parse(String text) {
        String literal = PART.matcher(text).replaceAll("x");
        if (literal.indexOf('{') >= 0 || literal.indexOf('}') >= 0) {
            throw new IllegalArgumentException("'" + text + "' has a brace that belongs to no {part}");
        }
        RelativePath.require(literal);
        List<String> pieces = new ArrayList<>();
        Matcher part = PART.matcher(text);
        int done = 0;
        while (part.find()) {
            pieces.add(text.substring(done, part.start()));
            pieces.add(part.group(1));
            done = part.end();
        }
        pieces.add(text.substring(done));
        return new Template(text, List.copyOf(pieces));
    }

    /** The parts that must be known to fill it. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 1; i < pieces.size(); i += 2) {
            names.add(pieces.get(i));
        }
        return names;
    }

    /** The template with its parts filled in. */
    public String fill(String matchedPath, Map<String, String> parts) {
        StringBuilder filled = new StringBuilder(pieces.get(0));
        for (int i = 1; i < pieces.size(); i += 2) {
            String value = parts.get(pieces.get(i));
            if (value == null && pieces.get(i).equals(FILE)) {
                value = matchedPath.substring(matchedPath.lastIndexOf('/') + 1);
            }
            filled.append(Objects.requireNonNull(value)).append(pieces.get(i + 1));
        }
        return filled.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
