package io.evaldata.datasets.it;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What came of a Maven build. The log is the message of every assertion.
 *
 * @param arguments what it was asked
 * @param exitCode 0 when it succeeded
 * @param log everything it printed
 */
record MavenRun(String arguments, int exitCode, String log) {
    MavenRun succeeds() {
        assertThat(exitCode).as(this::toString).isZero();
        return this;
    }

    MavenRun fails() {
        assertThat(exitCode).as(this::toString).isNotZero();
        return this;
    }

    MavenRun says(String... words) {
        for (String word : words) {
            assertThat(log.contains(word)).as(() -> "'" + word + "' in " + this).isTrue();
        }
        return this;
    }

    MavenRun doesNotSay(String... words) {
        for (String word : words) {
            assertThat(log.contains(word))
                    .as(() -> "no '" + word + "' in " + this)
                    .isFalse();
        }
        return this;
    }

    /** The last line of our goal. */
    MavenRun counts(int prepared, int upToDate, int failed) {
        return says("prepared " + prepared + ", up to date " + upToDate + ", failed " + failed);
    }

    @Override
    public String toString() {
        return "mvn " + arguments + " (exit code " + exitCode + "):\n" + log;
    }
}
