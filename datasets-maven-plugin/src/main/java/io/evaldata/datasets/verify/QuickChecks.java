package io.evaldata.datasets.verify;

import com.fasterxml.jackson.core.JacksonException;
import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Check;
import io.evaldata.datasets.catalog.NameListReader;
import io.evaldata.datasets.catalog.PathPattern;
import io.evaldata.datasets.catalog.Template;
import io.evaldata.datasets.io.StructArray;
import io.evaldata.datasets.io.Tree;
import io.evaldata.datasets.verify.Finding.Kind;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The part of every check that needs only the names of the files and the lists among them. */
final class QuickChecks {
    private final Tree tree;
    private final String rootName;
    private final Findings findings;

    QuickChecks(Tree tree, String rootName, Findings findings) {
        this.tree = tree;
        this.rootName = rootName;
        this.findings = findings;
    }

    void check(Check check) throws IOException {
        if (check instanceof Check.Listed listed) {
            reading(listed.list().file(), () -> checkListed(listed));
        } else if (check instanceof Check.OnlyListed only) {
            reading(only.list().file(), () -> checkOnlyListed(only));
        } else if (check instanceof Check.Captions captions) {
            reading(captions.file(), () -> new CocoCaptions(captions, tree, findings).check());
        } else if (check instanceof Check.Entries entries) {
            reading(entries.file(), () -> new CaptionEntries(entries.file(), rootName, tree, findings).check());
        } else if (check instanceof Check.MatNames names) {
            reading(names.file(), () -> checkMatNames(names));
        } else if (check instanceof Check.Pairs pairs) {
            checkPairs(pairs);
        } else if (check instanceof Check.Folders folders) {
            checkFolders(folders);
        } else if (check instanceof Check.Numbered numbered) {
            new Numbering(numbered.files()).check(tree, findings);
        } else if (check instanceof Check.Images images) {
            checkNotEmpty(images.files());
        } else if (check instanceof Check.Labels labels) {
            checkNotEmpty(labels.maps());
        }
    }

    /** A check that reads a file of the tree. */
    @FunctionalInterface
    private interface Reading {
        void run() throws IOException;
    }

    private void reading(String file, Reading check) throws IOException {
        if (!tree.has(file)) {
            findings.missing(file, "the list");
            return;
        }
        try {
            check.run();
        } catch (NoSuchFileException e) {
            findings.missing(file, "the list");
        } catch (DatasetsException e) {
            findings.damaged(Kind.LIST, file, "a list as published", e.getMessage());
        } catch (JacksonException e) {
            findings.damaged(
                    Kind.LIST, file, "JSON", "in line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
        }
    }

    private void checkListed(Check.Listed check) throws IOException {
        NameListReader.read(tree, check.list(), name -> check.files()
                .forEach(file -> require(
                        file,
                        name.text(),
                        name.parts(),
                        "as '" + check.list().file() + "' lists it in line " + name.line())));
    }

    private void checkOnlyListed(Check.OnlyListed check) throws IOException {
        List<String> names = check.files().names();
        Set<List<String>> listed = new HashSet<>();
        NameListReader.read(tree, check.list(), name -> listed.add(key(names, name.parts())));
        for (String path : tree.below(check.files().folder()).keySet()) {
            check.files()
                    .match(path)
                    .filter(parts -> !listed.contains(key(names, parts)))
                    .ifPresent(parts -> findings.add(
                            Kind.UNEXPECTED, path, "only what '" + check.list().file() + "' lists", "another file"));
        }
    }

    private static List<String> key(List<String> names, Map<String, String> parts) {
        return names.stream().map(parts::get).toList();
    }

    private void checkMatNames(Check.MatNames check) throws IOException {
        try {
            StructArray rows = StructArray.read(tree.resolve(check.file()), check.variable());
            for (int row = 0; row < rows.size(); row++) {
                String name = rows.text(row, check.field());
                require(check.files(), name, Map.of("name", name), "as '" + check.file() + "' lists it");
            }
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            findings.damaged(Kind.LIST, check.file(), check.variable() + "." + check.field(), e.getMessage());
        }
    }

    private void checkPairs(Check.Pairs check) {
        for (String image : tree.below(check.images().folder()).keySet()) {
            check.images()
                    .match(image)
                    .ifPresent(parts -> require(check.partner(), image, parts, "the partner of '" + image + "'"));
        }
    }

    private void require(Template file, String name, Map<String, String> parts, String why) {
        String path = file.fill(name, parts);
        if (!tree.has(path)) {
            findings.missing(path, why);
        }
    }

    private void checkFolders(Check.Folders check) {
        String folder = check.folder().isEmpty() ? "" : check.folder() + "/";
        Set<String> names = new HashSet<>(check.names());
        String last = "";
        for (String path : tree.below(folder).keySet()) {
            int slash = path.indexOf('/', folder.length());
            String name = path.substring(0, slash < 0 ? path.length() : slash);
            boolean known = slash >= 0 && names.contains(name.substring(folder.length()));
            if (!known && !name.equals(last)) {
                findings.add(
                        Kind.UNEXPECTED,
                        name,
                        "only the " + names.size() + " folders of classes in '" + check.folder() + "'",
                        slash < 0 ? "a file" : "another folder");
            }
            last = name;
        }
    }

    private void checkNotEmpty(PathPattern files) {
        tree.below(files.folder()).forEach((path, entry) -> {
            if (entry.size() == 0 && files.matches(path)) {
                findings.damaged(Kind.PICTURE, path, "a picture", "an empty file");
            }
        });
    }
}
