package io.evaldata.datasets.download;

import java.time.Duration;

/** Waits before something is tried again. Tests pass one that does not. */
@FunctionalInterface
public interface Pauser {
    /** Waits that long. */
    void pause(Duration duration) throws InterruptedException;

    /** Sleeps. */
    static Pauser sleeping() {
        return duration -> Thread.sleep(duration.toMillis());
    }
}
