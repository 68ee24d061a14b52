package io.evaldata.datasets.prepare;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.download.Fetcher;
import io.evaldata.datasets.download.HostsUnreachable;
import io.evaldata.datasets.prepare.Outcome.State;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Prepares the datasets of a request, several at a time: the main operation of the product.
 *
 * <p>One that fails does not stop the others. One that is made from another, or shares files with it, waits for that.
 */
public final class Preparation {
    /** Two datasets at a time: one can unpack while the other waits for the network. */
    static final int AT_A_TIME = 2;

    private static final Duration LONGEST_END = Duration.ofSeconds(30);

    private final Request request;
    private final Cache cache;
    private final Fetcher fetcher;
    private final PrepareListener listener;
    private final StateFolder state;
    private final LockFile lockFile;
    private final Sources sources;
    private final Archives archives;
    private volatile boolean stop;

    public Preparation(Request request, Cache cache, Fetcher fetcher, PrepareListener listener) {
        this.request = request;
        this.cache = cache;
        this.fetcher = fetcher;
        this.listener = listener;
        this.state = new StateFolder(request.roots().state());
        this.lockFile = LockFile.read(request.fetching().lockFile());
        this.sources = new Sources(request, cache, lockFile);
        this.archives = new Archives(request, cache, sources);
    }

    /**
     * Prepares what is missing.
     *
     * @throws DatasetsException when nothing was begun, because the request as a whole cannot be carried out
     */
    public Summary run() throws IOException, InterruptedException {
        listener.planned(new Preflight(request, state, cache).check());
        Map<Dataset, Future<Outcome>> running = new LinkedHashMap<>();
        ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
        CompletionService<Outcome> finished = new ExecutorCompletionService<>(workers);
        try {
            Set<Dataset> all = request.withPrerequisites();
            for (Dataset dataset : all) {
                Map<Dataset, Future<Outcome>> before = Map.copyOf(running);
                running.put(dataset, finished.submit(() -> prepare(dataset, before)));
            }
            if (request.failFast()) {
                endAtTheFirstFailure(finished, running.values());
            }
            Map<Dataset, Outcome> outcomes = await(running);
            return new Summary(request.datasets().stream().map(outcomes::get).toList());
        } finally {
            workers.shutdownNow();
            awaitEndOf(workers);
        }
    }

    /** Who was told to stop still takes its half-made tree away; nobody should see that after the run. */
    private static void awaitEndOf(ExecutorService workers) {
        try {
            workers.awaitTermination(LONGEST_END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever is in such a hurry need not see all ended
        }
    }

    private static Map<Dataset, Outcome> await(Map<Dataset, Future<Outcome>> running) throws InterruptedException {
        Map<Dataset, Outcome> outcomes = new LinkedHashMap<>();
        for (Map.Entry<Dataset, Future<Outcome>> entry : running.entrySet()) {
            outcomes.put(entry.getKey(), outcome(entry.getKey(), entry.getValue()));
        }
        return outcomes;
    }

    /** In the order in which they end: the first may have hours to go when a later one fails. */
    private static void endAtTheFirstFailure(CompletionService<Outcome> finished, Collection<Future<Outcome>> running)
            throws InterruptedException {
        for (int i = 0; i < running.size(); i++) {
            try {
                if (finished.take().get().state() == State.FAILED) {
                    running.forEach(other -> other.cancel(true));
                    return;
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private static Outcome outcome(Dataset dataset, Future<Outcome> running) throws InterruptedException {
        try {
            return running.get();
        } catch (CancellationException e) {
            return Outcome.skipped(dataset);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Never throws for a dataset that fails, so that the others go on. */
    private Outcome prepare(Dataset dataset, Map<Dataset, Future<Outcome>> before) throws InterruptedException {
        if (stop) {
            return Outcome.skipped(dataset);
        }
        try {
            Optional<Outcome> missing = awaitBase(dataset, before);
            if (missing.isPresent()) {
                return failed(
                        dataset,
                        withoutBase(dataset, missing.get()),
                        missing.get().unreachable());
            }
            DatasetPreparation preparation =
                    new DatasetPreparation(request, dataset, state, sources, fetcher, lockFile, listener);
            Outcome outcome = preparation.run();
            drop(dataset, preparation.hasMade());
            return outcome;
        } catch (InterruptedIOException e) {
            throw (InterruptedException) new InterruptedException(e.getMessage()).initCause(e);
        } catch (DatasetsException e) {
            return failed(dataset, e);
        } catch (IOException e) {
            return failed(
                    dataset,
                    new DatasetsException(
                            dataset.id() + ": " + describe(e),
                            "See to it and run again: what is complete is kept, what was fetched is not fetched again.",
                            e));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return failed(
                    dataset,
                    new DatasetsException(
                            dataset.id() + ": an unforeseen " + e.getClass().getSimpleName() + ": " + e.getMessage(),
                            "Please report it with the output of mvn -e; the other datasets are not concerned.",
                            e));
        }
    }

    /** Downloads that cannot be thrown away are no failure of the dataset. */
    private void drop(Dataset dataset, boolean made) {
        try {
            archives.done(dataset, made);
        } catch (IOException e) {
            listener.note(dataset, "its downloads stay in the cache: " + describe(e));
        }
    }

    private Outcome failed(Dataset dataset, DatasetsException reason) {
        return failed(dataset, reason, HostsUnreachable.in(reason).isPresent());
    }

    private Outcome failed(Dataset dataset, DatasetsException reason, boolean unreachable) {
        stop |= request.failFast();
        String report = (reason.getMessage().contains(dataset.id()) ? "" : dataset.id() + ": ")
                + reason.report()
                + (request.sample() || reason.getCause() instanceof FileSystemException ? "" : entry(dataset));
        listener.failed(dataset, report);
        return new Outcome(dataset, State.FAILED, report, unreachable);
    }

    /** Where a user's own words about the dataset stand: they may be what is wrong. */
    private static String entry(Dataset dataset) {
        List<String> files = dataset.ownFiles();
        return files.isEmpty()
                ? ""
                : "\n  -> Its entry is in " + String.join(", ", files) + ", if that is what is wrong.";
    }

    private static String describe(IOException e) {
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        return e.getMessage() == null ? kind : kind + ": " + e.getMessage();
    }

    /** Waits for those that the dataset shares files with, or is made from; gives the latter if it could not be had. */
    private Optional<Outcome> awaitBase(Dataset dataset, Map<Dataset, Future<Outcome>> before)
            throws InterruptedException {
        for (Map.Entry<Dataset, Future<Outcome>> other : before.entrySet()) {
            boolean base =
                    dataset.derivedFrom().equals(Optional.of(other.getKey().id()));
            if (base || Trees.share(dataset, other.getKey(), request.scope())) {
                Outcome outcome = outcome(other.getKey(), other.getValue());
                if (base && outcome.state() != State.PREPARED && outcome.state() != State.UP_TO_DATE) {
                    return Optional.of(outcome);
                }
            }
        }
        return Optional.empty();
    }

    private static DatasetsException withoutBase(Dataset dataset, Outcome missing) {
        return new DatasetsException(
                dataset.id() + ": is made from " + missing.dataset().id() + ", which could not be prepared:\n"
                        + missing.report(),
                "");
    }
}
