package io.evaldata.datasets.configure;

import io.evaldata.datasets.configure.Assignment.Form;
import io.evaldata.datasets.configure.PythonStatement.Scope;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Points the places of a file that say where a dataset lies at its root; refuses where more than the value would change. */
final class RootLiteral {
    private final PythonModule module;
    private final String variable;
    private final List<WiringProblem> problems = new ArrayList<>();

    RootLiteral(PythonModule module, String variable) {
        this.module = module;
        this.variable = variable;
    }

    /** What was found wrong with the places given so far. */
    List<WiringProblem> problems() {
        return problems;
    }

    /** Refuses a variable that more than one statement of the file assigns. */
    void requireOneStatement(List<Assignment> places) {
        List<Assignment> statements =
                places.stream().filter(place -> place.form() == Form.STATEMENT).toList();
        if (statements.size() > 1) {
            refuseAll(statements);
        }
    }

    /** Refuses places of which only one could be meant. */
    void refuseAll(List<Assignment> places) {
        places.forEach(place -> refuse(place, variable + " is ambiguous: it is assigned " + places.size() + " times"));
    }

    /** The edits that make all places, which are for the same dataset, say the root. */
    List<Edit> pointAt(Path root, List<Assignment> places) {
        int before = problems.size();
        places.forEach(this::checkOne);
        requireOneValue(root, places);
        Optional<Charset> encoding = module.file().encoding();
        if (problems.size() > before) {
            return List.of();
        }
        if (encoding.isEmpty()) {
            refuse(places.get(0), variable + " stands in a file whose encoding is not supported");
            return List.of();
        }
        List<Edit> edits = new ArrayList<>();
        for (Assignment place : places) {
            PythonToken token = place.string().orElseThrow();
            Optional<String> old = module.value(token);
            String value = likeOld(root, old);
            if (!old.equals(Optional.of(value))) {
                PythonString literal = PythonString.parse(token.text(), encoding.get());
                edits.add(new Edit(token, literal.withValue(value, encoding.get())));
            }
        }
        return edits;
    }

    private void checkOne(Assignment place) {
        boolean plain = place.string()
                .filter(token -> PythonString.parse(token.text(), StandardCharsets.ISO_8859_1)
                        .plain())
                .isPresent();
        if (!plain) {
            refuse(place, variable + " " + place.obstacle());
        } else if (place.scope() == Scope.BRANCH) {
            refuse(place, variable + " gets its value only on some way through the file");
        }
    }

    private void requireOneValue(Path root, List<Assignment> places) {
        TreeSet<String> old = new TreeSet<>();
        for (Assignment place : places) {
            place.string()
                    .ifPresent(token -> old.add(
                            module.value(token).map(RootLiteral::withoutSlash).orElse(token.text())));
        }
        old.remove(withoutSlash(root.toString()));
        if (old.size() > 1) {
            places.forEach(
                    place -> refuse(place, variable + " is ambiguous: it has " + old.size() + " different values"));
        }
    }

    /** The root; with the old value's last slash when the file glues names to it. */
    private String likeOld(Path root, Optional<String> old) {
        String value = root.toString();
        boolean keepsSlash =
                old.filter(text -> text.endsWith("/") || text.endsWith("\\")).isPresent()
                        && module.concatenates(variable)
                        && value.equals(withoutSlash(value));
        return keepsSlash ? value + old.get().charAt(old.get().length() - 1) : value;
    }

    private void refuse(Assignment place, String what) {
        problems.add(WiringProblem.at(module.file(), place.at().start(), what));
    }

    private static String withoutSlash(String path) {
        return path.replaceAll("(?<=.)[/\\\\]+$", "");
    }
}
