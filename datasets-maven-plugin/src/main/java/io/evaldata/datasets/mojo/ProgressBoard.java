package io.evaldata.datasets.mojo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Keeps count of what is done to which dataset. Written by many threads, read by the one that shows it. */
final class ProgressBoard {
    private final LongSupplier nanos;
    private final Map<String, Counts> running = new LinkedHashMap<>();
    private final SmoothedRate rate;
    private int datasets;
    private int finished;
    private long allBytes;
    private long finishedBytes;
    private long moved;

    /** What is counted for one dataset. */
    private static final class Counts {
        private final long allBytes;
        private final long allFiles;
        private final Map<String, Long> bytesByFile = new HashMap<>();
        private final SmoothedRate byteRate;
        private final SmoothedRate fileRate;
        private String phase = "starting";
        private long bytes;
        private long files;

        private Counts(long allBytes, long allFiles, long now) {
            this.allBytes = allBytes;
            this.allFiles = allFiles;
            this.byteRate = new SmoothedRate(now);
            this.fileRate = new SmoothedRate(now);
        }
    }

    /**
     * @param nanos the time, as {@link System#nanoTime} gives it
     */
    ProgressBoard(LongSupplier nanos) {
        this.nanos = nanos;
        this.rate = new SmoothedRate(nanos.getAsLong());
    }

    /** So many datasets are to be done, with so many bytes to fetch as far as is known. */
    synchronized void planned(int count, long bytes) {
        datasets = count;
        allBytes = bytes;
    }

    /** Work on a dataset begins; 0 for what nobody knows. */
    synchronized void begun(String name, long bytes, long files) {
        running.put(name, new Counts(bytes, files, nanos.getAsLong()));
    }

    /** What is done now. */
    synchronized void phase(String name, String phase) {
        Counts counts = running.get(name);
        if (counts != null) {
            counts.phase = phase;
        }
    }

    /** So many more bytes of a file arrived. */
    synchronized void fetched(String name, String file, long bytes) {
        moved += bytes;
        Counts counts = running.get(name);
        if (counts != null) {
            counts.bytes += bytes;
            counts.bytesByFile.merge(file, bytes, Long::sum);
        }
    }

    /** What arrived of a file is worth nothing. */
    synchronized void lost(String name, String file) {
        Counts counts = running.get(name);
        if (counts != null) {
            long bytes = counts.bytesByFile.getOrDefault(file, 0L);
            counts.bytesByFile.remove(file);
            counts.bytes -= bytes;
            counts.byteRate.jumped(-bytes);
        }
    }

    /** So many more files were made or looked at. */
    synchronized void files(String name, long files) {
        Counts counts = running.get(name);
        if (counts != null) {
            counts.files += files;
        }
    }

    /** The dataset is done with, one way or another. */
    synchronized void ended(String name) {
        Counts counts = running.remove(name);
        if (counts != null) {
            finished++;
            finishedBytes += counts.allBytes;
        }
    }

    /** Bytes that came over the wire in this run. */
    synchronized long moved() {
        return moved;
    }

    /** How everything stands now. */
    synchronized Standing standing() {
        long now = nanos.getAsLong();
        List<Standing.Work> works = new ArrayList<>();
        long bytes = finishedBytes;
        for (Map.Entry<String, Counts> entry : running.entrySet()) {
            Counts counts = entry.getValue();
            works.add(new Standing.Work(
                    entry.getKey(),
                    counts.phase,
                    progress(counts.bytes, counts.allBytes, counts.byteRate, now),
                    progress(counts.files, counts.allFiles, counts.fileRate, now)));
            bytes += counts.allBytes > 0 ? Math.min(counts.bytes, counts.allBytes) : counts.bytes;
        }
        rate.at(now, moved);
        return new Standing(
                works,
                finished,
                datasets,
                moved == 0
                        ? Progress.NONE
                        : new Progress(bytes, allBytes, rate.perSecond(), rate.timeFor(allBytes - bytes)));
    }

    private static Progress progress(long done, long all, SmoothedRate rate, long now) {
        rate.at(now, done);
        return new Progress(done, all, rate.perSecond(), rate.timeFor(all - done));
    }
}
