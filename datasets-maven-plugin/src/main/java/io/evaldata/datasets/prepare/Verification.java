package io.evaldata.datasets.prepare;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Check;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Expectation;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.io.DirectoryStamps;
import io.evaldata.datasets.io.Tree;
import io.evaldata.datasets.labels.PngReader;
import io.evaldata.datasets.verify.Finding;
import io.evaldata.datasets.verify.LabelValues;
import io.evaldata.datasets.verify.TreeVerifier;
import io.evaldata.datasets.verify.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at prepared datasets again.
 *
 * <p>Quick, it trusts what was proven when a dataset was prepared as long as no folder and no list changed since, in time
 * that grows with the folders; where something changed it looks at every name and size. Deep, it reads every file.
 */
public final class Verification {
    private final Request request;
    private final StateFolder state;

    public Verification(Request request) {
        this.request = request;
        this.state = new StateFolder(request.roots().state());
    }

    /**
     * What was found for one dataset.
     *
     * @param dataset which one
     * @param receipt what it was prepared from; empty when it is not prepared
     * @param verdict the findings; without any when it is not prepared
     */
    public record Result(Dataset dataset, Optional<Receipt> receipt, Verdict verdict) {
        /** Whether it is there and as it should be. */
        public boolean isGood() {
            return receipt.isPresent() && verdict.ok();
        }

        /** Whether something of it is missing or wrong, and not just something else beside it. */
        public boolean isDamaged() {
            return verdict.totals().keySet().stream().anyMatch(kind -> kind != Finding.Kind.UNEXPECTED);
        }
    }

    /** The ids of the datasets of this kind that have a receipt. */
    public static Set<String> prepared(Roots roots) throws IOException {
        Set<String> ids = new HashSet<>();
        new StateFolder(roots.state()).receipts().forEach(receipt -> ids.add(receipt.id()));
        return ids;
    }

    /** Looks at every dataset of the request. */
    public List<Result> verify(boolean deep) throws IOException {
        return verify(deep, VerifyListener.NONE);
    }

    /** The same, telling how far it is. */
    public List<Result> verify(boolean deep, VerifyListener listener) throws IOException {
        List<Result> results = new ArrayList<>();
        for (Dataset dataset : request.datasets()) {
            Optional<Receipt> receipt = state.receipt(dataset.id())
                    .filter(r -> r.root().equals(request.roots().of(dataset).toString()));
            results.add(new Result(
                    dataset,
                    receipt,
                    receipt.isPresent() ? verify(dataset, receipt.get(), deep, listener) : Verdict.good()));
            listener.done(dataset);
        }
        return results;
    }

    private Verdict verify(Dataset dataset, Receipt receipt, boolean deep, VerifyListener listener) throws IOException {
        if (!deep && isUntouched(dataset, receipt)) {
            return Verdict.good();
        }
        Path root = request.roots().of(dataset);
        Tree own = new Tree(root, state.manifest(dataset.id()));
        Tree whole = dataset.derivedFrom()
                .map(id -> Trees.union(
                        own, new Tree(request.roots().of(request.catalog().get(id)), state.manifest(id))))
                .orElse(own);
        TreeVerifier all = new TreeVerifier(whole, String.valueOf(root.getFileName()), Scope.parse(receipt.scope()));
        Verdict verdict = all.quick(dataset.expectations(), dataset.checks())
                .and(new TreeVerifier(own, "", request.scope())
                        .onDisk(Neighbours.of(dataset, request, state, own.manifest())));
        if (!deep) {
            return verdict;
        }
        listener.looking(dataset, whole.manifest().count());
        // A file that is gone or has another size is told already.
        return verdict.and(all.deep(
                dataset.checks(), verdict.damaged(), request.threads(), labelValues(), () -> listener.looked(dataset)));
    }

    /** Whether neither a folder, nor a list that a check reads, nor what is expected changed since the receipt was written. */
    private boolean isUntouched(Dataset dataset, Receipt receipt) throws IOException {
        String definition = Definition.fingerprint(dataset, request, Scope.parse(receipt.scope()), state);
        if (!receipt.definition().equals(definition)) {
            return false;
        }
        Optional<String> stamps = StateFolder.read(state.stampsFile(dataset.id()));
        Path root = request.roots().of(dataset);
        if (stamps.isEmpty()
                || state.isUnsettled(dataset.id())
                || !DirectoryStamps.parse(stamps.get()).changed(root).isEmpty()) {
            return false;
        }
        FileTime written = Files.getLastModifiedTime(state.receiptFile(dataset.id()));
        if (DirectoryStamps.parse(stamps.get()).isAnyAfter(written)) {
            return false; // prepare has seen the change since and tolerates a file that somebody added
        }
        for (String list : lists(dataset)) {
            try {
                if (Files.getLastModifiedTime(root.resolve(list)).compareTo(written) > 0) {
                    return false;
                }
            } catch (NoSuchFileException e) {
                return false;
            }
        }
        return true;
    }

    private Set<String> lists(Dataset dataset) {
        Set<String> lists = new HashSet<>();
        for (Check check : dataset.checks()) {
            if (check instanceof Check.Listed listed) {
                lists.add(listed.list().file());
            } else if (check instanceof Check.OnlyListed only) {
                lists.add(only.list().file());
            } else if (check instanceof Check.Captions captions) {
                lists.add(captions.file());
            } else if (check instanceof Check.Entries entries) {
                lists.add(entries.file());
            } else if (check instanceof Check.MatNames names) {
                lists.add(names.file());
            }
        }
        for (Expectation expectation : dataset.expectations()) {
            if (expectation instanceof Expectation.Digest digest
                    && digest.scopes().contains(request.scope())) {
                lists.add(digest.file());
            }
        }
        return lists;
    }

    private static LabelValues labelValues() {
        Idle<PngReader> readers = new Idle<>(PngReader::new);
        return map -> {
            byte[] png = Files.readAllBytes(map);
            try {
                return readers.use(reader -> reader.read(map.toString(), png)).distinctIds();
            } catch (DatasetsException e) {
                throw new IOException(e.getMessage(), e); // a finding like others, not the end of looking
            }
        };
    }
}
