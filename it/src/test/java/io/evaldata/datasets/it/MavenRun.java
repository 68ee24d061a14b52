package io.evaldata.datasets.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * What came of a Maven build. The log is the message of every assertion.
 *
 * @param arguments what it was asked
 * @param exitCode 0 when it succeeded
 * @param log everything it printed
 */
record MavenRun(String arguments, int exitCode, String log) {
    /** The local repository that stands for Central has no checksums; Maven 4 has another name for {@code -gs}. */
    private static final List<String> OF_TEST_BUILDS =
            List.of("Could not validate integrity of download", "deprecated option use in CLI", "The option -gs,");

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

    /** No warning at all, but for those that any test build may have. */
    MavenRun warnsOfNothing() {
        assertThat(log.lines()
                        .filter(line -> line.startsWith("[WARNING]") || line.startsWith("[ERROR]"))
                        .filter(line -> OF_TEST_BUILDS.stream().noneMatch(line::contains)))
                .as(this::toString)
                .isEmpty();
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
