package io.evaldata.datasets.io;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The same work on many items, on several threads; the first failure ends it, and nothing goes on behind it. */
public final class Parallel {
    private static final Duration LONGEST_END = Duration.ofSeconds(30);

    private Parallel() {}

    /** Work on one item. */
    @FunctionalInterface
    public interface Action<T> {
        void accept(T item) throws IOException;
    }

    /**
     * Does the work on every item and returns when all is done.
     *
     * @throws IOException or an unchecked exception: the first that any item's work threw
     */
    public static <T> void forEach(Iterable<T> items, int threads, Action<T> action) throws IOException {
        Iterator<T> rest = items.iterator();
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        List<Future<Void>> running = new ArrayList<>();
        try {
            for (int i = 0; i < threads; i++) {
                running.add(workers.submit(() -> work(rest, stop, action)));
            }
            for (Future<Void> worker : running) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            stop.set(true);
            workers.shutdownNow();
            awaitEndOf(workers);
        }
    }

    /** What is at work on an item may take a moment to hear of it; whoever deletes the items next must not meet it. */
    private static void awaitEndOf(ExecutorService workers) {
        long until = System.nanoTime() + LONGEST_END.toNanos();
        boolean interrupted = Thread.interrupted();
        boolean waiting = true;
        while (waiting) {
            try {
                workers.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                waiting = false;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> Void work(Iterator<T> rest, AtomicBoolean stop, Action<T> action) throws IOException {
        boolean completed = false;
        try {
            while (!stop.get()) {
                T item;
                synchronized (rest) {
                    if (!rest.hasNext()) {
                        break;
                    }
                    item = rest.next();
                }
                action.accept(item);
            }
            completed = true;
            return null;
        } finally {
            if (!completed) {
                stop.set(true); // the others need not go on
            }
        }
    }
}
