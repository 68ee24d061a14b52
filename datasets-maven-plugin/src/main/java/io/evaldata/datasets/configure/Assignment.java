package io.evaldata.datasets.configure;

import io.evaldata.datasets.configure.PythonToken.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place that gives a name a value: {@code name = value}, {@code dict(name=value)}, <code>{'name': value}</code>.
 *
 * @param form how it is written
 * @param at the token that is the name
 * @param value the tokens of the value, without parentheses around all of it; empty when it has none of its own
 * @param scope where its statement stands
 * @param type the {@code type=} beside it in the same brackets, when that is one name or literal
 */
record Assignment(
        Form form, PythonToken at, List<PythonToken> value, PythonStatement.Scope scope, Optional<PythonToken> type) {
    private static final Set<String> CONSTANTS = Set.of("None", "True", "False");

    /** How an assignment is written; {@link #OTHER} are those whose value is not a single expression of their own. */
    enum Form {
        STATEMENT,
        KEYWORD,
        ENTRY,
        OTHER
    }

    Assignment {
        value = List.copyOf(value);
    }

    /** The value, when it is one string token, of whatever prefix. */
    Optional<PythonToken> string() {
        return form != Form.OTHER && value.size() == 1 && value.get(0).is(Kind.STRING)
                ? Optional.of(value.get(0))
                : Optional.empty();
    }

    /** Whether the value is taken, as it is or as part of an expression, from a variable of the given name. */
    boolean refersTo(String name) {
        return form != Form.STATEMENT && form != Form.OTHER && value.stream().anyMatch(token -> token.isName(name));
    }

    /** The value's name when it is one name or dotted names, as in {@code dataset_type = ADE20KDataset}. */
    Optional<String> name() {
        boolean dotted = !value.isEmpty() && value.stream().allMatch(t -> t.is(Kind.NAME) || t.isOperator("."));
        return dotted
                ? Optional.of(value.get(value.size() - 1).text()).filter(n -> !CONSTANTS.contains(n))
                : Optional.empty();
    }

    /** What keeps the value from being replaced, in words that follow the variable's name. */
    String obstacle() {
        if (form == Form.OTHER) {
            return "is not given by a plain assignment";
        }
        if (value.isEmpty()) {
            return "has no value";
        }
        if (value.stream().allMatch(token -> token.is(Kind.STRING))) {
            return value.size() > 1
                    ? "is put together from " + value.size() + " string literals"
                    : "is not a plain string (its prefix makes it a formatted or a bytes literal)";
        }
        return name().isPresent() ? "takes its value from " + name().get() : "is computed, not a plain string";
    }
}
