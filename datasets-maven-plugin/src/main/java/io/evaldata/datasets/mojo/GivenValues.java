package io.evaldata.datasets.mojo;

import io.evaldata.datasets.catalog.NearestName;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * What the user wrote, as it was before Maven made values of it: Maven takes a misspelled {@code true} for false, and
 * knows nothing of a misspelled property.
 */
final class GivenValues {
    private static final String PREFIX = "datasets.";
    private static final String DATASETS = "datasets";
    private static final Pattern DATASETS_MISSPELLED = Pattern.compile("(?i)^datasets?(?=\\.|$)");
    /** Of these the command line goes before the POM. */
    private static final Set<String> TYPED_FIRST = Set.of(DATASETS, "datasets.root");

    private static final Set<String> NUMBERS = Set.of("int", "java.lang.Integer");
    private static final String OURS = "datasets-maven-plugin";

    private final MavenSession session;
    private final Optional<MojoExecution> execution;

    /**
     * @param execution what runs: another plugin when it makes a site of our report; null when nobody says
     */
    GivenValues(MavenSession session, MojoExecution execution) {
        this.session = session;
        this.execution = Optional.ofNullable(execution).filter(running -> OURS.equals(running.getArtifactId()));
    }

    /** Everything that would be read as something else, each as a sentence. */
    List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        execution.ifPresent(found -> {
            values(found, mistakes);
            misspelled(found, mistakes);
            misspelledElements(found, mistakes);
        });
        return mistakes;
    }

    /** Whether the property stands on the command line. */
    boolean isTyped(String property) {
        return !session.getUserProperties().getProperty(property, "").isBlank();
    }

    /** The datasets of the command line. For Maven the POM goes first, but who types names means them. */
    Optional<List<String>> typedDatasets() {
        return Optional.of(session.getUserProperties().getProperty(DATASETS, ""))
                .filter(typed -> !typed.isBlank() && execution.isPresent())
                .map(typed -> written(Stream.of(typed.split(",", -1)).toList()));
    }

    /** The names among the elements of a list; Maven makes null of an empty one, such as of an expression without a value. */
    static List<String> written(List<String> elements) {
        return elements == null
                ? List.of()
                : elements.stream()
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    /** The same for files. */
    static List<File> writtenFiles(List<File> elements) {
        return elements == null
                ? List.of()
                : elements.stream().filter(Objects::nonNull).toList();
    }

    /** What somebody typed, and nobody reads; it may be meant for another plugin, so it is no mistake. */
    List<String> hints() {
        List<String> hints = new ArrayList<>();
        execution.ifPresent(running -> {
            overruled(running, hints);
            inOtherWords(running, hints);
        });
        return hints;
    }

    private void overruled(MojoExecution running, List<String> hints) {
        for (Parameter parameter : running.getMojoDescriptor().getParameters()) {
            String property = property(parameter);
            Xpp3Dom given = running.getConfiguration() == null
                    ? null
                    : running.getConfiguration().getChild(parameter.getName());
            if (given == null || property.isEmpty() || !isTyped(property) || TYPED_FIRST.contains(property)) {
                continue;
            }
            boolean asked = String.valueOf(given.getValue()).contains("${" + property + "}");
            if (!asked && (given.getChildCount() > 0 || given.getValue() != null)) {
                hints.add("-D" + property + " is not read, because the POM gives <" + parameter.getName()
                        + ">, which goes first; take it out there, or write <" + parameter.getName() + ">${" + property
                        + "}</" + parameter.getName() + ">");
            }
        }
    }

    private static String property(Parameter parameter) {
        String expression = parameter.getExpression() == null ? "" : parameter.getExpression();
        return expression.startsWith("${" + DATASETS) ? expression.substring(2, expression.length() - 1) : "";
    }

    private void inOtherWords(MojoExecution running, List<String> hints) {
        Set<String> known = properties(running);
        session.getUserProperties().stringPropertyNames().stream()
                .sorted()
                .filter(name -> !name.startsWith(PREFIX) && !name.equals(DATASETS))
                .flatMap(name -> Optional.of(DATASETS_MISSPELLED.matcher(name).replaceFirst(DATASETS))
                        .filter(meant -> meant.equals(DATASETS)
                                || (meant.startsWith(PREFIX) && known.contains(meant.substring(PREFIX.length()))))
                        .stream()
                        .map(meant -> "-D" + name + " is no parameter of this plugin; did you mean -D" + meant + "?"))
                .forEach(hints::add);
    }

    /** The number, if it is one. */
    static Optional<Integer> wholeNumber(String text) {
        try {
            return Optional.ofNullable(text).map(String::strip).map(Integer::valueOf);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void values(MojoExecution running, List<String> mistakes) {
        PluginParameterExpressionEvaluator evaluator = new PluginParameterExpressionEvaluator(session, running);
        for (Parameter parameter : running.getMojoDescriptor().getParameters()) {
            Xpp3Dom given = running.getConfiguration() == null
                    ? null
                    : running.getConfiguration().getChild(parameter.getName());
            if (given == null) {
                continue;
            }
            String value = evaluated(evaluator, given.getValue());
            if (parameter.getType().equals("boolean")
                    && !Set.of("", "true", "false").contains(value.toLowerCase(Locale.ROOT))) {
                mistakes.add(PREFIX + parameter.getName() + " is '" + value + "'; expected true or false");
            }
            if (NUMBERS.contains(parameter.getType())
                    && !value.isEmpty()
                    && wholeNumber(value).isEmpty()) {
                mistakes.add(PREFIX + parameter.getName() + " is '" + value + "'; expected a whole number");
            }
        }
    }

    private static String evaluated(PluginParameterExpressionEvaluator evaluator, String text) {
        try {
            Object value = text == null ? null : evaluator.evaluate(text, String.class);
            return value == null ? "" : value.toString().strip();
        } catch (ExpressionEvaluationException e) {
            return ""; // Maven reports it itself when it fills the parameter
        }
    }

    private void misspelled(MojoExecution running, List<String> mistakes) {
        Set<String> known = properties(running);
        for (String name : new TreeSet<>(session.getUserProperties().stringPropertyNames())) {
            if (name.startsWith(PREFIX) && !known.contains(name.substring(PREFIX.length()))) {
                NearestName.of(name.substring(PREFIX.length()), known)
                        .ifPresent(near -> mistakes.add(
                                "there is no parameter " + name + "; did you mean " + PREFIX + near + "?"));
            }
        }
    }

    /** Maven 3 ignores an element that no goal has. */
    private void misspelledElements(MojoExecution running, List<String> mistakes) {
        Optional<Plugin> plugin = new ProjectOutputs(session)
                .project()
                .map(project -> project.getPlugin(running.getPlugin().getKey()));
        if (plugin.isEmpty()) {
            return;
        }
        Set<String> known = new TreeSet<>();
        running.getMojoDescriptor().getPluginDescriptor().getMojos().forEach(mojo -> mojo.getParameters()
                .forEach(parameter -> known.add(parameter.getName())));
        Stream.concat(
                        Stream.of(plugin.get().getConfiguration()),
                        plugin.get().getExecutions().stream()
                                .filter(one -> one.getId().equals(running.getExecutionId()))
                                .map(PluginExecution::getConfiguration))
                .filter(Xpp3Dom.class::isInstance)
                .flatMap(configuration -> Stream.of(((Xpp3Dom) configuration).getChildren()))
                .map(Xpp3Dom::getName)
                .filter(name -> !known.contains(name))
                .distinct()
                .forEach(name -> NearestName.of(name, known)
                        .ifPresent(near -> mistakes.add("there is no element <" + name
                                + "> in the configuration of the plugin; did you mean <" + near + ">?")));
    }

    /** The properties of all goals, without the prefix: one command line may serve several goals. */
    private static Set<String> properties(MojoExecution running) {
        return running.getMojoDescriptor().getPluginDescriptor().getMojos().stream()
                .map(MojoDescriptor::getParameters)
                .flatMap(List::stream)
                .map(Parameter::getExpression)
                .filter(expression -> expression != null && expression.startsWith("${" + PREFIX))
                .map(expression -> expression.substring(2 + PREFIX.length(), expression.length() - 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
