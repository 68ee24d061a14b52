package io.evaldata.datasets.prepare;

import io.evaldata.datasets.io.FileEntry;
import io.evaldata.datasets.io.Manifest;
import io.evaldata.datasets.io.Parallel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Looks for files of a manifest in folders that changed; files that others put there do not matter. */
final class FilesGone {
    private FilesGone() {}

    /** One of our files that is not there any more; nothing when all are. */
    static Optional<String> first(Path root, Manifest manifest, Collection<String> folders) throws IOException {
        for (String folder : folders) {
            String prefix = folder.isEmpty() ? "" : folder + "/";
            Set<String> there = names(root.resolve(folder));
            for (Map.Entry<String, FileEntry> file : manifest.below(prefix).entrySet()) {
                String name = file.getKey().substring(prefix.length());
                if (name.indexOf('/') < 0 && !there.contains(name)) {
                    return Optional.of(file.getKey());
                }
            }
        }
        return Optional.empty();
    }

    /**
     * One of our files that has not the size it was written with, or is not there; nothing when all have.
     *
     * <p>Enough to find what a power cut took: file systems write a file's size after its content. It costs a look per file.
     */
    static Optional<String> firstOfOtherSize(Path root, Manifest manifest, int threads) throws IOException {
        AtomicReference<String> found = new AtomicReference<>();
        Parallel.forEach(manifest.files().entrySet(), threads, file -> {
            if (found.get() == null
                    && size(root.resolve(file.getKey())) != file.getValue().size()) {
                found.set(file.getKey());
            }
        });
        return Optional.ofNullable(found.get());
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return -1;
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        try (Stream<Path> children = Files.list(folder)) {
            children.forEach(child -> names.add(child.getFileName().toString()));
        }
        return names;
    }
}
