package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.prepare.Outcome.State;
import java.util.List;

/** What became of all datasets of a run. */
public record Summary(List<Outcome> outcomes) {
    public Summary {
        outcomes = List.copyOf(outcomes);
    }

    /** How many ended so. */
    public long count(State state) {
        return outcomes.stream().filter(outcome -> outcome.state() == state).count();
    }

    /** Whether nothing failed. */
    public boolean isComplete() {
        return count(State.FAILED) + count(State.SKIPPED) == 0;
    }

    /** Whether all that failed did so because no host could be reached. */
    public boolean isUnreachable() {
        return count(State.FAILED) > 0
                && outcomes.stream()
                        .filter(outcome -> outcome.state() == State.FAILED)
                        .allMatch(Outcome::unreachable);
    }

    /** The datasets that are there now. */
    public List<Dataset> ready() {
        return outcomes.stream()
                .filter(outcome -> outcome.state() == State.PREPARED || outcome.state() == State.UP_TO_DATE)
                .map(Outcome::dataset)
                .toList();
    }

    /** The last line of a run. */
    public String line() {
        return line(count(State.PREPARED), count(State.UP_TO_DATE), count(State.FAILED) + count(State.SKIPPED));
    }

    /** The last line of a run that had nothing to do. */
    public static String lineForUpToDate(long datasets) {
        return line(0, datasets, 0);
    }

    private static String line(long prepared, long upToDate, long failed) {
        return "prepared " + prepared + ", up to date " + upToDate + ", failed " + failed;
    }
}
