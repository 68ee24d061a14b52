package io.evaldata.datasets;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Every place of the source code that makes a message for the user, with the message as a template: what is known only
 * when it happens stands in braces. Found in the syntax trees of the sources, so that none can be forgotten.
 *
 * <p>A method that makes an exception of its parameters is no place by itself; those that call it are.
 */
final class MessageSites {
    private static final Set<String> EXCEPTIONS = Set.of("DatasetsException", "CatalogException");
    private static final Set<String> COLLECTORS = Set.of("problems", "mistakes");

    /** They put the place in a catalogue file before what they are given last. */
    private static final Set<String> OF_CATALOGUES = Set.of("mistake", "addUnknown", "unreadable");

    private final Map<String, ExpressionTree> constants = new HashMap<>();
    private final Map<String, List<Making>> factories = new HashMap<>();
    private final List<Site> sites = new ArrayList<>();

    /**
     * One place.
     *
     * @param file the source file's name
     * @param method the method
     * @param message what is said, as a template
     * @param remedy the next step; nothing where mistakes are collected, which are told with one for all
     */
    record Site(String file, String method, String message, Optional<String> remedy) {}

    /** An exception made of a method's parameters. */
    private record Making(List<String> parameters, ExpressionTree message, ExpressionTree remedy) {}

    private MessageSites() {}

    /** All places below a source folder, sorted by file. */
    static List<Site> below(Path sources) throws IOException {
        MessageSites found = new MessageSites();
        List<CompilationUnitTree> units = parse(sources);
        units.forEach(unit -> unit.accept(found.new Constants(), null));
        units.forEach(unit -> unit.accept(found.new Makings(fileOf(unit)), null));
        units.forEach(unit -> unit.accept(found.new Calls(fileOf(unit), isOfCatalogues(unit)), null));
        return List.copyOf(found.sites);
    }

    private static List<CompilationUnitTree> parse(Path sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> files;
        try (Stream<Path> all = Files.walk(sources)) {
            files = all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        List<CompilationUnitTree> units = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            task.parse().forEach(units::add);
        }
        return units;
    }

    private static boolean isOfCatalogues(CompilationUnitTree unit) {
        return unit.getPackageName().toString().endsWith(".catalog");
    }

    private static String fileOf(CompilationUnitTree unit) {
        String path = unit.getSourceFile().getName().replace('\\', '/');
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Knows in which class and method it is. */
    private abstract static class Walk extends TreeScanner<Void, Void> {
        final String file;
        Optional<MethodTree> method = Optional.empty();

        Walk(String file) {
            this.file = file;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            Optional<MethodTree> outer = method;
            method = Optional.of(tree);
            super.visitMethod(tree, null);
            method = outer;
            return null;
        }

        final String methodName() {
            return method.map(tree -> tree.getName().toString()).orElse("");
        }

        final List<String> parameters() {
            return method.map(MethodTree::getParameters).orElse(List.of()).stream()
                    .map(parameter -> parameter.getName().toString())
                    .toList();
        }
    }

    /** Learns the texts that have names. */
    private final class Constants extends TreeScanner<Void, Void> {
        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            tree.getMembers().stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .filter(field -> field.getInitializer() != null
                            && field.getType() != null
                            && field.getType().toString().equals("String"))
                    .forEach(field -> {
                        constants.put(tree.getSimpleName() + "." + field.getName(), field.getInitializer());
                    });
            return super.visitClass(tree, null);
        }
    }

    /** Finds the exceptions, and the methods that make them of what they are given. */
    private final class Makings extends Walk {
        private Makings(String file) {
            super(file);
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void nothing) {
            if (EXCEPTIONS.contains(tree.getIdentifier().toString())
                    && tree.getArguments().size() > 1) {
                ExpressionTree message = tree.getArguments().get(0);
                ExpressionTree remedy = tree.getArguments().get(1);
                List<String> given = parameters();
                boolean ofParameters = wording(message).stream().anyMatch(given::contains);
                if (ofParameters && !methodName().equals("<init>")) {
                    factories
                            .computeIfAbsent(file + " " + methodName(), name -> new ArrayList<>())
                            .add(new Making(given, message, remedy));
                } else {
                    sites.add(new Site(
                            file,
                            methodName(),
                            text(message, file, Map.of()),
                            Optional.of(text(remedy, file, Map.of()))));
                }
            }
            return super.visitNewClass(tree, null);
        }

        /** The parameters that are words of the sentence and no mere name in it: the last parts of a sum. */
        private Set<String> wording(ExpressionTree message) {
            Set<String> names = new HashSet<>();
            ExpressionTree last = message instanceof BinaryTree sum ? sum.getRightOperand() : message;
            if (last instanceof IdentifierTree name && !constants.containsKey(simple(file) + "." + name)) {
                names.add(name.getName().toString());
            }
            if (message instanceof MethodInvocationTree call
                    && call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals("formatted")) {
                ExpressionTree end = call.getArguments().get(call.getArguments().size() - 1);
                names.add(end.toString());
            }
            return names;
        }
    }

    /** Finds the calls of those methods, and the collected mistakes. */
    private final class Calls extends Walk {
        private final boolean ofCatalogues;

        private Calls(String file, boolean ofCatalogues) {
            super(file);
            this.ofCatalogues = ofCatalogues;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
            String name = tree.getMethodSelect() instanceof MemberSelectTree select
                    ? select.getIdentifier().toString()
                    : tree.getMethodSelect().toString();
            Optional<String> owner = tree.getMethodSelect() instanceof MemberSelectTree select
                    ? Optional.of(select.getExpression().toString())
                    : Optional.empty();
            if (name.equals("add") && owner.filter(COLLECTORS::contains).isPresent()) {
                ExpressionTree told = tree.getArguments().get(0);
                sites.add(new Site(
                        file,
                        methodName(),
                        text(
                                told instanceof NewClassTree mistake ? last(mistake.getArguments()) : told,
                                file,
                                Map.of()),
                        Optional.empty()));
            }
            if (ofCatalogues
                    && OF_CATALOGUES.contains(name)
                    && !tree.getArguments().isEmpty()) {
                sites.add(new Site(
                        file,
                        methodName(),
                        "{place}: '{key}': " + text(last(tree.getArguments()), file, Map.of()),
                        Optional.empty()));
            }
            String maker = owner.map(type -> type + ".java").orElse(file);
            for (Making making : factories.getOrDefault(maker + " " + name, List.of())) {
                if (making.parameters().size() == tree.getArguments().size() && !isFactory()) {
                    Map<String, String> given = new HashMap<>();
                    for (int i = 0; i < making.parameters().size(); i++) {
                        given.put(
                                making.parameters().get(i),
                                text(tree.getArguments().get(i), file, Map.of()));
                    }
                    sites.add(new Site(
                            file,
                            methodName(),
                            text(making.message(), maker, given),
                            Optional.of(text(making.remedy(), maker, given))));
                }
            }
            return super.visitMethodInvocation(tree, null);
        }

        private ExpressionTree last(List<? extends ExpressionTree> arguments) {
            return arguments.get(arguments.size() - 1);
        }

        private boolean isFactory() {
            return factories.containsKey(file + " " + methodName());
        }
    }

    private static String simple(String file) {
        return file.replace(".java", "");
    }

    /** The words of an expression, with braces around what is known only later. */
    private String text(ExpressionTree tree, String file, Map<String, String> given) {
        if (tree instanceof LiteralTree literal) {
            return String.valueOf(literal.getValue());
        }
        if (tree instanceof BinaryTree sum) {
            return text(sum.getLeftOperand(), file, given) + text(sum.getRightOperand(), file, given);
        }
        if (tree instanceof ParenthesizedTree inner) {
            return text(inner.getExpression(), file, given);
        }
        if (tree instanceof ConditionalExpressionTree choice) {
            return "[" + text(choice.getTrueExpression(), file, given) + "|"
                    + text(choice.getFalseExpression(), file, given) + "]";
        }
        if (tree instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("formatted")) {
            return formatted(text(select.getExpression(), file, given), call.getArguments(), file, given);
        }
        String name = tree.toString();
        if (given.containsKey(name)) {
            return given.get(name);
        }
        ExpressionTree constant = constants.get(name.contains(".") ? name : simple(file) + "." + name);
        return constant != null ? text(constant, file, given) : "{" + shortened(tree) + "}";
    }

    private String formatted(
            String format, List<? extends ExpressionTree> arguments, String file, Map<String, String> given) {
        String text = format;
        for (ExpressionTree argument : arguments) {
            String value = text(argument, file, given).replace("\\", "\\\\").replace("$", "\\$");
            text = text.replaceFirst("%[0-9,.]*[sdx]", value);
        }
        return text;
    }

    /** {@code dataset.id()} becomes {@code dataset id}. */
    private static String shortened(ExpressionTree tree) {
        return Stream.of(tree.toString().replaceAll("\\(.*", "").split("\\.", -1))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
