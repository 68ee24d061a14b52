package io.evaldata.datasets.download;

import io.evaldata.datasets.io.ProcessLock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Holds a lock for tests that need another process to do so: says when it has it, and keeps it until its input ends. */
public final class LockMain {
    private LockMain() {}

    /** Locks the file named by the first argument. */
    public static void main(String[] args) throws IOException, InterruptedException {
        ProcessLock lock = ProcessLock.acquire(Path.of(args[0]), () -> {});
        System.out.println("locked");
        System.in.transferTo(OutputStream.nullOutputStream());
        lock.close();
    }
}
