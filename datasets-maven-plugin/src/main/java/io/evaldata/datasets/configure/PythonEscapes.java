package io.evaldata.datasets.configure;

import java.util.Optional;

/** The backslash escapes of Python string literals, both ways (Python reference, "String and Bytes literals"). */
final class PythonEscapes {
    private static final String LETTERS = "abfnrtv\\'\"";
    private static final String MEANINGS = "\u0007\b\f\n\r\t\u000b\\'\"";

    private PythonEscapes() {}

    /** Whether a character cannot stand for itself: control characters, halves of a pair, with ascii also all others. */
    static boolean needsEscape(int c, boolean ascii) {
        return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0xd800 && c <= 0xdfff) || (ascii && c > 0x7e);
    }

    /** The body of a literal in the quote that means the text. */
    static String escape(String text, char quote, boolean ascii) {
        StringBuilder body = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\\' || c == quote) {
                body.append('\\').appendCodePoint(c);
            } else if (!needsEscape(c, ascii)) {
                body.appendCodePoint(c);
            } else if (c < 0x20 && MEANINGS.indexOf(c) >= 0) {
                body.append('\\').append(LETTERS.charAt(MEANINGS.indexOf(c)));
            } else {
                body.append(String.format(c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
            }
        });
        return body.toString();
    }

    /** The text that a body (line ends already {@code \n}) means; empty when an escape is not legal. */
    static Optional<String> unescape(String body) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < body.length()) {
            char c = body.charAt(at);
            if (c != '\\' || at + 1 == body.length()) {
                text.append(c);
                at++;
                continue;
            }
            int end = escapeEnd(body, at);
            if (end > body.length()) {
                return Optional.empty();
            }
            try {
                appendEscape(body.substring(at + 1, end), text);
            } catch (IllegalArgumentException e) {
                // A number or a character name that Python would refuse too.
                return Optional.empty();
            }
            at = end;
        }
        return Optional.of(text.toString());
    }

    private static int escapeEnd(String body, int at) {
        return switch (body.charAt(at + 1)) {
            case 'x' -> at + 4;
            case 'u' -> at + 6;
            case 'U' -> at + 10;
            case 'N' -> body.indexOf('}', at) < 0 ? body.length() + 1 : body.indexOf('}', at) + 1;
            default -> Math.max(octalEnd(body, at + 1), at + 2);
        };
    }

    /** Where up to three octal digits end. */
    private static int octalEnd(String body, int from) {
        int end = from;
        while (end < body.length() && end < from + 3 && isOctal(body.charAt(end))) {
            end++;
        }
        return end;
    }

    private static void appendEscape(String escape, StringBuilder text) {
        char first = escape.charAt(0);
        if (first == 'x' || first == 'u' || first == 'U') {
            text.appendCodePoint(Integer.parseUnsignedInt(escape.substring(1), 16));
        } else if (first == 'N') {
            if (!escape.startsWith("N{")) {
                throw new IllegalArgumentException("no character name");
            }
            text.appendCodePoint(Character.codePointOf(escape.substring(2, escape.length() - 1)));
        } else if (isOctal(first)) {
            text.appendCodePoint(Integer.parseInt(escape, 8));
        } else if (LETTERS.indexOf(first) >= 0) {
            text.append(MEANINGS.charAt(LETTERS.indexOf(first)));
        } else if (first != '\n') {
            text.append('\\').append(first);
        }
    }

    private static boolean isOctal(char c) {
        return c >= '0' && c <= '7';
    }
}
