package io.evaldata.datasets.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * When the folders of a tree last changed. A file that is added, removed or renamed changes its folder's time, so that
 * comparing costs one look per folder, however many files there are.
 *
 * <p>As text a line per folder: {@code <nanoseconds since 1970> <path>}, the root's path being empty.
 */
public final class DirectoryStamps {
    /** The time of a folder that is not there, which never counts as the time it had. */
    private static final long UNKNOWN = Long.MIN_VALUE;

    private final Map<String, Long> times;

    private DirectoryStamps(Map<String, Long> times) {
        this.times = times;
    }

    /** The state that the folders of these files are in now. */
    public static DirectoryStamps of(Path root, Manifest manifest) throws IOException {
        TreeSet<String> folders = new TreeSet<>();
        String last = null;
        for (String path : manifest.files().keySet()) {
            String folder = parent(path);
            if (!folder.equals(last)) {
                last = folder;
                for (String f = folder; folders.add(f) && !f.isEmpty(); f = parent(f)) {}
            }
        }
        Map<String, Long> times = new TreeMap<>();
        for (String folder : folders) {
            times.put(folder, time(root.resolve(folder)));
        }
        return new DirectoryStamps(times);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** Reads the text form; a line that is none counts as a folder that changed. */
    public static DirectoryStamps parse(String text) {
        Map<String, Long> times = new TreeMap<>();
        text.lines().forEach(line -> {
            int blank = line.indexOf(' ');
            try {
                times.put(line.substring(blank + 1), Long.parseLong(line, 0, Math.max(0, blank), 10));
            } catch (NumberFormatException e) {
                times.put(line, UNKNOWN);
            }
        });
        return new DirectoryStamps(times);
    }

    /** The text form. */
    public String text() {
        StringBuilder text = new StringBuilder();
        times.forEach(
                (folder, time) -> text.append(time).append(' ').append(folder).append('\n'));
        return text.toString();
    }

    /** The folders that are not as they were, or not there any more. */
    public List<String> changed(Path root) throws IOException {
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, Long> folder : times.entrySet()) {
            long now = time(root.resolve(folder.getKey()));
            if (now == UNKNOWN || now != folder.getValue()) {
                changed.add(folder.getKey());
            }
        }
        return changed;
    }

    /** Whether a folder had changed, when its state was recorded, since that time. */
    public boolean isAnyAfter(FileTime time) {
        long limit = time.to(TimeUnit.NANOSECONDS);
        return times.values().stream().anyMatch(recorded -> recorded > limit);
    }

    private static long time(Path folder) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(folder, BasicFileAttributes.class);
            return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        } catch (NoSuchFileException e) {
            return UNKNOWN;
        }
    }
}
