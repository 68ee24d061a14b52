package io.evaldata.datasets.configure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what is found about one file after the other into a plan. */
final class WiringDraft {
    private final Map<Path, FileChange> changes = new LinkedHashMap<>();
    private final List<Path> unchanged = new ArrayList<>();
    private final List<LeftAlone> leftAlone = new ArrayList<>();
    private final List<LeftAlone> outdated = new ArrayList<>();
    private final List<WiringProblem> problems = new ArrayList<>();

    void create(Path path, String text) {
        changes.put(path, FileChange.create(path, text));
    }

    void unchanged(Path path) {
        unchanged.add(path);
    }

    /** A file that somebody edited, and that is no longer what would be written. */
    void outdated(LeftAlone file) {
        outdated.add(file);
    }

    /** A file whose dataset is not known any more; somebody has to be told. */
    void orphaned(LeftAlone file) {
        leftAlone.add(file);
        outdated.add(file);
    }

    /** The whole file to be as it would be written now. */
    void rewrite(PythonFile file, String after) throws IOException {
        if (file.text().equals(after)) {
            unchanged.add(file.path());
        } else {
            change(file, after);
        }
    }

    void problem(WiringProblem problem) {
        problems.add(problem);
    }

    void add(PythonFile file, FileVerdict verdict, List<Edit> moreEdits) throws IOException {
        problems.addAll(verdict.problems());
        if (verdict.kind() == FileVerdict.Kind.LEAVE) {
            leftAlone.add(new LeftAlone(file.path(), verdict.because()));
        } else if (verdict.kind() == FileVerdict.Kind.WIRE) {
            List<Edit> edits = new ArrayList<>(verdict.edits());
            edits.addAll(moreEdits);
            if (edits.isEmpty()) {
                unchanged.add(file.path());
            } else {
                change(file, Edit.apply(file.text(), edits));
            }
        }
    }

    /** Whether nothing at all was found. */
    boolean isEmpty() {
        return changes.isEmpty() && unchanged.isEmpty() && leftAlone.isEmpty() && problems.isEmpty();
    }

    WiringPlan plan() {
        return new WiringPlan(List.copyOf(changes.values()), unchanged, leftAlone, outdated, problems);
    }

    private void change(PythonFile file, String after) throws IOException {
        Path target = file.path().toRealPath();
        if (!Files.isWritable(target)) {
            problems.add(WiringProblem.about(file.path(), "the file is read-only, and its data root has to change"));
            return;
        }
        FileChange change = new FileChange(file.path(), target, Optional.of(file.text()), after);
        FileChange same = changes.putIfAbsent(target, change);
        if (same != null && !same.after().equals(after)) {
            problems.add(WiringProblem.about(
                    file.path(), "it is the same file as " + same.path() + ", but is to name another dataset's root"));
        }
    }
}
