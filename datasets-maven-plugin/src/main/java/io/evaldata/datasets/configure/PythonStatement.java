package io.evaldata.datasets.configure;

import io.evaldata.datasets.configure.PythonToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One logical line of a Python file.
 *
 * @param tokens its tokens, without the line's end; never empty
 * @param scope where it stands
 */
record PythonStatement(List<PythonToken> tokens, Scope scope) {
    private static final Set<String> DEFINITIONS = Set.of("def", "class", "async");
    private static final Set<String> BRANCHES = Set.of("if", "elif", "else", "for", "while", "try", "except", "with");

    /** Where a statement stands: always run, run only on some way through the file, or part of a function or class. */
    enum Scope {
        MODULE,
        BRANCH,
        DEFINITION
    }

    PythonStatement {
        tokens = List.copyOf(tokens);
    }

    /** Cuts tokens into statements. */
    static List<PythonStatement> split(PythonFile file, List<PythonToken> tokens) {
        List<PythonStatement> statements = new ArrayList<>();
        List<PythonToken> current = new ArrayList<>();
        int definitionIndent = Integer.MAX_VALUE;
        for (PythonToken token : tokens) {
            if (!token.is(Kind.NEWLINE)) {
                current.add(token);
                continue;
            }
            PythonToken first = current.get(0);
            int indent = indent(file.text(), first.start());
            if (indent <= definitionIndent) {
                definitionIndent = DEFINITIONS.contains(first.text()) ? indent : Integer.MAX_VALUE;
            }
            Scope scope = definitionIndent != Integer.MAX_VALUE
                    ? Scope.DEFINITION
                    : indent > 0 || BRANCHES.contains(first.text()) ? Scope.BRANCH : Scope.MODULE;
            statements.add(new PythonStatement(current, scope));
            current.clear();
        }
        return statements;
    }

    boolean startsWith(String... words) {
        return List.of(words).contains(tokens.get(0).text());
    }

    /** Columns before an offset when there is only white space before it in its line; tabs go to multiples of eight. */
    private static int indent(String text, int offset) {
        int lineStart = offset;
        while (lineStart > 0 && " \t".indexOf(text.charAt(lineStart - 1)) >= 0) {
            lineStart--;
        }
        int columns = 0;
        for (int at = lineStart; at < offset; at++) {
            columns = text.charAt(at) == '\t' ? (columns / 8 + 1) * 8 : columns + 1;
        }
        return columns;
    }
}
