package io.evaldata.datasets.download;

import io.evaldata.datasets.catalog.Access;
import io.evaldata.datasets.download.Credentials.Login;
import io.evaldata.datasets.io.ByteSource;
import io.evaldata.datasets.io.Checksum;
import io.evaldata.datasets.io.Checksum.Algorithm;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What the tests of fetching have in common: content, its digests, and a fetcher that does not sleep. */
final class FetchTesting {
    /** Where access to gated files is asked for. */
    static final String PAGE = "https://example.org/terms";

    private FetchTesting() {}

    static byte[] content(int bytes) {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return content;
    }

    static Checksum digest(Algorithm algorithm, byte[] content) {
        return new Checksum(
                algorithm, HexFormat.of().formatHex(algorithm.newDigest().digest(content)));
    }

    static Expectation proven(byte[] content) {
        return Expectation.of(FileKind.ANY, content.length, digest(Algorithm.SHA256, content));
    }

    static FetchRequest request(Expectation expected, URI... urls) {
        return FetchRequest.open("set", "file.bin", List.of(urls), expected);
    }

    static FetchRequest gated(Access access, Expectation expected, URI url) {
        return new FetchRequest("set", "file.bin", List.of(url), expected, new Gate(access, Optional.of(PAGE)));
    }

    /** The login at one server, and none elsewhere. */
    static Credentials only(String serverId, String user, String secret) {
        return (id, address) ->
                id.equals(serverId) ? Optional.of(new Login(user, Secret.of(secret))) : Optional.empty();
    }

    static Fetcher.Builder fetcher(Path cache) {
        return Fetcher.into(Cache.at(cache, Optional.empty())).pauser(duration -> {});
    }

    static Fetched fetch(Path cache, FetchRequest request) throws IOException, InterruptedException {
        return fetch(fetcher(cache), request);
    }

    static Fetched fetch(Fetcher.Builder builder, FetchRequest request) throws IOException, InterruptedException {
        try (Fetcher fetcher = builder.open();
                Fetch fetch = fetcher.start(request, FetchListener.NONE)) {
            return fetch.await();
        }
    }

    /** Does nothing for a while, which an interrupt ends. */
    static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs a class of the tests in another process; what it has to say fits into its pipe. */
    static Process fork(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    static byte[] read(ByteSource source, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && source.read(position + buffer.position(), buffer) >= 0) {
            Thread.onSpinWait();
        }
        return buffer.array();
    }
}
