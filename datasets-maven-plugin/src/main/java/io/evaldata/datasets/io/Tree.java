package io.evaldata.datasets.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * A folder whose files are known without listing it: what has been staged so far, or what a receipt says was prepared.
 *
 * <p>Every path is relative to the folder, with forward slashes. Safe for use by several threads as long as they work on
 * different files.
 */
public final class Tree {
    private final Path root;
    private final Manifest manifest;

    public Tree(Path root, Manifest manifest) {
        this.root = root;
        this.manifest = manifest;
    }

    /** The folder itself. */
    public Path root() {
        return root;
    }

    /** The files in it. */
    public Manifest manifest() {
        return manifest;
    }

    /** Whether the file is in the tree. */
    public boolean has(String path) {
        return manifest.get(path) != null;
    }

    /** Where the file is. */
    public Path resolve(String path) {
        return root.resolve(path);
    }

    /** Opens a file of the tree for reading. */
    public InputStream open(String path) throws IOException {
        return new BufferedInputStream(Files.newInputStream(resolve(path)), 1 << 16);
    }

    /** Sorted paths that start with the prefix. */
    public Map<String, FileEntry> below(String prefix) {
        return manifest.below(prefix);
    }

    /** Creates or replaces a file. */
    public void write(String path, byte[] content) throws IOException {
        Path file = resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        manifest.put(path, new FileEntry(content.length, Crc.of(content)));
    }

    /** Adds a file that has been written at its place already. */
    public void record(String path, FileEntry entry) {
        manifest.put(path, entry);
    }

    /** Moves a file within the tree, over what is there. */
    public void move(String from, String to) throws IOException {
        Path target = resolve(to);
        Files.createDirectories(target.getParent());
        Files.move(resolve(from), target, StandardCopyOption.REPLACE_EXISTING);
        manifest.put(to, manifest.remove(from));
    }

    /** Deletes a file and the folders that it leaves empty. */
    public void delete(String path) throws IOException {
        Files.delete(resolve(path));
        manifest.remove(path);
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            String folder = path.substring(0, slash + 1);
            if (!manifest.below(folder).isEmpty()) {
                return;
            }
            Files.deleteIfExists(resolve(folder));
        }
    }
}
