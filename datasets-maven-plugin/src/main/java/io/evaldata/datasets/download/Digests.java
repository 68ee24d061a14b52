package io.evaldata.datasets.download;

import io.evaldata.datasets.io.Checksum;
import io.evaldata.datasets.io.Checksum.Algorithm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a file hashes to, by algorithm. */
record Digests(Map<Algorithm, Checksum> found) {
    private static final int BLOCK = 1 << 18;

    Digests {
        found = Map.copyOf(found);
    }

    /** The algorithms to run for an expectation: those that were published, and SHA-256 for our own records. */
    static Set<Algorithm> wanted(Expectation expected) {
        Set<Algorithm> wanted = EnumSet.of(Algorithm.SHA256);
        expected.checksums().forEach(c -> wanted.add(c.algorithm()));
        return wanted;
    }

    /** Reads the whole file once. */
    static Digests of(Path file, Set<Algorithm> algorithms) throws IOException {
        Map<Algorithm, MessageDigest> running = new EnumMap<>(Algorithm.class);
        algorithms.forEach(a -> running.put(a, a.newDigest()));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            while (channel.read(block.clear()) >= 0) {
                running.values().forEach(d -> d.update(block.array(), 0, block.position()));
            }
        }
        Map<Algorithm, Checksum> found = new EnumMap<>(Algorithm.class);
        running.forEach((algorithm, digest) -> found.put(algorithm, algorithm.finish(digest)));
        return new Digests(found);
    }

    Checksum sha256() {
        return found.get(Algorithm.SHA256);
    }

    /** Whether every published digest was computed and holds. */
    boolean prove(Expectation expected) {
        return broken(expected).isEmpty();
    }

    /** The published digests that do not hold. */
    Set<Checksum> broken(Expectation expected) {
        return expected.checksums().stream()
                .filter(c -> !c.equals(found.get(c.algorithm())))
                .collect(Collectors.toSet());
    }

    /** Expected and found side by side, for the published digests that do not hold. */
    String difference(Expectation expected) {
        return broken(expected).stream()
                .map(c ->
                        "expected " + c + ", found " + found.get(c.algorithm()).hex())
                .sorted()
                .collect(Collectors.joining("; "));
    }
}
