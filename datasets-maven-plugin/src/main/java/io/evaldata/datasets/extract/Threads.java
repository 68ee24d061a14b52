package io.evaldata.datasets.extract;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The end of the threads that an extraction has started. */
final class Threads {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Threads() {}

    /**
     * Interrupts the threads and waits until they have ended, for half a minute at most.
     *
     * <p>Also when the caller is interrupted itself: whoever deletes the folder next must not meet a thread that still writes.
     */
    static void stop(List<Thread> threads) {
        threads.forEach(Thread::interrupt);
        long until = System.nanoTime() + PATIENCE.toNanos();
        boolean interrupted = false;
        for (Thread thread : threads) {
            for (long left = PATIENCE.toNanos(); thread.isAlive() && left > 0; left = until - System.nanoTime()) {
                try {
                    TimeUnit.NANOSECONDS.timedJoin(thread, left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
