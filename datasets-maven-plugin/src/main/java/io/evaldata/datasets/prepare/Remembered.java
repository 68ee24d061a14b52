package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.io.AtomicFile;
import io.evaldata.datasets.io.Checksum;
import io.evaldata.datasets.io.DirectoryStamps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A configuration that was carried out completely before. As long as its receipts and folders are as they were left, the
 * next run with the same configuration has nothing to do, and can say so without reading the catalogue or a receipt.
 *
 * <p>Kept as {@code <root>/.datasets/requests/<key>}: a line per dataset with its receipt's time and size, whether it was
 * asked for or only needed for another, its id and its root.
 */
public final class Remembered {
    private static final int COLUMNS = 5;

    private final StateFolder state;
    private final Path file;

    /**
     * @param roots where the datasets are
     * @param configuration everything that decides what is prepared, as text
     */
    public Remembered(Roots roots, String configuration) {
        this.state = new StateFolder(roots.state());
        String key = Checksum.sha256(configuration).hex();
        this.file = roots.state().resolve("requests").resolve(key.substring(0, 16));
    }

    /** The roots of the datasets asked for, when all are there unchanged; nothing when that has to be looked into. */
    public Optional<Map<String, Path>> unchanged() throws IOException {
        Optional<String> text = StateFolder.read(file);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Path> roots = new LinkedHashMap<>();
        for (String line : text.get().lines().toList()) {
            String[] columns = line.split("\t", COLUMNS);
            if (columns.length != COLUMNS || !isUnchanged(columns)) {
                return Optional.empty();
            }
            if (columns[2].equals("asked")) {
                roots.put(columns[3], Path.of(columns[4]));
            }
        }
        return Optional.of(roots).filter(found -> !found.isEmpty());
    }

    private boolean isUnchanged(String[] columns) throws IOException {
        String id = columns[3];
        if (!receipt(id).equals(columns[0] + "\t" + columns[1])) {
            return false;
        }
        if (state.isUnsettled(id)) {
            return false;
        }
        Optional<DirectoryStamps> stamps = state.stamps(id);
        return stamps.isPresent() && stamps.get().changed(Path.of(columns[4])).isEmpty();
    }

    private String receipt(String id) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(state.receiptFile(id), BasicFileAttributes.class);
            return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS) + "\t" + attributes.size();
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /** Notes that everything of the request is there now. */
    public void remember(Request request) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Dataset dataset : request.withPrerequisites()) {
            text.append(receipt(dataset.id()))
                    .append('\t')
                    .append(request.datasets().contains(dataset) ? "asked" : "needed")
                    .append('\t')
                    .append(dataset.id())
                    .append('\t')
                    .append(request.roots().of(dataset))
                    .append('\n');
        }
        AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
