package io.evaldata.datasets.configure;

import io.evaldata.datasets.configure.Assignment.Form;
import io.evaldata.datasets.configure.PythonToken.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds every place in a statement that gives a certain name a value. */
final class AssignmentFinder {
    private static final Set<String> AUGMENTED = Set.of("+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=", ":=");

    private final PythonStatement statement;
    private final List<PythonToken> tokens;
    private final String name;
    private final List<Assignment> found = new ArrayList<>();

    private AssignmentFinder(PythonStatement statement, String name) {
        this.statement = statement;
        this.tokens = statement.tokens();
        this.name = name;
    }

    static List<Assignment> find(PythonStatement statement, String name) {
        AssignmentFinder finder = new AssignmentFinder(statement, name);
        finder.run();
        return finder.found;
    }

    private void run() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            PythonToken token = tokens.get(i);
            if (token.opens()) {
                open.push(i);
            } else if (token.closes()) {
                open.pop();
            } else if (token.isName(name)) {
                named(i, open.isEmpty() ? -1 : open.peek());
            } else if (token.is(Kind.STRING) && !open.isEmpty() && isName(token)) {
                quoted(i, open.peek(), open.size());
            }
        }
    }

    private void named(int i, int bracket) {
        PythonToken next = token(i + 1);
        boolean isTarget = bracket < 0 && targetsBefore(i) && !token(i - 1).isOperator("=");
        if (next.isOperator("=")) {
            if (bracket < 0) {
                add(isTarget && !token(i - 1).isOperator(",") ? Form.STATEMENT : Form.OTHER, i, i + 2, -1);
            } else if (tokens.get(bracket).isOperator("(")) {
                add(Form.KEYWORD, i, i + 2, bracket);
            }
        } else if (next.isOperator(":") && i == 0) {
            annotated(i);
        } else if (next.is(Kind.OPERATOR) && AUGMENTED.contains(next.text())) {
            add(Form.OTHER, i, i + 2, bracket);
        } else if ((isTarget && next.isOperator(",") && assignsFrom(i)) || isBoundByKeyword(i)) {
            add(Form.OTHER, i, i + 1, -1);
        }
    }

    /** {@code {'name': value}} and {@code config['name'] = value}. */
    private void quoted(int i, int bracket, int depth) {
        if (tokens.get(bracket).isOperator("{") && token(i + 1).isOperator(":")) {
            add(Form.ENTRY, i, i + 2, bracket);
        } else if (depth == 1
                && bracket == i - 1
                && i >= 2
                && token(i + 1).isOperator("]")
                && token(i + 2).isOperator("=")) {
            add(Form.STATEMENT, i, i + 3, -1);
        }
    }

    private void annotated(int i) {
        int at = i + 1;
        while (at < tokens.size() && !tokens.get(at).isOperator("=")) {
            at++;
        }
        if (at < tokens.size()) {
            add(Form.STATEMENT, i, at + 1, -1);
        }
    }

    private void add(Form form, int at, int valueStart, int bracket) {
        int from = Math.min(valueStart, tokens.size());
        int to = valueEnd(from);
        boolean chained = bracket < 0 && topLevelEquals(from, to);
        List<PythonToken> value = unwrap(tokens.subList(from, to));
        found.add(new Assignment(
                chained ? Form.OTHER : form,
                tokens.get(at),
                value,
                statement.scope(),
                bracket < 0 ? Optional.empty() : typeWithin(bracket)));
    }

    /** Where the value that starts at a token ends: at a comma or closing bracket, in a statement at {@code ;}. */
    private int valueEnd(int from) {
        boolean bracketed = depthAt(from) > 0;
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            PythonToken token = tokens.get(i);
            if (depth == 0 && (token.closes() || token.isOperator(";") || (bracketed && token.isOperator(",")))) {
                return i;
            }
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
        }
        return tokens.size();
    }

    private int depthAt(int index) {
        int depth = 0;
        for (PythonToken token : tokens.subList(0, Math.min(index, tokens.size()))) {
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
        }
        return depth;
    }

    private boolean topLevelEquals(int from, int to) {
        int depth = 0;
        for (PythonToken token : tokens.subList(from, to)) {
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
            if (depth == 0 && token.isOperator("=")) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing but targets, or the start of a new simple statement, stands before a token. */
    private boolean targetsBefore(int i) {
        for (int at = i - 1; at >= 0; at--) {
            PythonToken token = tokens.get(at);
            if (token.isOperator(";") || token.isOperator(":")) {
                return true;
            }
            if (token.isOperator("=")) {
                return false;
            }
        }
        return true;
    }

    /** {@code from x import name} and {@code for name in x}. */
    private boolean isBoundByKeyword(int i) {
        return statement.startsWith("from", "import")
                || (statement.startsWith("for")
                        && tokens.subList(0, i).stream().noneMatch(token -> token.isName("in")));
    }

    private boolean assignsFrom(int i) {
        return topLevelEquals(i, valueEnd(i));
    }

    private Optional<PythonToken> typeWithin(int bracket) {
        int depth = 0;
        for (int i = bracket + 1; i < tokens.size() && depth >= 0; i++) {
            PythonToken token = tokens.get(i);
            boolean keyword = token.isName("type") && token(i + 1).isOperator("=");
            boolean entry = token.is(Kind.STRING)
                    && isText(token, "type")
                    && token(i + 1).isOperator(":");
            boolean key = keyword || entry;
            if (depth == 0
                    && key
                    && (token(i + 3).isOperator(",") || token(i + 3).closes())) {
                return Optional.of(token(i + 2));
            }
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
        }
        return Optional.empty();
    }

    private static List<PythonToken> unwrap(List<PythonToken> value) {
        int end = value.size() - 1;
        return value.size() == 3
                        && value.get(0).isOperator("(")
                        && value.get(end).isOperator(")")
                ? value.subList(1, end)
                : value;
    }

    private boolean isName(PythonToken string) {
        return isText(string, name);
    }

    private static boolean isText(PythonToken string, String text) {
        PythonString literal = PythonString.parse(string.text(), StandardCharsets.ISO_8859_1);
        return literal.plain() && literal.body().equals(text);
    }

    private PythonToken token(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : new PythonToken(Kind.NEWLINE, 0, "");
    }
}
