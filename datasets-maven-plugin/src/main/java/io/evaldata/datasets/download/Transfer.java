package io.evaldata.datasets.download;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.download.Fetched.Provenance;
import io.evaldata.datasets.io.ByteSource;
import io.evaldata.datasets.io.FileByteSource;
import io.evaldata.datasets.io.ProcessLock;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Brings one file into the cache: finds it there, or makes attempts until one is proven or nothing is left to try.
 *
 * <p>Shared by all who ask for the same file at the same time.
 */
final class Transfer {
    private static final int MAX_ATTEMPTS = 6;

    private final FetcherSetup setup;
    private final FetchRequest request;
    private final FetchListener listener;
    private final boolean partsOnly;
    private Optional<Attempt> attempt = Optional.empty();
    private Optional<Fetched> fetched = Optional.empty();
    private Optional<Exception> failure = Optional.empty();
    private Optional<Future<?>> running = Optional.empty();
    private int users;
    private boolean cancelled;
    private long transferred;

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
        String places =
                setup.cache().manual(request).stream().map(Object::toString).collect(Collectors.joining(" or "));
        return firstStep()
                + (places.isEmpty()
                        ? ", or download it by hand and point -Ddatasets.manualDir at its folder."
                        : ", or download it by hand to " + places + ".");
    }

    /** No network lies between us and a folder, and at a mirror it is the mirror that has it or not. */
    private String firstStep() {
        List<Origin> origins = setup.origins(request);
        if (!origins.isEmpty()
                && origins.stream().noneMatch(origin -> origin.published().equals(origin.asked()))) {
            return "Look whether the mirror holds it there (datasets.mirror, or <mirror> in settings.xml)";
        }
        boolean local = origins.stream()
                .allMatch(origin -> "file".equalsIgnoreCase(origin.asked().getScheme()));
        return local && !origins.isEmpty() ? "Look whether the file is there" : "Check the network";
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
            ProcessLock lock = ProcessLock.acquire(entry.lock(), () -> listener.waiting(request));
            try {
                there = setup.cache().find(request);
                finish(there.isPresent() ? there.get() : fetch(entry));
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

    private Fetched fetch(CacheEntry entry) throws IOException, InterruptedException {
        List<Origin> origins = origins();
        boolean alone = false;
        PartFile part = PartFile.resume(entry);
        for (int attempts = 1; attempts <= MAX_ATTEMPTS; attempts++) {
            Attempt next = new Attempt(this, part, origins, alone);
            boolean resumed = next.pieces().presentBytes() > 0;
            try (next) {
                begin(next);
                if (partsOnly && waitForUsers(next)) {
                    return parts(next, entry);
                }
                Digests digests = next.awaitDigests();
                if (digests.prove(request.expected())) {
                    return publish(next, entry, digests);
                }
                String difference = digests.difference(request.expected());
                next.pieces().fail(new BytesReplacedException("the digest does not hold: " + difference));
                listener.corrupted(request, difference);
                if (!resumed) {
                    alone = blame(next, origins, alone, difference);
                }
            } catch (IOException e) {
                Exception reason = next.pieces().failure().orElse(e);
                if (reason instanceof DatasetsException known) {
                    throw known;
                }
                if (!(reason instanceof BytesReplacedException)) {
                    throw e;
                }
                listener.corrupted(request, reason.getMessage());
            } finally {
                transferred += next.received();
            }
            part = PartFile.fresh(entry);
        }
        part.close();
        throw new DatasetsException(request.label() + " keeps changing while it is downloaded", byHand());
    }

    private List<Origin> origins() {
        return setup.origins(request);
    }

    /**
     * A whole download was wrong: if several addresses were asked, ask one at a time from now on; if it was one, that one is
     * out.
     *
     * @return whether one address is asked at a time from now on
     */
    private boolean blame(Attempt attempt, List<Origin> origins, boolean alone, String difference) {
        List<Origin> alive = origins.stream().filter(o -> o.failure().isEmpty()).toList();
        if (alive.size() > 1 && !alone) {
            return true;
        }
        attempt.source()
                .or(() -> alive.stream().findFirst())
                .ifPresent(o -> o.fail("sent another file: " + difference, ""));
        if (origins.stream().noneMatch(o -> o.failure().isEmpty())) {
            throw attempt.failure();
        }
        return true;
    }

    private Fetched publish(Attempt done, CacheEntry entry, Digests digests) throws IOException {
        Optional<Provenance> origin = done.source()
                .or(() -> origins().stream().findFirst())
                .map(o -> new Provenance(
                        o.published(),
                        o.version()
                                .or(() -> done.part().map().validator(o.published()))
                                .map(Delivery::plain)));
        done.part().publish();
        Proof.ofWritten(entry.file(), digests, origin).write(entry.proof());
        long bytes = done.pieces().knownSize();
        return new Fetched(
                entry.file(), bytes, Optional.of(digests.sha256()), origin, transferred + done.received(), true);
    }

    /** Waits until nobody uses the parts any more; false when the server made a whole file of them. */
    private synchronized boolean waitForUsers(Attempt current) throws IOException, InterruptedException {
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

    private Fetched parts(Attempt current, CacheEntry entry) {
        return new Fetched(
                entry.part(),
                current.pieces().knownSize(),
                Optional.empty(),
                provenance(current),
                current.received(),
                false);
    }

    private static Optional<Provenance> provenance(Attempt current) {
        return current.source()
                .map(o -> new Provenance(o.published(), o.version().map(Delivery::plain)));
    }

    private void begin(Attempt next) throws IOException {
        synchronized (this) {
            if (cancelled) {
                throw new IOException("the fetch was given up");
            }
            attempt = Optional.of(next);
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
            return parts(current, setup.cache().entry(request));
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
