package io.evaldata.datasets.configure;

import io.evaldata.datasets.configure.PythonToken.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a config inherits: the configs its {@code _base_} names, theirs, and so on (mmengine's config documentation,
 * "Inherit configuration").
 *
 * @param modules the inherited configs that could be read
 * @param complete whether those are all; not so with configs of an installed package or lazy imports
 */
record BaseConfigs(List<PythonModule> modules, boolean complete) {
    BaseConfigs {
        modules = List.copyOf(modules);
    }

    static BaseConfigs of(PythonModule config) throws IOException {
        List<PythonModule> modules = new ArrayList<>();
        Set<Path> seen = new HashSet<>(Set.of(config.file().path()));
        Deque<PythonModule> pending = new ArrayDeque<>(List.of(config));
        boolean complete = true;
        while (!pending.isEmpty()) {
            PythonModule module = pending.pop();
            complete &= module.statements().stream().noneMatch(BaseConfigs::importsEverything);
            for (String base : names(module)) {
                if (base.contains("::")) {
                    complete = false;
                    continue;
                }
                Optional<Path> path = resolve(module.file().path(), base);
                if (path.isPresent() && seen.add(path.get())) {
                    try {
                        PythonModule inherited = PythonModule.parse(PythonFile.read(path.get()));
                        modules.add(inherited);
                        pending.push(inherited);
                    } catch (PythonSyntaxException e) {
                        // The file itself is reported when it is one of those to be wired.
                        complete = false;
                    }
                }
            }
        }
        return new BaseConfigs(modules, complete);
    }

    /** The dataset class that the nearest inherited config names. */
    Optional<String> datasetType() {
        return modules.stream().flatMap(module -> module.datasetType().stream()).findFirst();
    }

    /** Whether a name may get its value from here. */
    boolean mayAssign(String name) {
        return !complete
                || modules.stream().anyMatch(module -> !module.assignments(name).isEmpty());
    }

    private static List<String> names(PythonModule module) {
        return module.assignments("_base_").stream()
                .flatMap(assignment -> assignment.value().stream())
                .filter(token -> token.is(Kind.STRING))
                .flatMap(token -> module.value(token).stream())
                .toList();
    }

    private static Optional<Path> resolve(Path config, String base) {
        try {
            Path path = config.toAbsolutePath().resolveSibling(base).normalize();
            return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean importsEverything(PythonStatement statement) {
        return statement.startsWith("from")
                && statement.tokens().get(statement.tokens().size() - 1).isOperator("*");
    }
}
