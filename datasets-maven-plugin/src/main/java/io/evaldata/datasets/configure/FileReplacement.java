package io.evaldata.datasets.configure;

import io.evaldata.datasets.DatasetsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/**
 * Puts all changes in place or none: first every new content is written beside its file, then one after the other is
 * moved over it; when that fails half way, the files moved already get their old content back.
 */
final class FileReplacement {
    private final List<FileChange> changes;
    private final List<Path> staged = new ArrayList<>();
    private final Deque<FileChange> moved = new ArrayDeque<>();

    FileReplacement(List<FileChange> changes) {
        this.changes = changes;
    }

    void run() throws IOException {
        try {
            for (FileChange change : changes) {
                requireAsPlanned(change);
                staged.add(stage(change.target(), change.after()));
            }
            for (int i = 0; i < changes.size(); i++) {
                move(staged.get(i), changes.get(i).target());
                moved.push(changes.get(i));
            }
        } catch (IOException | RuntimeException e) {
            undo(e);
            throw e;
        }
    }

    private void undo(Exception cause) {
        for (FileChange change : moved) {
            try {
                if (change.before().isPresent()) {
                    Path old = stage(change.target(), change.before().get());
                    staged.add(old);
                    move(old, change.target());
                } else {
                    Files.delete(change.target());
                }
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
        for (Path leftover : staged) {
            try {
                Files.deleteIfExists(leftover);
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    private static void requireAsPlanned(FileChange change) throws IOException {
        boolean asPlanned = change.before().isPresent()
                ? Files.isRegularFile(change.target())
                        && Files.readString(change.target(), StandardCharsets.ISO_8859_1)
                                .equals(change.before().get())
                : !Files.exists(change.target());
        if (!asPlanned) {
            throw new DatasetsException(
                    change.path() + " has been changed by someone else since it was looked at", "Run the goal again.");
        }
    }

    /** Writes content to a new file beside the target, with the target's permissions. */
    private static Path stage(Path target, String content) throws IOException {
        Files.createDirectories(target.getParent());
        Path beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.writeString(beside, content, StandardCharsets.ISO_8859_1, StandardOpenOption.CREATE_NEW);
            PosixFileAttributeView permissions = Files.getFileAttributeView(target, PosixFileAttributeView.class);
            if (permissions != null && Files.exists(target)) {
                Files.setPosixFilePermissions(
                        beside, permissions.readAttributes().permissions());
            }
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw e;
        }
        return beside;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            throw new DatasetsException(
                    to + " cannot be replaced: " + e.getMessage(), "Close programs that hold the file open.", e);
        }
    }
}
