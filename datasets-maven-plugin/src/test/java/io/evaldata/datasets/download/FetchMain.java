package io.evaldata.datasets.download;

import io.evaldata.datasets.io.Checksum;
import io.evaldata.datasets.io.Checksum.Algorithm;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Fetches one file from the command line, for the benchmark and for tests that kill the process.
 *
 * <p>Arguments: cache folder, URL, SHA-256 or {@code -}, number of connections.
 */
public final class FetchMain {
    private FetchMain() {}

    /** Fetches; prints path, size and digest. */
    public static void main(String[] args) throws Exception {
        Set<Checksum> checksums = args[2].equals("-") ? Set.of() : Set.of(new Checksum(Algorithm.SHA256, args[2]));
        Expectation expected = new Expectation(OptionalLong.empty(), checksums, FileKind.ANY);
        FetchRequest request = FetchRequest.open("set", "file.bin", List.of(URI.create(args[1])), expected);
        int connections = Integer.parseInt(args[3]);
        try (Fetcher fetcher = Fetcher.into(Cache.at(Path.of(args[0]), Optional.empty()))
                        .connections(connections)
                        .connectionsPerHost(connections)
                        .open();
                Fetch fetch = fetcher.start(request, FetchListener.NONE)) {
            Fetched fetched = fetch.await();
            System.out.println(fetched.path() + " " + fetched.bytes() + " "
                    + fetched.sha256().orElseThrow());
        }
    }
}
