package io.evaldata.datasets.it.servers;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;

/**
 * Debian's nginx in front of one folder of files, over HTTP and TLS. What the path begins with says how it behaves:
 *
 * <ul>
 *   <li>{@code /slow/}: 2 MB/s on each connection
 *   <li>{@code /few-requests/}: 20 requests a second, then 429
 *   <li>{@code /few-connections/}: two connections at 2 MB/s, then 503
 *   <li>{@code /gated/}: only with the login
 *   <li>{@code /forbidden/}: 403
 *   <li>{@code /moved/}: permanently moved on the same host
 *   <li>{@code /elsewhere/}: found at another host
 *   <li>{@code /secured/}: moved to https
 * </ul>
 */
public final class Nginx implements AutoCloseable {
    /** Who may see {@code /gated/}. */
    public static final String USER = "reader";

    /** The password to {@link #USER}. */
    public static final String PASSWORD = "open sesame";

    private static final Path BINARY = Path.of("/usr/sbin/nginx");
    private static final String CONFIGURATION =
            """
            %s
            daemon off;
            worker_processes 1;
            pid nginx.pid;
            error_log error.log;
            events { worker_connections 256; }
            http {
              log_format told '$request_method|$scheme|$uri|$status|$body_bytes_sent|$http_range|$http_authorization|$http_cookie|$http_proxy_authorization';
              access_log access.log told;
              client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp; uwsgi_temp_path temp; scgi_temp_path temp;
              limit_req_zone $binary_remote_addr zone=requests:1m rate=20r/s;
              limit_conn_zone $binary_remote_addr zone=connections:1m;
              server {
                listen 127.0.0.1:%d;
                listen 127.0.0.1:%d ssl;
                ssl_certificate %s;
                ssl_certificate_key %s;
                root files;
                location /slow/ { alias files/; limit_rate 2m; }
                location /few-requests/ { alias files/; limit_req zone=requests; limit_req_status 429; }
                location /few-connections/ { alias files/; limit_conn connections 2; limit_rate 2m; }
                location /gated/ { alias files/; auth_basic "files"; auth_basic_user_file users; }
                location /forbidden/ { deny all; }
                location /moved/ { rewrite ^/moved/(.*)$ /$1 permanent; }
                location /elsewhere/ { rewrite ^/elsewhere/(.*)$ http://127.0.0.1:%d/$1 redirect; }
                location /secured/ { rewrite ^/secured/(.*)$ https://localhost:%d/$1 permanent; }
              }
            }
            """;

    private final Path folder;
    private final int port = DebianProgram.freePort();
    private final int securePort = DebianProgram.freePort();
    private DebianProgram program;

    /** A question as nginx logged it; what was not sent is {@code -}. */
    public record Request(
            String method,
            String scheme,
            String path,
            int status,
            long bytes,
            String range,
            String authorization,
            String cookie,
            String proxyAuthorization) {
        private static Request parse(String line) {
            String[] fields = line.split("\\|", -1);
            return new Request(
                    fields[0],
                    fields[1],
                    fields[2],
                    Integer.parseInt(fields[3]),
                    Long.parseLong(fields[4]),
                    fields[5],
                    fields[6],
                    fields[7],
                    fields[8]);
        }
    }

    private Nginx(Path folder, TestAuthority authority) throws IOException, InterruptedException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("files"));
        Files.createDirectories(folder.resolve("temp"));
        // Otherwise nginx gives its rights up, and may not read the folders of a test.
        String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
        Files.writeString(
                folder.resolve("nginx.conf"),
                CONFIGURATION.formatted(
                        user, port, securePort, authority.certificate(), authority.key(), port, securePort));
        String login = USER + ":{PLAIN}" + PASSWORD + "\n";
        Files.writeString(folder.resolve("users"), login);
        Files.setPosixFilePermissions(folder.resolve("users"), PosixFilePermissions.fromString("rw-------"));
        start();
    }

    /** Starts nginx in the folder; the test is skipped, visibly, where Debian's package is not installed. */
    public static Nginx in(Path folder, TestAuthority authority) throws IOException, InterruptedException {
        DebianProgram.require(BINARY, "nginx");
        return new Nginx(Files.createDirectories(folder), authority);
    }

    /** Starts it again at the same ports after it was killed. */
    public void start() throws IOException, InterruptedException {
        program = DebianProgram.start(
                folder, port, List.of(BINARY.toString(), "-p", folder + "/", "-c", folder + "/nginx.conf"));
    }

    /** Ends it without a word. */
    public void kill() {
        program.kill();
    }

    /** Puts a file there, in one step. */
    public Nginx publish(String path, byte[] content) throws IOException {
        Path file = folder.resolve("files").resolve(path);
        Files.createDirectories(file.getParent());
        Path fresh = Files.write(folder.resolve("temp/new"), content);
        Files.move(
                fresh,
                file,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return this;
    }

    /** An address over plain HTTP. */
    public URI plain(String path) {
        return URI.create("http://localhost:" + port + "/" + path);
    }

    /** An address over TLS. */
    public URI secure(String path) {
        return URI.create("https://localhost:" + securePort + "/" + path);
    }

    /** Every question that was answered so far. */
    public List<Request> requests() throws IOException {
        try (var lines = Files.lines(folder.resolve("access.log"))) {
            return lines.map(Request::parse).toList();
        }
    }

    /** How many bytes of bodies it has sent in answers that succeeded. */
    public long sent() throws IOException {
        return requests().stream()
                .filter(request -> request.status() / 100 == 2)
                .mapToLong(Request::bytes)
                .sum();
    }

    /** What a user's login looks like in a question. */
    public static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        program.close();
    }
}
