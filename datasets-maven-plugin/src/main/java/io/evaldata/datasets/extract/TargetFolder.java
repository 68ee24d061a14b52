package io.evaldata.datasets.extract;

import io.evaldata.datasets.DatasetsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder that everything lands in, and nothing beside it.
 *
 * <p>Every directory on the way to a file was made here or is seen not to be a link, once; files are only ever created,
 * which follows no link. Permissions and times are the system's defaults, not the archive's. Safe for several threads.
 */
final class TargetFolder {
    private static final Set<StandardOpenOption> CREATE =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path root;
    private final Set<String> directories = ConcurrentHashMap.newKeySet();

    private TargetFolder(Path root) {
        this.root = root;
        directories.add("");
    }

    /** The folder, made if it is not there. */
    static TargetFolder at(Path root) throws IOException {
        Files.createDirectories(root);
        return new TargetFolder(root);
    }

    /** Opens a new file for writing; its directories are made as needed. */
    FileChannel create(String archive, String path) throws IOException {
        Path file = resolve(path);
        makeDirectory(archive, parent(path));
        try {
            return FileChannel.open(file, CREATE);
        } catch (FileAlreadyExistsException e) {
            throw alreadyThere(archive, path, e);
        }
    }

    /** Makes the directory and those above it, unless they are there. */
    void makeDirectory(String archive, String path) throws IOException {
        if (directories.contains(path)) {
            return;
        }
        makeDirectory(archive, parent(path));
        Path directory = resolve(path);
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                throw alreadyThere(archive, path, e);
            }
        }
        directories.add(path);
    }

    /** The file's place on disk. */
    Path resolve(String path) {
        try {
            return root.resolve(path);
        } catch (InvalidPathException e) {
            throw new DatasetsException(
                    "The name '" + path + "' cannot be written on this system: " + e.getReason(),
                    "Run Java with a UTF-8 locale, for example LC_ALL=C.UTF-8.",
                    e);
        }
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private DatasetsException alreadyThere(String archive, String path, IOException cause) {
        return new DatasetsException(
                archive + ": '" + path + "' is in the way in " + root
                        + " (written before, a link, or a name that differs only in case)",
                "Unpack into an empty folder, and give each member its own path.",
                cause);
    }
}
