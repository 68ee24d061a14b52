package io.evaldata.datasets.download;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.io.ByteSource;
import io.evaldata.datasets.io.FileByteSource;
import io.evaldata.datasets.io.ProcessLock;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

/**
 * Brings one file into the cache, for all who ask for it at the same time: finds it there, or has {@link Attempts} made
 * while nobody else, in this process or another, makes any.
 */
final class Transfer {
    private final FetcherSetup setup;
    private final FetchRequest request;
    private final FetchListener listener;
    private volatile boolean partsOnly;
    private Optional<Attempt> attempt = Optional.empty();
    private Optional<Fetched> fetched = Optional.empty();
    private Optional<Exception> failure = Optional.empty();
    private Optional<Future<?>> running = Optional.empty();
    private int users;
    private boolean cancelled;

    Transfer(FetcherSetup setup, FetchRequest request, FetchListener listener, boolean partsOnly) {
        this.setup = setup;
        this.request = request;
        this.listener = listener;
        this.partsOnly = partsOnly;
    }

    FetchRequest request() {
        return request;
    }

    FetchListener listener() {
        return listener;
    }

    boolean partsOnly() {
        return partsOnly;
    }

    int connections() {
        return setup.connections();
    }

    Asker asker() {
        return setup.asker();
    }

    Hosts hosts() {
        return setup.hosts();
    }

    Buffers buffers() {
        return setup.buffers();
    }

    Pauser pauser() {
        return setup.pauser();
    }

    <T> Future<T> submit(Callable<T> task) {
        return setup.threads().submit(task);
    }

    /** What to do when no address works. */
    String byHand() {
        return setup.byHand(request);
    }

    // --- running

    synchronized void start(Runnable whenOver) {
        running = Optional.of(submit(() -> {
            try {
                run();
            } finally {
                whenOver.run();
            }
            return null;
        }));
    }

    private void run() {
        try {
            Optional<Fetched> there = setup.cache().find(request);
            if (there.isPresent()) {
                finish(there.get());
                return;
            }
            if (request.urls().isEmpty()) {
                throw new DatasetsException(
                        request.label() + " has no address that a program could fetch it from",
                        request.gate()
                                        .page()
                                        .map(page -> "Get it at " + page + ". ")
                                        .orElse("")
                                + byHand());
            }
            setup.refuseOffline(request);
            CacheEntry entry = setup.cache().entry(request);
            setup.cache().create(entry);
            ProcessLock lock = ProcessLock.acquire(entry.lock(), () -> listener.waitingForProcess(request));
            try {
                there = setup.cache().find(request);
                finish(
                        there.isPresent()
                                ? there.get()
                                : new Attempts(this, setup.origins(request), entry).untilProven());
            } finally {
                lock.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(new InterruptedIOException("the fetch of " + request.file() + " was interrupted"));
        } catch (IOException | RuntimeException e) {
            fail(e);
        } catch (Error e) {
            fail(new IllegalStateException("the fetch broke down: " + e, e)); // or all users would wait for it
        }
    }

    /** Waits until nobody uses the parts any more; false when the server made a whole file of them. */
    synchronized boolean waitForUsers(Attempt current) throws IOException, InterruptedException {
        while (!cancelled
                && current.pieces().failure().isEmpty()
                && current.pieces().fetchesPartsOnly()) {
            wait(200);
        }
        Optional<Exception> reason = current.pieces().failure();
        if (reason.isPresent()) {
            throw new IOException(reason.get().getMessage(), reason.get());
        }
        return current.pieces().fetchesPartsOnly();
    }

    /** Starts an attempt; from now on it is the one whose bytes users read. */
    void begin(Attempt next) throws IOException {
        synchronized (this) {
            if (cancelled) {
                throw new IOException("the fetch was given up");
            }
            attempt = Optional.of(next);
            if (!partsOnly) {
                next.whole();
            }
            notifyAll();
        }
        next.start();
    }

    private void finish(Fetched result) {
        synchronized (this) {
            fetched = Optional.of(result);
            notifyAll();
        }
        if (result.complete()) {
            listener.finished(request, result);
        }
    }

    private synchronized void fail(Exception reason) {
        failure = Optional.of(reason);
        attempt.ifPresent(current -> current.pieces().fail(reason));
        notifyAll();
    }

    // --- users

    synchronized boolean join() {
        if (cancelled) {
            return false;
        }
        users++;
        return true;
    }

    /** The whole file is wanted, where it was parts of it so far. */
    synchronized void whole() {
        if (partsOnly) {
            partsOnly = false;
            attempt.ifPresent(Attempt::whole);
            notifyAll();
        }
    }

    void leave() {
        Optional<Attempt> abandoned;
        synchronized (this) {
            users--;
            if (users > 0 || fetched.isPresent() || failure.isPresent()) {
                return;
            }
            cancelled = true;
            abandoned = attempt;
            notifyAll();
        }
        abandoned.ifPresent(current -> current.pieces().close());
        if (!partsOnly || abandoned.isEmpty()) {
            running.ifPresent(task -> task.cancel(true));
        }
    }

    ByteSource bytes() throws IOException {
        while (true) {
            Attempt current;
            synchronized (this) {
                try {
                    while (fetched.isEmpty()
                            && failure.isEmpty()
                            && (attempt.isEmpty() || attempt.get().replaced())) {
                        wait();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("interrupted while waiting for " + request.file());
                }
                throwFailure();
                if (fetched.isPresent() && fetched.get().complete()) {
                    return FileByteSource.open(fetched.get().path());
                }
                current = attempt.orElseThrow();
            }
            try {
                return PartSource.open(current.pieces(), current.part().path(), request.file());
            } catch (NoSuchFileException e) {
                awaitEndOf(current); // it got its final name just now, or was thrown away to begin anew
            }
        }
    }

    private synchronized void awaitEndOf(Attempt past) throws IOException {
        try {
            while (fetched.isEmpty()
                    && failure.isEmpty()
                    && attempt.filter(a -> a == past && !a.replaced()).isPresent()) {
                wait(200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + request.file());
        }
    }

    Fetched await() throws IOException, InterruptedException {
        Attempt current;
        synchronized (this) {
            while (fetched.isEmpty() && failure.isEmpty() && (!partsOnly || attempt.isEmpty())) {
                wait();
            }
            throwFailure();
            if (fetched.isPresent()) {
                return fetched.get();
            }
            current = attempt.orElseThrow();
        }
        if (current.pieces().fetchesPartsOnly()) {
            current.pieces().awaitExpected();
        }
        if (current.pieces().fetchesPartsOnly()) {
            return Attempts.parts(current);
        }
        synchronized (this) {
            while (fetched.isEmpty() && failure.isEmpty()) {
                wait();
            }
            throwFailure();
            return fetched.orElseThrow();
        }
    }

    private void throwFailure() throws IOException {
        if (failure.isPresent()) {
            Exception reason = failure.get();
            if (reason instanceof DatasetsException known) {
                throw new DatasetsException(known.getMessage(), known.remedy(), known);
            }
            throw new IOException(request.label() + ": " + reason.getMessage(), reason);
        }
    }
}
