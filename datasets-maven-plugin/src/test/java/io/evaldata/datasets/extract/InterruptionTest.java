package io.evaldata.datasets.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.catalog.ArchiveFormat;
import io.evaldata.datasets.io.ByteSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {
    @TempDir
    private Path into;

    @Test
    void stopsWhileWaitingForBytesOfATar() throws Exception {
        byte[] tar = Archives.tar(Map.of("a", new byte[1 << 16]));
        assertStops(new StuckSource(tar, 4096), ArchiveFormat.TAR);
    }

    @Test
    void stopsWhileWaitingForBytesOfAZip() throws Exception {
        byte[] zip = Archives.zip(Map.of("a", new byte[1 << 20], "b", new byte[1 << 20]), ZipEntry.STORED);
        assertStops(new StuckSource(zip, -1), ArchiveFormat.ZIP);
    }

    @Test
    void stopsWhenOneConversionFails() throws Exception {
        byte[] tar = Archives.tar(Map.of("a", new byte[10], "b", new byte[1 << 22], "c", new byte[1 << 22]));
        Routing routing = member -> Route.convert((m, content) -> {
            throw new IOException("no picture: " + m.name());
        });
        AtomicReference<Throwable> seen = new AtomicReference<>();
        Thread thread = new Thread(() -> run(Archives.source(tar), ArchiveFormat.TAR, routing, seen));
        thread.start();
        thread.join(TimeUnit.SECONDS.toMillis(20));
        assertThat(thread.isAlive()).isFalse();
        assertThat(seen.get()).isInstanceOf(IOException.class).hasMessageContaining("no picture");
    }

    private void assertStops(StuckSource source, ArchiveFormat format) throws Exception {
        AtomicReference<Throwable> seen = new AtomicReference<>();
        Thread thread = new Thread(() -> run(source, format, Routings.ALL, seen));
        thread.start();
        assertThat(source.stuck.await(20, TimeUnit.SECONDS)).isTrue();
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(20));

        assertThat(thread.isAlive()).isFalse();
        assertThat(seen.get()).isInstanceOf(InterruptedException.class);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(left -> left.getName().startsWith("datasets-") && left.isAlive());
    }

    private void run(ByteSource source, ArchiveFormat format, Routing routing, AtomicReference<Throwable> seen) {
        try {
            new Extractor(Limits.of(1L << 40, 100), 2, ExtractionListener.NONE).extract(source, format, into, routing);
        } catch (IOException | InterruptedException | RuntimeException e) {
            seen.set(e);
        }
    }

    /** Delivers up to a point and nothing more; when that is -1, all but the first bytes. */
    private static final class StuckSource implements ByteSource {
        private final byte[] bytes;
        private final int until;
        private final CountDownLatch stuck = new CountDownLatch(1);

        StuckSource(byte[] bytes, int until) {
            this.bytes = bytes;
            this.until = until;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public int read(long position, ByteBuffer into) throws IOException {
            boolean there = until < 0 ? position > 0 : position < until;
            if (!there) {
                stuck.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw (IOException) new InterruptedIOException("interrupted").initCause(e);
                }
            }
            int count = Math.min(into.remaining(), (until < 0 ? bytes.length : until) - (int) position);
            into.put(bytes, (int) position, count);
            return count;
        }

        @Override
        public String name() {
            return "stuck";
        }

        @Override
        public void close() {}
    }
}
