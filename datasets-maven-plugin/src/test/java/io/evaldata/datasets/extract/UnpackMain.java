package io.evaldata.datasets.extract;

import io.evaldata.datasets.catalog.ArchiveFormat;
import io.evaldata.datasets.io.ByteSource;
import io.evaldata.datasets.io.FileByteSource;
import java.nio.file.Path;

/**
 * Unpacks a whole archive from the command line, for {@code it/bench/unpack.sh}; prints seconds, files and bytes.
 */
public final class UnpackMain {
    private UnpackMain() {}

    /** Arguments: archive, folder, threads. */
    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        Path archive = Path.of(args[0]);
        ArchiveFormat format = ArchiveFormat.ofName(archive.toString());
        Extractor extractor = new Extractor(
                Limits.of(Long.MAX_VALUE, Long.MAX_VALUE), Integer.parseInt(args[2]), ExtractionListener.NONE);
        try (ByteSource source = FileByteSource.open(archive)) {
            Extraction extraction =
                    extractor.extract(source, format, Path.of(args[1]), member -> Route.write(member.name()));
            System.out.printf(
                    "%.3f %d %d%n",
                    (System.nanoTime() - start) / 1e9, extraction.files().size(), extraction.bytes());
        }
    }
}
