package io.evaldata.datasets.it.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Debian's tinyproxy, a forward proxy for http and, by {@code CONNECT}, for https, that wants a login. */
public final class Tinyproxy implements AutoCloseable {
    /** Who may use it. */
    public static final String USER = "employee";

    /** The password to {@link #USER}. */
    public static final String PASSWORD = "proxysecret";

    private static final Path BINARY = Path.of("/usr/bin/tinyproxy");

    private final Path folder;
    private final int port = DebianProgram.freePort();
    private final DebianProgram program;

    private Tinyproxy(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Path configuration = Files.writeString(
                folder.resolve("tinyproxy.conf"),
                """
                Port %d
                Listen 127.0.0.1
                Timeout 60
                LogFile "%s"
                LogLevel Connect
                MaxClients 100
                Allow 127.0.0.1
                BasicAuth %s %s
                """
                        .formatted(port, folder.resolve("proxy.log"), USER, PASSWORD));
        program = DebianProgram.start(folder, port, List.of(BINARY.toString(), "-d", "-c", configuration.toString()));
    }

    /** Starts it in the folder; the test is skipped, visibly, where Debian's package is not installed. */
    public static Tinyproxy in(Path folder) throws IOException, InterruptedException {
        DebianProgram.require(BINARY, "tinyproxy-bin");
        return new Tinyproxy(Files.createDirectories(folder));
    }

    /** The port that it listens at on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The request lines it was sent, such as {@code CONNECT localhost:8443 HTTP/1.1}. */
    public List<String> requests() throws IOException {
        try (var lines = Files.lines(folder.resolve("proxy.log"))) {
            return lines.filter(line -> line.contains("Request (file descriptor"))
                    .map(line -> line.substring(line.indexOf("): ") + 3))
                    .toList();
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
