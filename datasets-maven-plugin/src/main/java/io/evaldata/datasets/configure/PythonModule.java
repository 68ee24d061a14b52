package io.evaldata.datasets.configure;

import io.evaldata.datasets.configure.Assignment.Form;
import io.evaldata.datasets.configure.PythonStatement.Scope;
import io.evaldata.datasets.configure.PythonToken.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The statements of a Python file, asked the way a config reader would ask.
 *
 * @param file the file
 * @param statements its logical lines in order
 */
record PythonModule(PythonFile file, List<PythonStatement> statements) {
    private static final Set<String> CONFIG_NAMES = Set.of("_base_", "dataset_type");
    private static final Set<String> CONFIG_DICTS =
            Set.of("test_dataloader", "val_dataloader", "train_dataloader", "data");

    PythonModule {
        statements = List.copyOf(statements);
    }

    static PythonModule parse(PythonFile file) throws PythonSyntaxException {
        return new PythonModule(file, PythonStatement.split(file, file.tokens()));
    }

    /** Whether this is a config rather than a program: it sets what configs set, or holds nothing but assignments. */
    boolean isConfig() {
        boolean setsConfigNames = CONFIG_NAMES.stream().anyMatch(name -> sets(name, value -> true));
        // Programs have data loaders too, but made by a constructor.
        boolean setsConfigDicts = CONFIG_DICTS.stream()
                .anyMatch(name -> sets(name, value -> value.isName("dict") || value.isOperator("{")));
        return setsConfigNames
                || setsConfigDicts
                || statements.stream()
                        .noneMatch(s -> s.scope() == Scope.DEFINITION || s.startsWith("import", "from", "if"));
    }

    private boolean sets(String name, Predicate<PythonToken> startOfValue) {
        return assignments(name).stream()
                .filter(a -> a.form() == Form.STATEMENT && a.scope() == Scope.MODULE)
                .anyMatch(
                        a -> a.value().stream().findFirst().filter(startOfValue).isPresent());
    }

    /** Where a name gets a value outside functions and classes. */
    List<Assignment> assignments(String name) {
        return everyAssignment(name)
                .filter(assignment -> assignment.scope() != Scope.DEFINITION)
                .toList();
    }

    /** Where a name gets a value anywhere in the file. */
    Stream<Assignment> everyAssignment(String name) {
        return statements.stream().flatMap(statement -> AssignmentFinder.find(statement, name).stream());
    }

    /** The dataset class the file names once and for all; empty when it names none, or several. */
    Optional<String> datasetType() {
        List<String> types = assignments("dataset_type").stream()
                .filter(assignment -> assignment.form() == Form.STATEMENT)
                .flatMap(assignment -> assignment.string().flatMap(this::value).or(assignment::name).stream())
                .distinct()
                .toList();
        return types.size() == 1 ? Optional.of(types.get(0)) : Optional.empty();
    }

    /** The dataset class beside an assignment in the same brackets, else that of the file. */
    Optional<String> typeOf(Assignment assignment) {
        return assignment
                .type()
                .filter(type -> !type.isName("dataset_type"))
                .flatMap(type -> type.is(Kind.STRING) ? value(type) : Optional.of(type.text()))
                .or(this::datasetType);
    }

    /** Whether a name is joined with something by {@code +} or in a formatted string. */
    boolean concatenates(String name) {
        return statements.stream().map(PythonStatement::tokens).anyMatch(tokens -> {
            for (int i = 0; i < tokens.size(); i++) {
                PythonToken token = tokens.get(i);
                boolean added = token.isName(name)
                        && i + 1 < tokens.size()
                        && tokens.get(i + 1).isOperator("+");
                if (added || (token.is(Kind.STRING) && token.text().contains("{" + name))) {
                    return true;
                }
            }
            return false;
        });
    }

    /** The text a string token stands for; empty for formatted strings, bytes and illegal escapes. */
    Optional<String> value(PythonToken string) {
        PythonString literal = PythonString.parse(string.text(), encodingOrLatin1());
        return literal.plain() ? literal.value() : Optional.empty();
    }

    private Charset encodingOrLatin1() {
        return file.encoding().orElse(StandardCharsets.ISO_8859_1);
    }
}
