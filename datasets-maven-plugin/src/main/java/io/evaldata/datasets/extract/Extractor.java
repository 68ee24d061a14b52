package io.evaldata.datasets.extract;

import io.evaldata.datasets.catalog.ArchiveFormat;
import io.evaldata.datasets.io.ByteSource;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;

/**
 * Unpacks archives: what a {@link Routing} selects, into one folder, never beside it.
 *
 * <p>Memory does not grow with the archive, only with the number of files written (about 300 bytes each). Files get the
 * system's default permissions and the current time. Links are never made. Nothing is forced to the disk; whoever
 * stages the folder does that once at the end. After a failure or an interrupt the folder holds an incomplete tree for
 * the caller to delete, all threads have ended, and the source may have been closed by interrupting a reader.
 */
public final class Extractor {
    private final Limits limits;
    private final int threads;
    private final ExtractionListener listener;

    /**
     * Makes an extractor, which can be used again.
     *
     * @param threads how many cores to keep busy with one archive, at least 1
     */
    public Extractor(Limits limits, int threads, ExtractionListener listener) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
        this.limits = limits;
        this.threads = threads;
        this.listener = listener;
    }

    /**
     * Unpacks one archive.
     *
     * @param into made if it is not there; may hold files of earlier extractions, which are never replaced
     * @throws io.evaldata.datasets.DatasetsException when the archive is cut short, damaged, of another type, hostile or a
     *     bomb, or routes two different files to one path
     * @throws IOException when reading the source or writing a file fails
     * @throws InterruptedException when the calling thread is interrupted
     */
    public Extraction extract(ByteSource archive, ArchiveFormat format, Path into, Routing routing)
            throws IOException, InterruptedException {
        Meter meter = new Meter(limits);
        WrittenFiles written = new WrittenFiles();
        MemberWriter writer = new MemberWriter(TargetFolder.at(into), written, meter, listener);
        try {
            new Unpacking(writer, meter, threads).unpack(archive, archive.name(), format, routing);
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            InterruptedException interrupted =
                    new InterruptedException("interrupted while unpacking " + archive.name());
            interrupted.initCause(e);
            throw interrupted;
        }
        return new Extraction(meter.members(), meter.bytes(), written);
    }
}
