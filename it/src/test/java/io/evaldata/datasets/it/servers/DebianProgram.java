package io.evaldata.datasets.it.servers;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server program of Debian's as a process of a test, on loopback. */
final class DebianProgram implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path log;
    private final Process process;

    private DebianProgram(Path log, Process process) {
        this.log = log;
        this.process = process;
    }

    /** Skips the test where the program is missing, except where {@code DATASETS_IT=all} says that nothing may be. */
    static void require(Path binary, String debianPackage) {
        if (!"all".equals(System.getenv("DATASETS_IT"))) {
            assumeThat(Files.isExecutable(binary))
                    .as("Debian's " + debianPackage)
                    .isTrue();
        }
    }

    /** Starts the program and waits until it accepts connections. */
    static DebianProgram start(Path folder, int port, List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve("output.log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        DebianProgram program = new DebianProgram(log, process);
        try {
            program.awaitPort(port);
            return program;
        } catch (IOException | InterruptedException | RuntimeException e) {
            program.close();
            throw e;
        }
    }

    private void awaitPort(int port) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!accepts(port)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("no server at port " + port + ": " + Files.readString(log));
            }
            Thread.sleep(10);
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A port that was free a moment ago. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it and its children at once, as {@code kill -9} does. */
    void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("a server does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
