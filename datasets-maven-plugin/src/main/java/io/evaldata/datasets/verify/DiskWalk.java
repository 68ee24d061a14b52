package io.evaldata.datasets.verify;

import io.evaldata.datasets.io.FileEntry;
import io.evaldata.datasets.io.Tree;
import io.evaldata.datasets.verify.Finding.Kind;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Compares the files on disk with the manifest, by name and size, in one walk. */
final class DiskWalk extends SimpleFileVisitor<Path> {
    private final Tree tree;
    private final Predicate<String> ofOthers;
    private final Findings findings;
    private final Set<String> seen = new HashSet<>();

    private DiskWalk(Tree tree, Predicate<String> ofOthers, Findings findings) {
        this.tree = tree;
        this.ofOthers = ofOthers;
        this.findings = findings;
    }

    static void check(Tree tree, Predicate<String> ofOthers, Findings findings) throws IOException {
        DiskWalk walk = new DiskWalk(tree, ofOthers, findings);
        if (Files.isDirectory(tree.root())) {
            // Links are followed: a folder that two datasets share may be one.
            Files.walkFileTree(tree.root(), EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        }
        for (String path : tree.manifest().files().keySet()) {
            if (!walk.seen.contains(path)) {
                findings.missing(path, "a file as prepared");
            }
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (folder.equals(tree.root())) {
            return FileVisitResult.CONTINUE;
        }
        String path = relative(folder) + "/";
        if (!tree.below(path).isEmpty()) {
            return FileVisitResult.CONTINUE;
        }
        if (!ofOthers.test(path)) {
            unexpected(path, "a folder that holds no file of the dataset");
        }
        return FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String path = relative(file);
        FileEntry entry = tree.manifest().get(path);
        if (entry != null) {
            seen.add(path);
            if (!attributes.isRegularFile() || attributes.size() != entry.size()) {
                findings.damaged(Kind.SIZE, path, entry.size() + " bytes", attributes.size() + " bytes");
            }
        } else if (!ofOthers.test(path)) {
            unexpected(path, "a file");
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        String path = relative(file);
        if (tree.has(path)) {
            seen.add(path);
            findings.damaged(Kind.CONTENT, path, "a readable file", failure.toString());
        } else if (!ofOthers.test(path)) {
            unexpected(path, failure.toString());
        }
        return FileVisitResult.CONTINUE;
    }

    private void unexpected(String path, String found) {
        findings.add(Kind.UNEXPECTED, path, "nothing but the dataset", found);
    }

    private String relative(Path path) {
        return tree.root().relativize(path).toString().replace(File.separatorChar, '/');
    }
}
