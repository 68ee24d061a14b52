package io.evaldata.datasets.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One way from published files to the dataset's tree; the first whose sources can be had is taken.
 *
 * @param name for messages, such as {@code official tar and devkit}
 * @param steps in order
 */
public record Way(String name, List<ScopedStep> steps) {
    public Way {
        steps = List.copyOf(steps);
    }

    /** A step and the scope it is limited to; without one it is done in both. */
    public record ScopedStep(Step step, Set<Scope> scopes) {}

    /** What is to be done in a scope. */
    public List<Step> steps(Scope scope) {
        return steps.stream()
                .filter(step -> step.scopes().contains(scope))
                .map(ScopedStep::step)
                .toList();
    }

    /** The source files that the steps of a scope open, in order. */
    public Set<String> sources(Scope scope) {
        Set<String> files = new LinkedHashSet<>();
        for (Step step : steps(scope)) {
            if (step instanceof Step.Unpack unpack) {
                files.add(unpack.source());
            } else if (step instanceof Step.Copy copy) {
                files.add(copy.source());
            }
        }
        return files;
    }
}
