package io.evaldata.datasets.download;

import io.evaldata.datasets.download.Fetched.Provenance;
import io.evaldata.datasets.io.AtomicFile;
import io.evaldata.datasets.io.Boot;
import io.evaldata.datasets.io.Checksum;
import io.evaldata.datasets.io.Checksum.Algorithm;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * Remembers what a file was found to be, so that 39 GB are not read again at every start.
 *
 * <p>Counts only while the file's {@code stamp} (size, time of change, identity on its file system) is the same. A file that
 * was just written may be lost in a power cut although its name is there; syncing gigabytes would cost seconds, so a proof
 * of a file that was written, not read, counts until the system restarts and the file is then read through once.
 *
 * @param stamp what tells the file from another one of its name
 * @param boot the run of the system in which it was written; empty once it was read through
 * @param digests what it hashes to
 * @param origin where it came from
 */
record Proof(String stamp, String boot, Digests digests, Optional<Provenance> origin) {
    /** The proof of a file that was read through after its stamp was taken. */
    static Proof ofRead(String stamp, Digests digests, Optional<Provenance> origin) {
        return new Proof(stamp, "", digests, origin);
    }

    /** The proof of a file whose digests were computed while it was written. */
    static Proof ofWritten(Path file, Digests digests, Optional<Provenance> origin) throws IOException {
        return new Proof(stamp(file), Boot.id().orElse(""), digests, origin);
    }

    /** Whether the file need not be read again to know its digests. */
    boolean stillHolds(Path file) throws IOException {
        return stamp.equals(stamp(file))
                && (boot.isEmpty() || Boot.id().filter(boot::equals).isPresent());
    }

    /** What tells a file from another one of the same name. */
    static String stamp(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.size() + " "
                + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS) + " "
                + attributes.fileKey() + " "
                + file.toAbsolutePath();
    }

    /** Reads a proof; empty when there is none or it cannot be understood. */
    static Optional<Proof> read(Path proof) throws IOException {
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(Files.readString(proof)));
            Map<Algorithm, Checksum> digests = new EnumMap<>(Algorithm.class);
            for (Algorithm algorithm : Algorithm.values()) {
                String hex = lines.getProperty(algorithm.key());
                if (hex != null) {
                    digests.put(algorithm, new Checksum(algorithm, hex));
                }
            }
            if (!digests.containsKey(Algorithm.SHA256)) {
                return Optional.empty();
            }
            Optional<String> validator = Optional.ofNullable(lines.getProperty("validator"));
            Optional<Provenance> origin = Optional.ofNullable(lines.getProperty("url"))
                    .map(url -> new Provenance(URI.create(url), validator));
            return Optional.of(new Proof(
                    lines.getProperty("stamp", ""), lines.getProperty("boot", ""), new Digests(digests), origin));
        } catch (NoSuchFileException | CharacterCodingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Writes the proof, whole or not at all. */
    void write(Path proof) throws IOException {
        StringBuilder lines = new StringBuilder("stamp=").append(escape(stamp)).append('\n');
        if (!boot.isEmpty()) {
            lines.append("boot=").append(boot).append('\n');
        }
        digests.found().values().stream()
                .sorted((a, b) -> a.algorithm().compareTo(b.algorithm()))
                .forEach(c -> lines.append(c.algorithm().key())
                        .append('=')
                        .append(c.hex())
                        .append('\n'));
        origin.ifPresent(o -> lines.append("url=").append(o.url()).append('\n'));
        origin.flatMap(Provenance::validator)
                .ifPresent(v -> lines.append("validator=").append(escape(v)).append('\n'));
        Path fresh = AtomicFile.beside(proof); // with the rights of any file: others may use the cache
        try {
            Files.writeString(fresh, lines, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            AtomicMove.replace(fresh, proof);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
