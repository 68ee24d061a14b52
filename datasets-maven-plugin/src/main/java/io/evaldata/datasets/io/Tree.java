package io.evaldata.datasets.io;

import io.evaldata.datasets.DatasetsException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * A folder whose files are known without listing it: what has been staged so far, or what a receipt says was prepared.
 *
 * <p>Every path is relative to the folder, with forward slashes. Safe for use by several threads as long as they work on
 * different files.
 */
public class Tree {
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

    /**
     * Creates or replaces a file.
     *
     * @throws DatasetsException when the path leads out of the tree
     */
    public void write(String path, byte[] content) throws IOException {
        requireInside(path);
        Path file = resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        manifest.put(path, new FileEntry(content.length, Crc.of(content)));
    }

    /** What a file is to hold, written piece by piece. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of it; the caller closes. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Creates or replaces a file whose content need not fit into memory: whole, or not at all when writing it fails. */
    public void write(String path, Content content) throws IOException {
        requireInside(path);
        Path file = resolve(path);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.createDirectories(file.getParent());
        CRC32 crc = new CRC32();
        try {
            try (OutputStream out =
                    new BufferedOutputStream(new CheckedOutputStream(Files.newOutputStream(part), crc), 1 << 16)) {
                content.writeTo(out);
            }
            FileEntry entry = new FileEntry(Files.size(part), (int) crc.getValue());
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            manifest.put(path, entry);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Adds a file that has been written at its place already. */
    public void record(String path, FileEntry entry) {
        manifest.put(path, entry);
    }

    /** Moves a file within the tree, over what is there, and deletes the folders that it leaves empty. */
    public void move(String from, String to) throws IOException {
        requireInside(to);
        Path target = resolve(to);
        try {
            Files.move(resolve(from), target, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            // Asking for the folder only now saves a system call for each of tens of thousands of moves into a few
            // folders.
            Files.createDirectories(target.getParent());
            Files.move(resolve(from), target, StandardCopyOption.REPLACE_EXISTING);
        }
        manifest.put(to, manifest.remove(from));
        deleteEmptyFoldersOf(from);
    }

    /** Deletes a file, unless it is gone already, and the folders that it leaves empty. */
    public void delete(String path) throws IOException {
        Files.deleteIfExists(resolve(path));
        manifest.remove(path);
        deleteEmptyFoldersOf(path);
    }

    /** Paths are made of what archives and lists say, which may be anything. */
    private static void requireInside(String path) {
        String framed = "/" + path.replace('\\', '/') + "/";
        boolean drive = path.length() > 1 && path.charAt(1) == ':'; // which Windows takes for another place
        if (drive
                || path.startsWith("/")
                || framed.contains("/../")
                || framed.contains("/./")
                || framed.contains("//")) {
            throw new DatasetsException(
                    "'" + path + "' is no path inside the dataset's folder",
                    "Look where its parts come from: the name of a file in an archive, or a list.");
        }
    }

    private void deleteEmptyFoldersOf(String path) throws IOException {
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            String folder = path.substring(0, slash + 1);
            if (!manifest.below(folder).isEmpty()) {
                return;
            }
            try {
                Files.deleteIfExists(resolve(folder));
            } catch (DirectoryNotEmptyException e) {
                return; // somebody else's files lie there too
            }
        }
    }
}
