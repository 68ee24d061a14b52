package io.evaldata.datasets.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps two processes, or two parts of one, from doing the same work at once.
 *
 * <p>Saves work only. Some network file systems grant every lock; what is done twice then is still proven and put in place
 * in one step. The lock file stays, as deleting it would race with the next one who locks it; the
 * system gives the lock up when the process ends in whatever way.
 */
public final class ProcessLock implements Closeable {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final FileChannel channel;

    private ProcessLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the lock, however long another one holds it.
     *
     * @param onWait called once when the lock is not free
     */
    public static ProcessLock acquire(Path file, Runnable onWait) throws IOException, InterruptedException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            boolean told = false;
            while (!tryLock(channel)) {
                if (!told) {
                    onWait.run();
                    told = true;
                }
                Thread.sleep(BETWEEN_TRIES.toMillis());
            }
            return new ProcessLock(channel);
        } catch (IOException | InterruptedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The lock if it is free. */
    public static Optional<ProcessLock> tryAcquire(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = tryLock(channel);
            return locked ? Optional.of(new ProcessLock(channel)) : Optional.empty();
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            if (!channel.isOpen()) {
                throw e;
            }
            // No locks on this file system: go on without.
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
