package io.evaldata.datasets.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * A few threads that do jobs, few of which may wait at a time.
 *
 * <p>After the first failure the remaining jobs are cancelled instead of run, and the failure comes out of
 * {@link #submit} or {@link #await}.
 */
final class Workers implements AutoCloseable {
    /** Something to do on a worker thread. */
    interface Job {
        void run() throws IOException, InterruptedException;

        /** Called instead of {@link #run} when the job is no longer wanted; gives back what it holds. */
        default void cancel() {}
    }

    private final BlockingQueue<Job> queue;
    private final List<Thread> threads = new ArrayList<>();
    private int pending;
    private Throwable failure;

    Workers(int count, String name) {
        queue = new ArrayBlockingQueue<>(2 * count);
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(this::work, name + "-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** Hands over a job, waiting while too many wait already. */
    void submit(Job job) throws IOException, InterruptedException {
        boolean queued = false;
        synchronized (this) {
            pending++;
        }
        try {
            throwFailure();
            queue.put(job);
            queued = true;
        } finally {
            if (!queued) {
                job.cancel();
                done(null);
            }
        }
    }

    /** Waits until all jobs are done. */
    synchronized void await() throws IOException, InterruptedException {
        while (pending > 0 && failure == null) {
            wait();
        }
        throwFailure();
    }

    /** Stops the threads, interrupting what they do, and waits for them to end. */
    @Override
    public void close() {
        Threads.stop(threads);
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            Job job;
            try {
                job = queue.take();
            } catch (InterruptedException e) {
                return;
            }
            done(attempt(job));
        }
    }

    private Throwable attempt(Job job) {
        if (failed()) {
            job.cancel();
            return null;
        }
        try {
            job.run();
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        } catch (IOException | RuntimeException | Error e) {
            return e;
        }
    }

    private synchronized boolean failed() {
        return failure != null;
    }

    private synchronized void done(Throwable problem) {
        pending--;
        if (failure == null) {
            failure = problem;
        }
        notifyAll();
    }

    private synchronized void throwFailure() throws IOException, InterruptedException {
        if (failure instanceof IOException e) {
            throw e;
        } else if (failure instanceof InterruptedException e) {
            throw e;
        } else if (failure instanceof RuntimeException e) {
            throw e;
        } else if (failure instanceof Error e) {
            throw e;
        }
    }
}
