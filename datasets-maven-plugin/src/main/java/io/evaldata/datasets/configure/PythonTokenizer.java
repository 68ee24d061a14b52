package io.evaldata.datasets.configure;

import io.evaldata.datasets.configure.PythonToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Cuts Python source into tokens, by the rules of the Python 3.12 reference, "Lexical analysis".
 *
 * <p>Works on one char per byte: quotes, brackets, backslashes and line ends are ASCII in every encoding accepted here,
 * and bytes from 0x80 on can only be part of a name, a string or a comment. Comments and white space give no tokens. A
 * logical line ends with a {@link Kind#NEWLINE}; there is none within brackets or after a backslash.
 */
final class PythonTokenizer {
    private static final String BRACKETS = "()[]{}";
    private static final String MAY_PRECEDE_EQUALS = "=!<>+-*/%&|^@:";

    private final String source;
    private final List<PythonToken> tokens = new ArrayList<>();
    private final Deque<PythonToken> open = new ArrayDeque<>();
    private int at;

    private PythonTokenizer(String source, int from) {
        this.source = source;
        this.at = from;
    }

    /**
     * The tokens of the source from an offset (behind a byte order mark) on.
     *
     * @throws PythonSyntaxException for strings without end and brackets without partner
     */
    static List<PythonToken> tokenize(String source, int from) throws PythonSyntaxException {
        PythonTokenizer tokenizer = new PythonTokenizer(source, from);
        tokenizer.run();
        return tokenizer.tokens;
    }

    private void run() throws PythonSyntaxException {
        while (at < source.length()) {
            next();
        }
        if (!open.isEmpty()) {
            PythonToken bracket = open.peek();
            throw new PythonSyntaxException(bracket.start(), "'" + bracket.text() + "' is never closed");
        }
        endLine(0);
    }

    private void next() throws PythonSyntaxException {
        char c = source.charAt(at);
        if (c == '\n' || c == '\r') {
            if (open.isEmpty()) {
                endLine(1);
            }
            at++;
        } else if (c == ' ' || c == '\t' || c == '\f') {
            at++;
        } else if (c == '\\') {
            at++;
            at += lineEndLength(at);
        } else if (c == '#') {
            skipComment();
        } else if (stringPrefixLength() >= 0) {
            add(Kind.STRING, new PythonStringEnd(source).of(at, stringPrefixLength()));
        } else if (isNamePart(c)) {
            word();
        } else if (BRACKETS.indexOf(c) >= 0) {
            bracket();
        } else {
            boolean withEquals =
                    MAY_PRECEDE_EQUALS.indexOf(c) >= 0 && at + 1 < source.length() && source.charAt(at + 1) == '=';
            add(Kind.OPERATOR, at + (withEquals ? 2 : 1));
        }
    }

    private void word() {
        int end = at;
        while (end < source.length() && isNamePart(source.charAt(end))) {
            end++;
        }
        add(source.charAt(at) <= '9' && source.charAt(at) >= '0' ? Kind.NUMBER : Kind.NAME, end);
    }

    private void bracket() throws PythonSyntaxException {
        add(Kind.OPERATOR, at + 1);
        PythonToken bracket = tokens.get(tokens.size() - 1);
        if (bracket.opens()) {
            open.push(bracket);
        } else if (open.isEmpty() || BRACKETS.indexOf(open.peek().text()) + 1 != BRACKETS.indexOf(bracket.text())) {
            throw new PythonSyntaxException(bracket.start(), "'" + bracket.text() + "' closes nothing");
        } else {
            open.pop();
        }
    }

    private void endLine(int length) {
        if (!tokens.isEmpty() && !tokens.get(tokens.size() - 1).is(Kind.NEWLINE)) {
            tokens.add(new PythonToken(Kind.NEWLINE, at, source.substring(at, at + length)));
        }
    }

    private void skipComment() {
        while (at < source.length() && source.charAt(at) != '\n' && source.charAt(at) != '\r') {
            at++;
        }
    }

    private void add(Kind kind, int end) {
        tokens.add(new PythonToken(kind, at, source.substring(at, end)));
        at = end;
    }

    private int lineEndLength(int offset) {
        if (source.startsWith("\r\n", offset)) {
            return 2;
        }
        return offset < source.length() && (source.charAt(offset) == '\n' || source.charAt(offset) == '\r') ? 1 : 0;
    }

    /** How many letters stand before the quote of a string starting here, or -1 when no string starts here. */
    private int stringPrefixLength() {
        for (int length = 0; length <= 2 && at + length < source.length(); length++) {
            char c = source.charAt(at + length);
            if (c == '\'' || c == '"') {
                return length;
            }
            if ("rRbBuUfFtT".indexOf(c) < 0) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isNamePart(char c) {
        return c == '_' || c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
