package io.evaldata.datasets.mojo;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** How fast a count grows, smoothed over about ten seconds so that the time left does not jump. */
final class SmoothedRate {
    private static final double SMOOTHED_OVER_SECONDS = 10;
    private static final double SHORTEST_SECONDS = 0.1;

    private long lastNanos;
    private long lastCount;
    private double perSecond;
    private double weight;

    SmoothedRate(long nanos) {
        lastNanos = nanos;
    }

    /** The count is this by now. */
    void at(long nanos, long count) {
        double seconds = (nanos - lastNanos) / 1e9;
        if (seconds < SHORTEST_SECONDS) {
            return;
        }
        double kept = Math.exp(-seconds / SMOOTHED_OVER_SECONDS);
        perSecond = kept * perSecond + (1 - kept) * Math.max(0, (double) (count - lastCount)) / seconds;
        weight = kept * weight + (1 - kept);
        lastNanos = nanos;
        lastCount = count;
    }

    /** The count jumped by so much without work: an earlier run's bytes were found. */
    void jumped(long by) {
        lastCount += by;
    }

    /** So many a second; nothing before the first second's worth. */
    OptionalDouble perSecond() {
        return weight == 0 ? OptionalDouble.empty() : OptionalDouble.of(perSecond / weight);
    }

    /** How long the rest takes at this rate; nothing while nothing moves. */
    Optional<Duration> timeFor(long rest) {
        OptionalDouble rate = perSecond();
        return rate.isEmpty() || rate.getAsDouble() <= 0 || rest <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) ((double) rest / rate.getAsDouble() * 1000)));
    }
}
