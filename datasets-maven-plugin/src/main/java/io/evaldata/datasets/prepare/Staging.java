package io.evaldata.datasets.prepare;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.io.AtomicFile;
import io.evaldata.datasets.io.FileContent;
import io.evaldata.datasets.io.Folders;
import io.evaldata.datasets.io.Manifest;
import io.evaldata.datasets.io.Tree;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folder in which a dataset's tree is made before it moves to its place, on the same file system.
 *
 * <p>It holds {@code tree/} while the tree is made. When the tree is complete and proven, {@code files} (its manifest),
 * {@code replaced} (the manifest of what it replaces)
 * and then {@code receipt.json} are written beside it; from that moment the tree counts as decided, and a process that
 * dies while moving it is followed by one that moves the rest. Anything before that moment is thrown away.
 */
final class Staging {
    private static final String RECEIPT = "receipt.json";
    private static final String FILES = "files";
    private static final String REPLACED = "replaced";

    private final Path folder;
    private final Path target;
    private final StateFolder state;
    private final String id;

    Staging(Path folder, Path target, StateFolder state, String id) {
        this.folder = folder;
        this.target = target;
        this.state = state;
        this.id = id;
    }

    /** Where a dataset is staged: with the receipts, or in its family's root when that is another file system. */
    static Staging of(Request request, Dataset dataset, StateFolder state) throws IOException {
        Files.createDirectories(request.roots().state());
        Path target = request.roots().of(dataset);
        boolean together = Files.getFileStore(nearest(target))
                .equals(Files.getFileStore(request.roots().state()));
        if (!together) { // above the family's root nothing is ours to stage in
            Files.createDirectories(request.roots().of(dataset.family()));
        }
        Path nearest = nearest(target).toRealPath();
        Path beside = Files.exists(target) ? nearest.getParent() : nearest;
        Path folder = together
                ? request.roots().state().resolve(dataset.id() + ".staging")
                : beside.resolve(".datasets-" + dataset.id() + ".staging");
        return new Staging(folder, target, state, dataset.id());
    }

    /** The path itself, or the folder above it that is there. */
    private static Path nearest(Path path) {
        Path there = path;
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }

    /** An empty tree to fill; what an earlier attempt left undecided is gone. */
    Tree begin() throws IOException {
        discard();
        Path tree = Files.createDirectories(folder.resolve("tree"));
        return new Tree(tree, new Manifest());
    }

    /** Takes away what is there; the decision first, so that a half-deleted tree never counts as decided. */
    void discard() throws IOException {
        Files.deleteIfExists(folder.resolve(RECEIPT));
        Folders.delete(folder);
    }

    /**
     * A proven tree that replaces what was prepared before.
     *
     * @param receipt what will be said about it
     * @param made its files
     * @param before the files that it replaces
     */
    record Decision(Receipt receipt, Manifest made, Manifest before) {}

    /** Writes the decision: from now on this tree replaces what was prepared before, whatever happens. */
    Decision decide(Receipt receipt, Manifest made) throws IOException {
        boolean replaces = state.receipt(id)
                .map(old -> old.root().equals(target.toString()))
                .orElse(true);
        state.markUnsettled(id);
        Manifest before = replaces ? state.manifest(id) : new Manifest();
        StateFolder.writeManifest(folder.resolve(REPLACED), before);
        StateFolder.writeManifest(folder.resolve(FILES), made);
        AtomicFile.write(folder.resolve(RECEIPT), StateFolder.json(receipt));
        return new Decision(receipt, made, before);
    }

    /** A decided tree that an earlier process could not finish moving. */
    Optional<Decision> decided() {
        Optional<Receipt> receipt = StateFolder.receipt(folder.resolve(RECEIPT));
        if (receipt.isEmpty()) {
            return Optional.empty();
        }
        try {
            Manifest made = readManifest(FILES);
            boolean whole = made.digest().equals(receipt.get().tree());
            return whole ? Optional.of(new Decision(receipt.get(), made, readManifest(REPLACED))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Moves the decided tree to its place: the files prepared before go, the new ones come, the receipt is last.
     *
     * @param settled called when all files are in place, just before the receipt is written
     * @return whether a folder was there already, with whatever else it holds
     * @throws DatasetsException when something that we did not make and that differs is in the way; nothing was moved
     */
    boolean commit(Decision decision, Settled settled) throws IOException {
        refuseForeign(decision.made(), decision.before());
        state.forget(id);
        removeOld(decision.before(), decision.made());
        boolean joined = Files.isDirectory(target);
        move(folder.resolve("tree"), target);
        state.copyManifest(id, folder.resolve(FILES));
        settled.run(decision.made());
        state.write(decision.receipt());
        discard();
        return joined;
    }

    /** Something to do when the files are in place. */
    @FunctionalInterface
    interface Settled {
        void run(Manifest files) throws IOException;
    }

    private Manifest readManifest(String name) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(folder.resolve(name)), 1 << 16)) {
            return Manifest.read(in);
        }
    }

    /** Files at the target that no receipt of ours names may only be replaced by equal ones. */
    private void refuseForeign(Manifest made, Manifest before) throws IOException {
        if (!Files.isDirectory(target)) {
            return;
        }
        List<String> foreign = new ArrayList<>(inTheWayOfFolders(made));
        for (var file : made.files().entrySet()) {
            String path = file.getKey();
            Path staged = folder.resolve("tree").resolve(path);
            Path there = target.resolve(path);
            if (before.get(path) == null
                    && Files.exists(staged, LinkOption.NOFOLLOW_LINKS)
                    && Files.exists(there, LinkOption.NOFOLLOW_LINKS)
                    && !FileContent.matches(there, file.getValue())) {
                foreign.add(path);
            }
        }
        if (!foreign.isEmpty()) {
            throw new DatasetsException(
                    id + ": " + foreign.size() + " file(s) in " + target
                            + " were not made by this plugin and differ from what belongs there, such as "
                            + foreign.get(0),
                    "Move them away, or choose another datasets.root, and run again; nothing was changed there.");
        }
    }

    /** Whatever has the name of one of our folders and is none. */
    private Set<String> inTheWayOfFolders(Manifest made) {
        Set<String> folders = new TreeSet<>();
        for (String path : made.files().keySet()) {
            for (int slash = path.lastIndexOf('/');
                    slash > 0 && folders.add(path.substring(0, slash));
                    slash = path.lastIndexOf('/', slash - 1)) {}
        }
        folders.removeIf(folder -> {
            Path there = target.resolve(folder);
            return Files.isDirectory(there) || !Files.exists(there, LinkOption.NOFOLLOW_LINKS);
        });
        return folders;
    }

    /** Deletes what the old manifest names and is still the old file, that is, was not moved in just now. */
    private void removeOld(Manifest before, Manifest made) throws IOException {
        Tree old = new Tree(target, before);
        for (String path : before.paths()) {
            Path there = target.resolve(path);
            if (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
                old.delete(path); // who died here may have left its folder empty
                continue;
            }
            if (!Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            boolean comesAgain = made.get(path) != null;
            boolean movedAlready =
                    comesAgain && !Files.exists(folder.resolve("tree").resolve(path));
            boolean ours = comesAgain || Files.size(there) == before.get(path).size();
            if (!movedAlready && ours) {
                old.delete(path);
            }
        }
    }

    /** Renames whole folders where nothing is in the way, and file by file where something is. */
    private static void move(Path from, Path to) throws IOException {
        if (!Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS) && Files.isDirectory(to)) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(from)) {
                for (Path child : children) {
                    move(child, to.resolve(child.getFileName()));
                }
            }
            return;
        }
        Files.createDirectories(to.getParent());
        if (!Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
            AtomicFile.move(from, to);
            return;
        }
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.createDirectories(to); // a folder of the target is on another file system
            move(from, to);
        }
    }
}
