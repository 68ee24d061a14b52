package io.evaldata.datasets.configure;

import io.evaldata.datasets.configure.Assignment.Form;
import io.evaldata.datasets.configure.PythonStatement.Scope;
import java.nio.file.Path;
import java.util.List;

/**
 * A variable in a Python file that the user named for it, such as the {@code dataset_root} handed to
 * {@code torchvision.datasets}. The file may be a program: the assignment of the module counts, else the only one there
 * is within functions and classes, default values of parameters included.
 */
final class NamedVariable {
    private final PythonModule module;
    private final String variable;

    NamedVariable(PythonModule module, String variable) {
        this.module = module;
        this.variable = variable;
    }

    /** How to give the variable a value; {@link FileVerdict.Kind#NOT_A_CONFIG} when the file has no such variable. */
    FileVerdict pointAt(Path root) {
        List<Assignment> all = module.everyAssignment(variable)
                .filter(place -> !place.refersTo(variable))
                .toList();
        List<Assignment> places = all.stream()
                .filter(place -> place.scope() != Scope.DEFINITION && place.form() != Form.KEYWORD)
                .toList();
        if (places.isEmpty()) {
            places = all;
        }
        if (places.isEmpty()) {
            return FileVerdict.notAConfig();
        }
        RootLiteral literal = new RootLiteral(module, variable);
        if (places.size() > 1) {
            literal.refuseAll(places);
            return FileVerdict.problems(literal.problems());
        }
        List<Edit> edits = literal.pointAt(root, places);
        return literal.problems().isEmpty() ? FileVerdict.wire(edits) : FileVerdict.problems(literal.problems());
    }
}
