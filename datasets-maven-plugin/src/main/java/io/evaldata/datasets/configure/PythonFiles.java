package io.evaldata.datasets.configure;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The Python files below a folder, without those of version control, caches and installed packages. */
final class PythonFiles {
    private static final Set<String> NOT_THE_USERS = Set.of("__pycache__", "site-packages", "node_modules");
    private static final long LONGEST_CONFIG = 4L << 20;

    private PythonFiles() {}

    /** The files in the order of their names; links to files are among them, links to folders are not followed. */
    static List<Path> below(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Path top = folder.toRealPath();
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                String name = String.valueOf(visited.getFileName());
                boolean skipped = NOT_THE_USERS.contains(name) || name.startsWith(".");
                return skipped && !visited.equals(top) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                boolean python = file.getFileName().toString().endsWith(".py");
                if (python && Files.isRegularFile(file) && Files.size(file) <= LONGEST_CONFIG) {
                    files.add(folder.resolve(top.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }
}
