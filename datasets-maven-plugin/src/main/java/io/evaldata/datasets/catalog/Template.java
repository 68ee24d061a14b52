package io.evaldata.datasets.catalog;

import java.util.LinkedHashSet;
import java.util.Map;
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

    private Template(String text) {
        this.text = text;
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
        return new Template(text);
    }

    /** The parts that must be known to fill it. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            names.add(part.group(1));
        }
        return names;
    }

    /** The template with its parts filled in. */
    public String fill(String matchedPath, Map<String, String> parts) {
        Matcher part = PART.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (part.find()) {
            String name = part.group(1);
            String value = parts.get(name);
            if (value == null && name.equals(FILE)) {
                value = matchedPath.substring(matchedPath.lastIndexOf('/') + 1);
            }
            part.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return part.appendTail(filled).toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
