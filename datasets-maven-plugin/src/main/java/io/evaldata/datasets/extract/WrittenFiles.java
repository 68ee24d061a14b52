package io.evaldata.datasets.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Which paths are taken and by what content, so that no file is silently replaced by another. */
final class WrittenFiles {
    private final ConcurrentMap<String, WrittenFile> byPath = new ConcurrentHashMap<>();

    /**
     * Takes the path for this content.
     *
     * @return whether it has to be written; false when the very same content was taken for it before
     */
    boolean claim(String archive, WrittenFile file) {
        WrittenFile before = byPath.putIfAbsent(file.path(), file);
        if (before != null && !before.equals(file)) {
            throw BadArchive.conflict(
                    archive, file.path(), before.size() + " and " + file.size() + " bytes, or different content");
        }
        return before == null;
    }

    /** Takes the path for content that is not known yet; null when it was free, else what took it before. */
    WrittenFile reserve(String path) {
        return byPath.putIfAbsent(path, new WrittenFile(path, -1, 0));
    }

    /** Tells the content of a reserved path. */
    void settle(WrittenFile file) {
        byPath.put(file.path(), file);
    }

    /** What was written to the path, or null. */
    WrittenFile at(String path) {
        return byPath.get(path);
    }

    List<WrittenFile> sorted() {
        List<WrittenFile> files = new ArrayList<>(byPath.values());
        files.sort(Comparator.comparing(WrittenFile::path));
        return Collections.unmodifiableList(files);
    }
}
