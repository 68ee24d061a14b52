package io.evaldata.datasets.configure;

/**
 * A lexical token of a Python file; {@code text} is as written, one char per byte of the file.
 *
 * @param kind what it is
 * @param start offset of its first byte
 * @param text the token as written
 */
record PythonToken(Kind kind, int start, String text) {

    /** What a token is; {@link #NEWLINE} ends a logical line, {@link #OPERATOR} includes brackets. */
    enum Kind {
        NAME,
        NUMBER,
        STRING,
        OPERATOR,
        NEWLINE
    }

    int end() {
        return start + text.length();
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    boolean opens() {
        return kind == Kind.OPERATOR && "([{".contains(text);
    }

    boolean closes() {
        return kind == Kind.OPERATOR && ")]}".contains(text);
    }
}
