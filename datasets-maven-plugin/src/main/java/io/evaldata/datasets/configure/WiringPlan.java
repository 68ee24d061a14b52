package io.evaldata.datasets.configure;

import io.evaldata.datasets.DatasetsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What wiring will do to which files, and everything that speaks against it; nothing has been touched yet. */
public final class WiringPlan {
    private final List<FileChange> changes;
    private final List<Path> unchanged;
    private final List<LeftAlone> leftAlone;
    private final List<LeftAlone> outdated;
    private final List<WiringProblem> problems;

    WiringPlan(
            List<FileChange> changes,
            List<Path> unchanged,
            List<LeftAlone> leftAlone,
            List<LeftAlone> outdated,
            List<WiringProblem> problems) {
        this.changes = List.copyOf(changes);
        this.unchanged = List.copyOf(unchanged);
        this.leftAlone = List.copyOf(leftAlone);
        this.outdated = List.copyOf(outdated);
        this.problems = List.copyOf(problems);
    }

    /** Several plans as one, so that all of it is done or nothing. */
    public static WiringPlan all(List<WiringPlan> plans) {
        return new WiringPlan(
                concat(plans, plan -> plan.changes).stream().distinct().toList(),
                concat(plans, plan -> plan.unchanged),
                concat(plans, plan -> plan.leftAlone),
                concat(plans, plan -> plan.outdated).stream().distinct().toList(),
                concat(plans, plan -> plan.problems));
    }

    /** Files to be written anew. */
    public List<Path> toWrite() {
        return changes.stream()
                .filter(change -> change.before().isEmpty())
                .map(FileChange::path)
                .toList();
    }

    /** The user's files in which a value is to be replaced. */
    public List<Path> toChange() {
        return changes.stream()
                .filter(change -> change.before().isPresent())
                .map(FileChange::path)
                .toList();
    }

    /** Files that are right already. */
    public List<Path> unchanged() {
        return unchanged;
    }

    /** Configs for datasets that were not chosen or are none of ours. */
    public List<LeftAlone> leftAlone() {
        return leftAlone;
    }

    /**
     * Configs written here that no longer follow their catalogue entry: somebody edited them and the entry changed, or
     * there is no such entry any more.
     */
    public List<LeftAlone> outdated() {
        return outdated;
    }

    public List<WiringProblem> problems() {
        return problems;
    }

    /** All changes in the unified format, file by file; empty when there are none. */
    public String diff() {
        return changes.stream().map(FileChange::diff).collect(Collectors.joining());
    }

    /**
     * Says all problems at once.
     *
     * @throws DatasetsException when there is any
     */
    public void requireSound() {
        if (!problems.isEmpty()) {
            String lines = problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining());
            throw new DatasetsException(
                    "No config has been touched, because " + problems.size()
                            + (problems.size() == 1 ? " place" : " places") + " cannot be wired:" + lines,
                    remedies());
        }
    }

    private String remedies() {
        return problems.stream().map(WiringProblem::remedy).distinct().collect(Collectors.joining(" "));
    }

    /**
     * Does it: every file whole or not at all, and no file when one cannot be written. A file keeps its permissions.
     *
     * @throws DatasetsException when there are problems, or when a file has been changed since the plan was made
     */
    public WiringResult apply() throws IOException {
        requireSound();
        new FileReplacement(changes).run();
        return new WiringResult(toWrite(), toChange(), unchanged);
    }

    private static <T> List<T> concat(List<WiringPlan> plans, Function<WiringPlan, List<T>> part) {
        return plans.stream().flatMap(plan -> part.apply(plan).stream()).toList();
    }
}
