package io.evaldata.datasets.download;

import io.evaldata.datasets.io.Checksum;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is known about a file before it is fetched.
 *
 * @param bytes its size, when known
 * @param checksums the digests that must all hold; empty for a file that is trusted on first use
 * @param kind the format its first bytes must show
 */
public record Expectation(OptionalLong bytes, Set<Checksum> checksums, FileKind kind) {
    public Expectation {
        checksums = Set.copyOf(checksums);
    }

    /** Nothing is known but the format. */
    public static Expectation of(FileKind kind) {
        return new Expectation(OptionalLong.empty(), Set.of(), kind);
    }

    /** Everything is known. */
    public static Expectation of(FileKind kind, long bytes, Checksum... checksums) {
        return new Expectation(OptionalLong.of(bytes), Set.of(checksums), kind);
    }

    /** Whether a digest will prove the bytes, wherever they come from. */
    public boolean provable() {
        return !checksums.isEmpty();
    }

    /** The digest of the given algorithm, when one was published. */
    public Optional<Checksum> checksum(Checksum.Algorithm algorithm) {
        return checksums.stream().filter(c -> c.algorithm() == algorithm).findFirst();
    }
}
