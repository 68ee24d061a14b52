package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.io.AtomicFile;
import io.evaldata.datasets.io.DirectoryStamps;
import io.evaldata.datasets.io.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether a dataset is there as asked for, in time that grows with its folders, not its files: the receipt must
 * fit the request, and the folders must be in the state they were left in.
 */
final class UpToDate {
    private final Request request;
    private final StateFolder state;
    private final boolean notes;

    private UpToDate(Request request, StateFolder state, boolean notes) {
        this.request = request;
        this.state = state;
        this.notes = notes;
    }

    /** Tells, and notes what it saw, so that it need not look as closely again. */
    static UpToDate noting(Request request, StateFolder state) {
        return new UpToDate(request, state, true);
    }

    /** Tells, and touches nothing. */
    static UpToDate looking(Request request, StateFolder state) {
        return new UpToDate(request, state, false);
    }

    /** Why the dataset has to be prepared; nothing when it is there. */
    Optional<Reason> reasonToPrepare(Dataset dataset) throws IOException {
        Optional<Receipt> found = state.receipt(dataset.id());
        if (found.isEmpty()) {
            return Optional.of(
                    state.hasReceiptFile(dataset.id())
                            ? Reason.of("its receipt cannot be read: " + state.receiptFile(dataset.id()))
                            : Reason.NEW);
        }
        return difference(dataset, found.get()).map(Reason::of);
    }

    /** What there is, held against what is asked for. */
    private Optional<String> difference(Dataset dataset, Receipt receipt) throws IOException {
        Path root = request.roots().of(dataset);
        if (!receipt.root().equals(root.toString())) {
            return Optional.of("was prepared in " + receipt.root() + ", is wanted in " + root);
        }
        if (request.again()) {
            return Optional.of("is to be made again");
        }
        Scope scope = receipt.scope().equals(Scope.FULL.key()) ? Scope.FULL : request.scope(); // full has it all
        if (!receipt.definition().equals(Definition.fingerprint(dataset, request, scope, state))) {
            return Optional.of(change(receipt, dataset));
        }
        Optional<DirectoryStamps> stamps = state.stamps(dataset.id());
        if (stamps.isEmpty()) {
            return Optional.of("nothing is known about the state its folders were left in");
        }
        return missing(dataset, receipt, root, stamps.get());
    }

    private String change(Receipt receipt, Dataset dataset) {
        if (!receipt.scope().equals(request.scope().key())) {
            return "was prepared with datasets.scope=" + receipt.scope() + ", "
                    + request.scope().key() + " is wanted";
        }
        if (!receipt.pillow().equals(Definition.pillow(dataset, request))) {
            return "was drawn as Pillow " + receipt.pillow() + " does, " + Definition.pillow(dataset, request)
                    + " is wanted";
        }
        return "its catalogue entry changed";
    }

    private Optional<String> missing(Dataset dataset, Receipt receipt, Path root, DirectoryStamps stamps)
            throws IOException {
        List<String> changed = stamps.changed(root);
        boolean unsettled = state.isUnsettled(dataset.id());
        if (changed.isEmpty() && !unsettled) {
            return Optional.empty();
        }
        Manifest manifest = state.manifest(dataset.id());
        if (manifest.count() != receipt.files()) {
            return Optional.of("the list of its files cannot be read: " + state.manifestFile(dataset.id()));
        }
        Optional<String> gone = FilesGone.first(root, manifest, changed);
        if (gone.isPresent()) {
            return Optional.of("files are missing, such as " + gone.get());
        }
        if (unsettled) {
            Optional<String> cut = FilesGone.firstOfOtherSize(root, manifest, request.threads());
            if (cut.isPresent()) {
                return Optional.of("files were lost when the computer stopped, such as " + cut.get());
            }
        }
        if (notes) { // something was added, or a time changed, or the computer was started anew: look at it once
            try {
                state.markSettled(dataset.id());
                remember(dataset, manifest);
            } catch (FileSystemException e) {
                // Who may only read the root looks again each time.
            }
        }
        return Optional.empty();
    }

    /** Records the state, so that it counts as changed after the receipt was written: {@link Verification} looks at it closely then. */
    void rememberAsChanged(Dataset dataset, Manifest files) throws IOException {
        try {
            Files.setLastModifiedTime(request.roots().of(dataset), FileTime.from(Instant.now()));
        } catch (FileSystemException e) {
            return; // a folder of somebody else's, which only a deep look finds them in; the dataset is there all the
            // same
        }
        remember(dataset, files);
    }

    /** Records the state the folders of these files of a dataset are in now. */
    void remember(Dataset dataset, Manifest files) throws IOException {
        DirectoryStamps stamps = DirectoryStamps.of(request.roots().of(dataset), files);
        AtomicFile.write(state.stampsFile(dataset.id()), stamps.text().getBytes(StandardCharsets.UTF_8));
    }
}
