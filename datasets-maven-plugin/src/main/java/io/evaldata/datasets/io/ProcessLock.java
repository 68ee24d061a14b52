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
     * @param onWaitForProcess called once when it is another process that holds it
     */
    public static ProcessLock acquire(Path file, Runnable onWaitForProcess) throws IOException, InterruptedException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            boolean told = false;
            for (Holder other = tryLock(channel); other != Holder.NOBODY_ELSE; other = tryLock(channel)) {
                if (other == Holder.ANOTHER_PROCESS && !told) {
                    onWaitForProcess.run();
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
            locked = tryLock(channel) == Holder.NOBODY_ELSE;
            return locked ? Optional.of(new ProcessLock(channel)) : Optional.empty();
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    private enum Holder {
        NOBODY_ELSE,
        THIS_PROCESS,
        ANOTHER_PROCESS
    }

    private static Holder tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null ? Holder.NOBODY_ELSE : Holder.ANOTHER_PROCESS;
        } catch (OverlappingFileLockException e) {
            return Holder.THIS_PROCESS;
        } catch (IOException e) {
            if (!channel.isOpen()) {
                throw e;
            }
            // No locks on this file system: go on without.
            return Holder.NOBODY_ELSE;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
