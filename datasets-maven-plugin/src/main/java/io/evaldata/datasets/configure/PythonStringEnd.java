package io.evaldata.datasets.configure;

/**
 * Finds where a Python string literal ends.
 *
 * <p>In f-strings (and t-strings) the replacement fields may hold strings in the same quotes, from Python 3.12 on (PEP
 * 701), so they are read as code; older Pythons allow only what reads the same this way.
 */
final class PythonStringEnd {
    private final String source;

    PythonStringEnd(String source) {
        this.source = source;
    }

    /** The offset behind the string that starts at an offset, with so many prefix letters. */
    int of(int start, int prefixLength) throws PythonSyntaxException {
        String prefix = source.substring(start, start + prefixLength);
        int body = start + prefixLength;
        String quote = quoteAt(body);
        boolean formatted = prefix.chars().anyMatch(c -> "fFtT".indexOf(c) >= 0);
        return literal(start, body + quote.length(), quote, formatted);
    }

    /** The quote that starts at an offset: one character, or three of them. */
    private String quoteAt(int offset) {
        String one = source.substring(offset, offset + 1);
        return source.startsWith(one.repeat(3), offset) ? one.repeat(3) : one;
    }

    private int literal(int start, int body, String quote, boolean formatted) throws PythonSyntaxException {
        int at = body;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (source.startsWith(quote, at)) {
                return at + quote.length();
            } else if (c == '\\') {
                at += source.startsWith("\r\n", at + 1) ? 3 : 2;
            } else if (quote.length() == 1 && (c == '\n' || c == '\r')) {
                break;
            } else if (formatted && source.startsWith("{{", at)) {
                at += 2;
            } else if (formatted && c == '{') {
                at = field(start, at + 1, quote);
            } else {
                at++;
            }
        }
        throw new PythonSyntaxException(start, "the string that starts here has no end");
    }

    /** The offset behind the replacement field whose content starts at an offset. */
    private int field(int start, int from, String quote) throws PythonSyntaxException {
        int at = from;
        int depth = 0;
        boolean inFormat = false;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '}' && depth == 0) {
                return at + 1;
            } else if (inFormat) {
                if (quote.length() == 1 && (c == '\n' || c == '\r')) {
                    break;
                }
                at = c == '{' ? field(start, at + 1, quote) : at + 1;
            } else if (c == '\'' || c == '"') {
                String nested = quoteAt(at);
                at = literal(at, at + nested.length(), nested, false);
            } else {
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                inFormat = c == ':' && depth == 0;
                at++;
            }
        }
        throw new PythonSyntaxException(start, "the formatted string that starts here has no end");
    }
}
