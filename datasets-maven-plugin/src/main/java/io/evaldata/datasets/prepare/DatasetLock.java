package io.evaldata.datasets.prepare;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One preparation of a dataset at a time, among the threads of this process and, by a lock on a file, among processes.
 * Where a network file system grants the file lock to everybody, two preparations stage in each other's folder at worst;
 * what is moved into place was proven before.
 */
final class DatasetLock {
    /** Holds only locks that somebody has or waits for. */
    private static final ConcurrentMap<Path, Held> HELD = new ConcurrentHashMap<>();

    private static final class Held {
        private final ReentrantLock lock = new ReentrantLock();
        private int users;
    }

    /** What is done while nobody else prepares the dataset. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    private DatasetLock() {}

    /** Waits until nobody else prepares the dataset, which can be interrupted, and does the work. */
    static <T> T holding(Path file, Work<T> work) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        Path key = file.toAbsolutePath().normalize();
        Held held = HELD.compute(key, (path, found) -> {
            Held entry = found == null ? new Held() : found;
            entry.users++;
            return entry;
        });
        try {
            held.lock.lockInterruptibly();
            try {
                return holdingFile(file, work);
            } finally {
                held.lock.unlock();
            }
        } finally {
            HELD.computeIfPresent(key, (path, entry) -> --entry.users == 0 ? null : entry);
        }
    }

    private static <T> T holdingFile(Path file, Work<T> work) throws IOException, InterruptedException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = channel.lock();
            try {
                return work.run();
            } finally {
                lock.release();
            }
        }
    }
}
