package io.evaldata.datasets.verify;

import io.evaldata.datasets.catalog.Check;
import io.evaldata.datasets.catalog.LabelRange;
import io.evaldata.datasets.io.FileEntry;
import io.evaldata.datasets.io.Tree;
import io.evaldata.datasets.verify.Finding.Kind;
import java.awt.Dimension;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** The part of every check that reads the files themselves, several at once. */
final class FileChecks {
    private final Tree tree;
    private final List<Check.Images> images;
    private final List<Check.Pairs> pairs;
    private final List<Check.Labels> labels;
    private final Set<String> known;
    private final LabelValues labelValues;
    private final Findings findings;
    private final Runnable looked;

    /**
     * @param known paths that are passed over
     * @param looked told after each file, by any of the threads
     */
    FileChecks(
            Tree tree,
            List<Check> checks,
            Set<String> known,
            LabelValues labelValues,
            Findings findings,
            Runnable looked) {
        this.tree = tree;
        this.known = known;
        this.images = ofKind(checks, Check.Images.class);
        this.pairs = ofKind(checks, Check.Pairs.class);
        this.labels = ofKind(checks, Check.Labels.class);
        this.labelValues = labelValues;
        this.findings = findings;
        this.looked = looked;
    }

    private static <T> List<T> ofKind(List<Check> checks, Class<T> kind) {
        return checks.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    void run(int threads) throws IOException {
        Iterator<Map.Entry<String, FileEntry>> files =
                tree.manifest().files().entrySet().iterator();
        ExecutorService pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "datasets-verify");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Callable<Void> worker = () -> {
                ContentReader reader = new ContentReader();
                for (Map.Entry<String, FileEntry> file = next(files); file != null; file = next(files)) {
                    if (!known.contains(file.getKey())) {
                        check(file.getKey(), file.getValue(), reader);
                    }
                    looked.run();
                }
                return null;
            };
            if (Thread.interrupted()) {
                throw new InterruptedException(); // work that is done before anybody waits for it never notices
            }
            for (Future<Void> done :
                    pool.invokeAll(Stream.generate(() -> worker).limit(threads).toList())) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while verifying " + tree.root());
        } catch (ExecutionException e) {
            throw new IOException("cannot verify " + tree.root() + ": " + e.getCause(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static Map.Entry<String, FileEntry> next(Iterator<Map.Entry<String, FileEntry>> files) {
        synchronized (files) {
            return files.hasNext() && !Thread.currentThread().isInterrupted() ? files.next() : null;
        }
    }

    private void check(String path, FileEntry entry, ContentReader reader) throws IOException {
        Path file = tree.resolve(path);
        try {
            if (!sameContent(path, entry, reader.read(file, entry.size()))) {
                return;
            }
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (NoSuchFileException e) {
            findings.missing(path, "a file as prepared");
            return;
        } catch (IOException e) {
            findings.damaged(Kind.CONTENT, path, "a readable file", e.toString());
            return;
        }
        for (Check.Images check : images) {
            if (check.files().matches(path)) {
                checkDecodes(path, file);
                break;
            }
        }
        for (Check.Labels check : labels) {
            if (check.maps().matches(path)) {
                checkLabels(path, file, check.values());
            }
        }
        for (Check.Pairs check : pairs) {
            check.images()
                    .match(path)
                    .ifPresent(parts -> checkSizes(path, check.partner().fill(path, parts)));
        }
    }

    private boolean sameContent(String path, FileEntry entry, FileEntry found) {
        if (found.size() != entry.size()) {
            findings.damaged(Kind.SIZE, path, entry.size() + " bytes", found.size() + " bytes");
        } else if (found.crc32() != entry.crc32()) {
            findings.damaged(Kind.CONTENT, path, crcText(entry.crc32()), crcText(found.crc32()));
        }
        return found.equals(entry);
    }

    private static String crcText(int crc32) {
        return "CRC-32 %08x".formatted(crc32);
    }

    private void checkDecodes(String path, Path file) throws ClosedByInterruptException {
        try {
            Picture.decode(file);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            findings.damaged(Kind.PICTURE, path, "a picture that decodes", e.getMessage());
        }
    }

    private void checkLabels(String path, Path file, LabelRange allowed) throws ClosedByInterruptException {
        try {
            BitSet values = labelValues.of(file);
            BitSet wrong = new BitSet();
            values.stream().filter(value -> !allowed.allows(value)).forEach(wrong::set);
            if (!wrong.isEmpty()) {
                findings.damaged(Kind.LABELS, path, "values of " + allowed, wrong.toString());
            }
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            findings.damaged(Kind.PICTURE, path, "a label map", e.getMessage());
        }
    }

    /** A partner that is absent or damaged is found elsewhere. */
    private void checkSizes(String path, String partner) {
        if (!tree.has(partner)) {
            return;
        }
        try {
            Dimension image = Picture.size(tree.resolve(path));
            Dimension map = Picture.size(tree.resolve(partner));
            if (!image.equals(map)) {
                findings.add(Kind.DIMENSIONS, path, text(map) + " as '" + partner + "'", text(image));
            }
        } catch (IOException e) {
            findings.add(Kind.PICTURE, path, "a picture and its partner '" + partner + "'", e.toString());
        }
    }

    private static String text(Dimension size) {
        return size.width + "x" + size.height;
    }
}
