package io.evaldata.datasets.prepare;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Way;
import io.evaldata.datasets.download.BytesReplacedException;
import io.evaldata.datasets.download.Fetcher;
import io.evaldata.datasets.download.HostsUnreachable;
import io.evaldata.datasets.io.Manifest;
import io.evaldata.datasets.io.ProcessLock;
import io.evaldata.datasets.io.Tree;
import io.evaldata.datasets.prepare.Outcome.State;
import io.evaldata.datasets.verify.TreeVerifier;
import io.evaldata.datasets.verify.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prepares one dataset: decide, stage, prove, commit, receipt. */
final class DatasetPreparation {
    private static final int ATTEMPTS = 3;

    private final Request request;
    private final Dataset dataset;
    private final StateFolder state;
    private final UpToDate upToDate;
    private final Sources sources;
    private final Fetcher fetcher;
    private final LockFile lockFile;
    private final PrepareListener listener;
    private boolean wholeOnly;
    private boolean made;

    DatasetPreparation(
            Request request,
            Dataset dataset,
            StateFolder state,
            Sources sources,
            Fetcher fetcher,
            LockFile lockFile,
            PrepareListener listener) {
        this.request = request;
        this.dataset = dataset;
        this.state = state;
        this.upToDate = UpToDate.noting(request, state);
        this.sources = sources;
        this.fetcher = fetcher;
        this.lockFile = lockFile;
        this.listener = listener;
    }

    /** Whether {@link #run} put files in their place, be it those that an earlier process had made. */
    boolean hasMade() {
        return made;
    }

    /**
     * Does what is missing.
     *
     * @throws DatasetsException when it cannot be done; what was prepared before is still there
     */
    Outcome run() throws IOException, InterruptedException {
        if (upToDate.reasonToPrepare(dataset).isEmpty()) {
            return unchanged();
        }
        Files.createDirectories(state.path());
        ProcessLock lock = ProcessLock.acquire(
                state.lockFile(dataset.id()), () -> listener.note(dataset, "another build prepares it; waiting"));
        try {
            return runAlone();
        } catch (DatasetsException e) {
            throw sources.explained(dataset, e);
        } finally {
            lock.close();
        }
    }

    private Outcome runAlone() throws IOException, InterruptedException {
        Staging staging = Staging.of(request, dataset, state);
        finishInterrupted(staging);
        Optional<Reason> reason = upToDate.reasonToPrepare(dataset); // another process may have prepared it by now
        if (reason.isEmpty()) {
            staging.discard();
            return unchanged();
        }
        listener.preparing(dataset, reason.get());
        try {
            return prepare(staging);
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            discardUndecided(staging, e);
            throw e;
        }
    }

    /** What ended the preparation is told, also where its half-made tree cannot be taken away. */
    private static void discardUndecided(Staging staging, Throwable reason) {
        try {
            if (staging.decided().isEmpty()) {
                staging.discard();
            }
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private Outcome unchanged() throws IOException {
        listener.upToDate(dataset);
        Optional<Receipt> receipt = state.receipt(dataset.id());
        if (receipt.isPresent()) {
            sources.requirePinned(dataset, receipt.get());
            lockFile.record(receipt.get()); // another project may have had it prepared
        }
        return Outcome.of(dataset, State.UP_TO_DATE);
    }

    /** A process that died while it moved a proven tree is followed by moving the rest. */
    private void finishInterrupted(Staging staging) throws IOException {
        Optional<Staging.Decision> decided = staging.decided();
        if (decided.isPresent() && decided.get().receipt().root().equals(root())) {
            commit(staging, decided.get());
        }
    }

    private void commit(Staging staging, Staging.Decision decision) throws IOException {
        boolean joined = staging.commit(decision, files -> upToDate.remember(dataset, files));
        made = true;
        if (joined) {
            tellOfForeign(decision.made());
        }
    }

    /** What else lies in the folder since before is told now, and found by every later look. */
    private void tellOfForeign(Manifest files) throws IOException {
        Tree tree = new Tree(request.roots().of(dataset), files);
        Verdict verdict =
                new TreeVerifier(tree, "", request.scope()).onDisk(Neighbours.of(dataset, request, state, files));
        if (!verdict.ok()) {
            listener.doubt(
                    dataset,
                    "beside the dataset's own files there is, "
                            + verdict.lines().get(0));
            upToDate.rememberAsChanged(dataset, files);
        }
    }

    private String root() {
        return request.roots().of(dataset).toString();
    }

    private Outcome prepare(Staging staging) throws IOException, InterruptedException {
        Terms.require(dataset, request, sources);
        List<SourceUnavailable> tried = new ArrayList<>();
        List<Way> ways = sources.ordered(dataset);
        for (Way way : ways) {
            try {
                return prepare(staging, way);
            } catch (SourceUnavailable e) {
                tried.add(e);
                if (ways.size() > 1) {
                    listener.note(dataset, "not by way of the " + way.name() + ": " + withoutId(e.getMessage()));
                }
            }
        }
        throw unavailable(ways, tried);
    }

    private DatasetsException unavailable(List<Way> ways, List<SourceUnavailable> tried) {
        if (tried.size() == 1) {
            return tried.get(0);
        }
        StringBuilder message =
                new StringBuilder(dataset.id() + ": none of its " + ways.size() + " sources can be had");
        for (int i = 0; i < tried.size(); i++) {
            message.append("\n    ")
                    .append(ways.get(i).name())
                    .append(": ")
                    .append(withoutId(tried.get(i).getMessage()));
        }
        SourceUnavailable cause = mostTelling(ways, tried);
        DatasetsException failure =
                new DatasetsException(message.toString(), tried.get(0).remedy(), cause);
        tried.stream().filter(other -> other != cause).forEach(failure::addSuppressed);
        return failure;
    }

    /** The network explains it all only where it was in the way of all that a program could fetch. */
    private SourceUnavailable mostTelling(List<Way> ways, List<SourceUnavailable> tried) {
        for (int i = 0; i < tried.size(); i++) {
            boolean fetchable = ways.get(i).sources(request.scope()).stream()
                    .noneMatch(file -> dataset.source(file).urls().isEmpty());
            if (fetchable && HostsUnreachable.in(tried.get(i)).isEmpty()) {
                return tried.get(i);
            }
        }
        return tried.stream()
                .filter(failure -> HostsUnreachable.in(failure).isPresent())
                .findFirst()
                .orElse(tried.get(0));
    }

    /** What is said behind the dataset's name need not begin with it. */
    private String withoutId(String message) {
        String id = dataset.id() + ": ";
        return message.startsWith(id) ? message.substring(id.length()) : message;
    }

    /** A file may turn out to be another one while it is unpacked; then all that was made of it goes, and it begins anew. */
    private Outcome prepare(Staging staging, Way way) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return make(staging, way);
            } catch (PartsDamaged e) {
                wholeOnly = true;
                sources.discard(dataset, e.source());
                listener.note(dataset, e.getMessage() + "; the whole file is fetched");
            } catch (BytesReplacedException e) {
                if (attempt == ATTEMPTS) {
                    throw new SourceUnavailable(new DatasetsException(
                            dataset.id() + ": what is fetched is never what it should be: " + e.getMessage(),
                            "If the publisher changed the file, or the catalogue file is yours, correct its size and digest"
                                    + " there; otherwise fetch it from another source into datasets.manualDir.",
                            e));
                }
                listener.note(dataset, e.getMessage() + "; unpacking begins anew");
            }
        }
    }

    private Outcome make(Staging staging, Way way) throws IOException, InterruptedException {
        Tree tree = staging.begin();
        TreeMaker maker = new TreeMaker(
                request,
                dataset,
                way,
                sources,
                fetcher,
                new SharedFolders(request, state),
                base(),
                wholeOnly,
                listener);
        maker.make(tree);
        prove(tree);
        Receipt receipt = receipt(way, maker, tree);
        commit(staging, staging.decide(receipt, tree.manifest()));
        lockFile.record(receipt);
        listener.prepared(dataset, receipt);
        return Outcome.of(dataset, State.PREPARED);
    }

    private Optional<Tree> base() {
        return dataset.derivedFrom()
                .map(id -> new Tree(request.roots().of(request.catalog().get(id)), state.manifest(id)));
    }

    private void prove(Tree tree) throws IOException {
        Tree whole = base().map(base -> Trees.union(tree, base)).orElse(tree);
        Verdict verdict =
                new TreeVerifier(whole, rootName(), request.scope()).quick(dataset.expectations(), dataset.checks());
        if (!verdict.ok()) {
            throw new DatasetsException(
                    dataset.id() + ": the unpacked files are not what the catalogue expects:\n    "
                            + String.join("\n    ", verdict.lines()),
                    "If the publisher changed the dataset, describe the new one in a catalogue file (datasets.catalogs);"
                            + " if the archive is not the published one, fetch it from another source.");
        }
    }

    private String rootName() {
        return String.valueOf(request.roots().of(dataset).getFileName());
    }

    private Receipt receipt(Way way, TreeMaker maker, Tree tree) {
        boolean accepted = dataset.terms().mustAccept() && Terms.accepted(dataset, request);
        return new Receipt(
                Receipt.FORMAT,
                dataset.id(),
                request.kind(),
                request.scope().key(),
                root(),
                Definition.fingerprint(dataset, request, request.scope(), state),
                way.name(),
                Definition.CONVERTER,
                Definition.pillow(dataset, request),
                maker.origins(),
                accepted ? dataset.terms().page() : "",
                tree.manifest().count(),
                tree.manifest().bytes(),
                tree.manifest().digest());
    }
}
