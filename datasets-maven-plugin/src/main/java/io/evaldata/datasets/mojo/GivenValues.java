package io.evaldata.datasets.mojo;

import io.evaldata.datasets.catalog.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
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
            switches(found, mistakes);
            misspelled(found, mistakes);
        });
        return mistakes;
    }

    /** Whether the property stands on the command line. */
    boolean isTyped(String property) {
        return !session.getUserProperties().getProperty(property, "").isBlank();
    }

    private void switches(MojoExecution running, List<String> mistakes) {
        PluginParameterExpressionEvaluator evaluator = new PluginParameterExpressionEvaluator(session, running);
        for (Parameter parameter : running.getMojoDescriptor().getParameters()) {
            Xpp3Dom given = running.getConfiguration() == null
                    ? null
                    : running.getConfiguration().getChild(parameter.getName());
            if (given == null || !parameter.getType().equals("boolean")) {
                continue;
            }
            String value = evaluated(evaluator, given.getValue());
            if (!Set.of("", "true", "false").contains(value.toLowerCase(Locale.ROOT))) {
                mistakes.add(PREFIX + parameter.getName() + " is '" + value + "'; expected true or false");
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
