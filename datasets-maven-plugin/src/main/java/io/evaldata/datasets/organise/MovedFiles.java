package io.evaldata.datasets.organise;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.NameList;
import io.evaldata.datasets.catalog.NameListReader;
import io.evaldata.datasets.catalog.PathPattern;
import io.evaldata.datasets.catalog.RelativePath;
import io.evaldata.datasets.catalog.Step;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files under a new name, made of parts of the old one and, where there is a list, of what that says of the file. */
final class MovedFiles {
    private final Step.Move step;
    private final Tree tree;
    private final List<String> common;
    private final Map<List<String>, Map<String, String>> listed = new HashMap<>();

    private MovedFiles(Step.Move step, Tree tree) {
        this.step = step;
        this.tree = tree;
        List<String> shared = new ArrayList<>(step.files().names());
        step.list().map(NameList::pattern).map(PathPattern::names).ifPresent(shared::retainAll);
        this.common = List.copyOf(shared);
    }

    /** All names are looked through before the first file moves. */
    static void move(Step.Move step, Tree tree) throws IOException {
        MovedFiles files = new MovedFiles(step, tree);
        if (step.list().isPresent()) {
            files.readList(step.list().get());
        }
        Map<String, String> moves = files.moves();
        files.requireFree(moves);
        for (Map.Entry<String, String> move : moves.entrySet()) {
            requireNothingAt(move.getKey(), move.getValue(), tree);
            tree.move(move.getValue(), move.getKey());
        }
    }

    /** Some disks take 'Cat' and 'cat' for one name. */
    private static void requireNothingAt(String target, String file, Tree tree) {
        if (Files.exists(tree.resolve(target), LinkOption.NOFOLLOW_LINKS)) {
            throw new DatasetsException(
                    "'" + file + "' would become '" + target + "', which is the name of another file on this disk",
                    "Choose another name, or a disk that tells capital letters from small ones.");
        }
    }

    private void readList(NameList list) throws IOException {
        Problems problems = new Problems(list.file());
        NameListReader.read(tree, list, name -> {
            Map<String, String> before = listed.putIfAbsent(key(name.parts()), name.parts());
            if (before != null && !before.equals(name.parts())) {
                problems.add(name.line(), "'" + name.text() + "' says something else of a file than a line before it");
            }
        });
        problems.throwIfAny("Compare the list with the published one.");
    }

    /** Old path by new path, of all files that get another name. */
    private Map<String, String> moves() {
        Map<String, String> moves = new LinkedHashMap<>();
        boolean any = false;
        for (String path : MatchingFiles.paths(step.files(), tree)) {
            Map<String, String> parts = step.files().match(path).orElseThrow();
            Optional<Map<String, String>> said =
                    step.list().isPresent() ? Optional.ofNullable(listed.get(key(parts))) : Optional.of(Map.of());
            if (said.isEmpty()) {
                continue;
            }
            any = true;
            Map<String, String> all = new LinkedHashMap<>(said.get());
            all.putAll(parts);
            String target = requirePath(step.to().fill(path, all), path);
            String other = target.equals(path) ? null : moves.put(target, path);
            if (other != null) {
                throw new DatasetsException(
                        "'" + other + "' and '" + path + "' would both become '" + target + "'",
                        "Put a part that tells them apart into 'to'.");
            }
        }
        if (!any) {
            throw new DatasetsException(
                    "there is nothing to move: no file matches '" + step.files() + "'"
                            + step.list()
                                    .map(list -> " and is named by '" + list.file() + "'")
                                    .orElse(""),
                    MatchingFiles.remedy(tree));
        }
        return moves;
    }

    /** What a list says may be anything. */
    private static String requirePath(String target, String file) {
        try {
            return RelativePath.require(target);
        } catch (IllegalArgumentException e) {
            throw new DatasetsException(
                    "'" + file + "' cannot be moved: " + e.getMessage(), "Correct the list or its pattern.", e);
        }
    }

    /** Nothing is written over: neither a file that stays nor one that is still to be moved. */
    private void requireFree(Map<String, String> moves) {
        moves.forEach((target, file) -> {
            if (tree.has(target)) {
                throw new DatasetsException(
                        "'" + file + "' would become '" + target + "', which is there already",
                        "Choose another name, or remove that file first.");
            }
        });
    }

    private List<String> key(Map<String, String> parts) {
        return common.stream().map(parts::get).toList();
    }
}
