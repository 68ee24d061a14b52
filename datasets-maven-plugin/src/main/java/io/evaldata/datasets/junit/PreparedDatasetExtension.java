package io.evaldata.datasets.junit;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * What {@link PreparedDataset} does. A test is skipped by a condition, before its parameters are resolved, because JUnit
 * takes every failure of a resolver for a failure of the test.
 */
final class PreparedDatasetExtension implements ExecutionCondition, ParameterResolver {
    /** Where the build's {@code datasets.properties} is, when not in {@code target/datasets} of the module. */
    private static final String FILE = "datasets.file";

    private static final String DEFAULT_FILE = "target/datasets/datasets.properties";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> missing = Optional.empty();
        for (Executable executable : executables(context)) {
            for (Parameter parameter : executable.getParameters()) {
                PreparedDataset wanted = parameter.getAnnotation(PreparedDataset.class);
                if (wanted != null && whenMissing(wanted, context) == WhenMissing.SKIP) {
                    BuildOutputs.Answer answer = outputs(context).find(wanted.value());
                    if (answer.isMistake()) {
                        return ConditionEvaluationResult.enabled("it fails: " + answer.missing());
                    }
                    if (missing.isEmpty() && answer.root().isEmpty()) {
                        missing = Optional.of(answer.missing());
                    }
                }
            }
        }
        return missing.map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("no dataset is missing"));
    }

    /** What is called for a test alone, or for every test of a class. */
    private static List<Executable> executables(ExtensionContext context) {
        if (context.getTestMethod().isPresent()) {
            return List.of(context.getTestMethod().get());
        }
        List<Executable> executables = new ArrayList<>();
        context.getTestClass().ifPresent(type -> {
            executables.addAll(Arrays.asList(type.getDeclaredConstructors()));
            executables.addAll(ReflectionSupport.findMethods(
                    type, PreparedDatasetExtension::isLifecycleMethod, HierarchyTraversalMode.TOP_DOWN));
        });
        return executables;
    }

    private static boolean isLifecycleMethod(Method method) {
        return Stream.of(BeforeAll.class, BeforeEach.class, AfterEach.class, AfterAll.class)
                .anyMatch(annotation -> AnnotationSupport.isAnnotated(method, annotation));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(PreparedDataset.class);
    }

    @Override
    public Path resolveParameter(ParameterContext parameter, ExtensionContext context) {
        PreparedDataset wanted = parameter.findAnnotation(PreparedDataset.class).orElseThrow();
        Class<?> type = parameter.getParameter().getType();
        if (type != Path.class) {
            throw new ParameterResolutionException("@PreparedDataset(\"" + wanted.value()
                    + "\") is for a parameter of type java.nio.file.Path, found " + type.getName());
        }
        BuildOutputs outputs = outputs(context);
        requireNames(parameter.getDeclaringExecutable(), outputs);
        BuildOutputs.Answer answer = outputs.find(wanted.value());
        return answer.root().orElseThrow(() -> new ParameterResolutionException(answer.missing()));
    }

    /** Told before what is missing, as preparing that would not help. */
    private static void requireNames(Executable executable, BuildOutputs outputs) {
        for (Parameter parameter : executable.getParameters()) {
            PreparedDataset wanted = parameter.getAnnotation(PreparedDataset.class);
            if (wanted != null) {
                BuildOutputs.Answer answer = outputs.find(wanted.value());
                if (answer.isMistake()) {
                    throw new ParameterResolutionException(
                            "@PreparedDataset(\"" + wanted.value() + "\"): " + answer.missing());
                }
            }
        }
    }

    private static WhenMissing whenMissing(PreparedDataset wanted, ExtensionContext context) {
        return wanted.whenMissing() != WhenMissing.AS_CONFIGURED
                ? wanted.whenMissing()
                : context.getConfigurationParameter(WhenMissing.PARAMETER)
                        .map(WhenMissing::parse)
                        .orElse(WhenMissing.SKIP);
    }

    /** Read anew each time: a file of a few lines, which a build may write while an IDE's test process lives. */
    private static BuildOutputs outputs(ExtensionContext context) {
        Path module = Path.of(System.getProperty("basedir", ""));
        Path file = module.resolve(context.getConfigurationParameter(FILE).orElse(DEFAULT_FILE));
        return BuildOutputs.of(System::getProperty, file.toAbsolutePath());
    }
}
