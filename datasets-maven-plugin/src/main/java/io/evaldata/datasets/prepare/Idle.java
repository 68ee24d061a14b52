package io.evaldata.datasets.prepare;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Things that one thread at a time may use and that are dear to make: lent, taken back, lent again.
 *
 * @param <T> what is lent
 */
final class Idle<T> {
    private final Queue<T> idle = new ConcurrentLinkedQueue<>();
    private final Supplier<T> maker;

    Idle(Supplier<T> maker) {
        this.maker = maker;
    }

    /** Lends one; after a failure it is not lent again. */
    <R> R use(Function<T, R> work) {
        T lent = idle.poll();
        if (lent == null) {
            lent = maker.get();
        }
        R result = work.apply(lent);
        idle.add(lent);
        return result;
    }
}
