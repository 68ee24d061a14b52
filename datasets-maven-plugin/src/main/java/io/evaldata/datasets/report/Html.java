package io.evaldata.datasets.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML elements one after the other. Every text and every attribute value is escaped, so that whatever a
 * dataset's files hold stays text: there is no other way to write any.
 */
final class Html {
    private static final Set<String> WITHOUT_END = Set.of("meta", "img", "input", "br", "wbr", "link");
    private static final char UNKNOWN = '\uFFFD';

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    Html(Writer out) {
        this.out = out;
    }

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn; an empty value is written as the bare name, which means the same
     */
    Html open(String element, String... attributes) throws IOException {
        out.write('<');
        out.write(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.write(' ');
            out.write(attributes[i]);
            if (!attributes[i + 1].isEmpty()) {
                out.write("=\"");
                escape(attributes[i + 1]);
                out.write('"');
            }
        }
        out.write('>');
        if (!WITHOUT_END.contains(element)) {
            open.push(element);
        }
        return this;
    }

    /** Closes the element opened last. */
    Html close() throws IOException {
        out.write("</");
        out.write(open.pop());
        out.write('>');
        return this;
    }

    Html text(String text) throws IOException {
        escape(text);
        return this;
    }

    /** A path or a file's name, which may be broken behind a slash or an underscore. */
    Html path(String path) throws IOException {
        for (String part : path.split("(?<=[/_\\\\])(?=[^/_\\\\])", -1)) {
            text(part).open("wbr");
        }
        return this;
    }

    /** A whole element with nothing but text in it. */
    Html leaf(String element, String text, String... attributes) throws IOException {
        return open(element, attributes).text(text).close();
    }

    /** The page's own style or script, which comes with the product and is no dataset's. */
    Html own(String element, String code) throws IOException {
        out.write('<' + element + '>' + code + "</" + element + '>');
        return this;
    }

    Html doctype() throws IOException {
        out.write("<!doctype html>");
        return this;
    }

    Html line() throws IOException {
        out.write('\n');
        return this;
    }

    private void escape(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '"' -> out.write("&quot;");
                case '\'' -> out.write("&#39;");
                default -> out.write(isCharacter(text, i) ? c : UNKNOWN);
            }
        }
    }

    /** Control characters and halves of surrogate pairs are none that a page may hold. */
    private static boolean isCharacter(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c >= ' ' ? c != 0x7F && c != 0xFFFE && c != 0xFFFF : c == '\n' || c == '\t';
    }
}
