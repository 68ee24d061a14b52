package io.evaldata.datasets.mojo;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a count has come at one moment.
 *
 * @param done so much of it
 * @param all of so much; 0 when nobody knows
 * @param perSecond how fast it grows
 * @param left how long the rest takes
 */
record Progress(long done, long all, OptionalDouble perSecond, Optional<Duration> left) {
    /** Nothing to count. */
    static final Progress NONE = new Progress(0, 0, OptionalDouble.empty(), Optional.empty());

    /** Whether there is more to come, as far as anybody knows. */
    boolean isUnderWay() {
        return done > 0 && done < all;
    }
}
