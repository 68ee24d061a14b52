package io.evaldata.datasets.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.catalog.ArchiveFormat;
import io.evaldata.datasets.io.ByteRange;
import io.evaldata.datasets.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {
    @TempDir
    private Path temporary;

    @Property(tries = 25)
    void whatWasPackedComesOut(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int threads) throws Exception {
        Map<String, byte[]> files = randomFiles(new Random(seed));
        byte[] tar = Archives.tar(files);
        assertComesOut(files, Archives.zip(files), ArchiveFormat.ZIP, threads);
        assertComesOut(files, Archives.zip(files, ZipEntry.STORED), ArchiveFormat.ZIP, threads);
        assertComesOut(files, tar, ArchiveFormat.TAR, threads);
        assertComesOut(files, Archives.gzip(tar), ArchiveFormat.TAR_GZ, threads);
    }

    @Test
    void readsWhatArrivesLateAndInSmallPieces() throws Exception {
        Map<String, byte[]> files = randomFiles(new Random(7));
        byte[] tar = Archives.tar(files);
        for (byte[] archive : List.of(Archives.zip(files), Archives.gzip(tar), tar)) {
            Path folder = temporary.resolve("" + archive.length);
            ArchiveFormat format =
                    archive == tar ? ArchiveFormat.TAR : archive[0] == 'P' ? ArchiveFormat.ZIP : ArchiveFormat.TAR_GZ;
            new Extractor(Limits.of(1L << 40, 1000), 2, ExtractionListener.NONE)
                    .extract(new SlowSource(archive), format, folder, Routings.ALL);
            assertSame(files, folder);
        }
    }

    @Test
    void tellsTheSourceWhichRangesItWillRead() throws Exception {
        Map<String, byte[]> files = new HashMap<>(Archives.files("a", "1"));
        files.put("big", new byte[3 << 20]);
        files.put("z", new byte[] {'2'});
        SlowSource source = new SlowSource(Archives.zip(files, ZipEntry.STORED));
        new Extractor(Limits.of(1L << 40, 1000), 2, ExtractionListener.NONE)
                .extract(
                        source, ArchiveFormat.ZIP, temporary, m -> m.size() < 9 ? Route.write(m.name()) : Route.skip());
        assertThat(source.expected.stream().mapToLong(ByteRange::length).sum()).isLessThan(300);
        assertThat(source.bytesRead).isLessThan(1 << 19);
    }

    @Test
    void convertsLargeMembers() throws Exception {
        byte[] large = new byte[3 << 20];
        new Random(3).nextBytes(large);
        Conversion copy = (member, content) -> List.of(NewFile.of("copy", content));
        Map<String, byte[]> files = Map.of("large", large);
        for (byte[] archive : List.of(Archives.zip(files), Archives.tar(files))) {
            Path folder = temporary.resolve("" + archive.length);
            new Extractor(Limits.of(1L << 40, 1000), 2, ExtractionListener.NONE)
                    .extract(
                            Archives.source(archive),
                            archive[0] == 'P' ? ArchiveFormat.ZIP : ArchiveFormat.TAR,
                            folder,
                            member -> new Route.Convert(List.of("same"), copy));
            assertThat(folder.resolve("copy")).hasBinaryContent(large);
            assertThat(folder.resolve("same")).hasBinaryContent(large);
        }
    }

    private static void assertComesOut(Map<String, byte[]> files, byte[] archive, ArchiveFormat format, int threads)
            throws Exception {
        Path folder = Files.createTempDirectory("round-trip");
        try {
            Extraction extraction = new Extractor(Limits.of(1L << 40, 1000), threads, ExtractionListener.NONE)
                    .extract(Archives.source(archive), format, folder, Routings.ALL);
            assertThat(extraction.files()).hasSize(files.size());
            assertSame(files, folder);
        } finally {
            delete(folder);
        }
    }

    private static void assertSame(Map<String, byte[]> files, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertThat(folder.resolve(file.getKey())).hasBinaryContent(file.getValue());
        }
    }

    /** A few files from empty to larger than any buffer, compressible and not. */
    private static Map<String, byte[]> randomFiles(Random random) {
        Map<String, byte[]> files = new HashMap<>();
        int count = random.nextInt(20);
        for (int i = 0; i < count; i++) {
            byte[] content = new byte[random.nextInt(1 << random.nextInt(22))];
            random.nextBytes(content);
            for (int j = 0; random.nextBoolean() && j < content.length; j++) {
                content[j] = (byte) (j / 97);
            }
            String folder = random.nextBoolean() ? "" : "folder" + random.nextInt(4) + "/";
            files.put(folder + "x".repeat(random.nextInt(150)) + i, content);
        }
        return files;
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException problem) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Delivers a few thousand bytes at a time, pausing now and then, and does not know its size at first. */
    private static final class SlowSource implements ByteSource {
        private final byte[] bytes;
        private final List<ByteRange> expected = new ArrayList<>();
        private long bytesRead;
        private boolean endSeen;

        SlowSource(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public synchronized long size() {
            return endSeen || bytesRead > 100 ? bytes.length : -1;
        }

        @Override
        public synchronized int read(long position, ByteBuffer into) throws IOException {
            if (position >= bytes.length) {
                endSeen = true;
                return -1;
            }
            int count = (int) Math.min(Math.min(into.remaining(), 4000 - position % 77), bytes.length - position);
            into.put(bytes, (int) position, count);
            bytesRead += count;
            if (bytesRead % 7 == 0) {
                LockSupport.parkNanos(200_000);
            }
            return count;
        }

        @Override
        public void expect(Iterable<ByteRange> ranges) {
            ranges.forEach(expected::add);
        }

        @Override
        public String name() {
            return "slow.archive";
        }

        @Override
        public void close() {}
    }
}
