package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;

/**
 * What became of one dataset.
 *
 * @param dataset which one
 * @param state how it ended
 * @param report for one that failed or was not tried: what happened and what to do next; else empty
 * @param unreachable whether it failed because no host of it could be reached
 */
public record Outcome(Dataset dataset, State state, String report, boolean unreachable) {

    /** How it ended. */
    public enum State {
        PREPARED,
        UP_TO_DATE,
        FAILED,
        /** Not tried, because another one failed before. */
        SKIPPED
    }

    static Outcome skipped(Dataset dataset) {
        String report = dataset.id() + ": not tried, because another dataset failed";
        return new Outcome(dataset, State.SKIPPED, report, false);
    }

    static Outcome of(Dataset dataset, State state) {
        return new Outcome(dataset, state, "", false);
    }
}
