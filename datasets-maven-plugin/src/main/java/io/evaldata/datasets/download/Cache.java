package io.evaldata.datasets.download;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.download.Fetched.Provenance;
import io.evaldata.datasets.io.Checksum;
import io.evaldata.datasets.io.ProcessLock;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The downloads that all projects of a user share, together with the folder of files fetched by hand.
 *
 * <p>A file is looked for as {@code <manualDir>/<dataset>/<file>}, {@code <manualDir>/<file>}, in its own folder of the
 * cache (see {@link CacheEntry}), and as {@code <cache>/<file>}. What is found counts only once its size, format and
 * digests are right; the digests found are remembered in the cache, so a file is read through once. A copy of a file of
 * this machine that no digest describes counts only while that file is what was copied.
 */
public final class Cache {
    private static final String TAG =
            """
            Signature: 8a477f597d28d172789f06886806bc55
            # Downloads of the Datasets Maven Plugin; they can be fetched again. See https://bford.info/cachedir/
            """;

    private final Path root;
    private final Optional<Path> manualDir;

    private Cache(Path root, Optional<Path> manualDir) {
        this.root = root.toAbsolutePath().normalize();
        this.manualDir = manualDir.map(dir -> dir.toAbsolutePath().normalize());
    }

    /** A cache in the folder, which is created when something is put into it. */
    public static Cache at(Path root, Optional<Path> manualDir) {
        return new Cache(root, manualDir);
    }

    /**
     * Where the cache is unless the user says otherwise: {@code $XDG_CACHE_HOME/datasets-maven-plugin}, on Windows below
     * {@code %LOCALAPPDATA%}, else {@code ~/.cache/datasets-maven-plugin}.
     */
    public static Path defaultRoot(Map<String, String> environment, Path home) {
        for (String variable : List.of("XDG_CACHE_HOME", "LOCALAPPDATA")) {
            String folder = environment.getOrDefault(variable, "");
            if (!folder.isEmpty() && Path.of(folder).isAbsolute()) {
                return Path.of(folder, "datasets-maven-plugin");
            }
        }
        return home.resolve(".cache").resolve("datasets-maven-plugin");
    }

    /** The folder. */
    public Path root() {
        return root;
    }

    /**
     * The file, if it is there and is what it should be. Reads it through when that was not done before.
     *
     * @throws DatasetsException when a file that the user put there is not what it should be; it is left alone
     */
    public Optional<Fetched> find(FetchRequest request) throws IOException {
        for (Path candidate : manual(request)) {
            if (Files.isRegularFile(candidate)) {
                return Optional.of(proveManual(request, candidate));
            }
        }
        CacheEntry entry = entry(request);
        Optional<Examined> own = examine(request, entry);
        if (own.filter(Examined::isRight).isPresent()) {
            return own.map(Examined::fetched);
        }
        if (own.isPresent()) {
            AtomicMove.replace(entry.file(), entry.wrong());
            Files.deleteIfExists(entry.proof());
        }
        // What was fetched before its digest was known lies below its address.
        Optional<Examined> unproven = examine(request, CacheEntry.byAddress(root, request));
        if (unproven.filter(Examined::isRight).isPresent()) {
            return unproven.map(Examined::fetched);
        }
        Path loose = root.resolve(request.file());
        if (Files.isRegularFile(loose)) {
            return Optional.of(examine(request.expected(), loose, proofOf(loose)))
                    .filter(Examined::isRight)
                    .map(Examined::fetched);
        }
        return Optional.empty();
    }

    /**
     * What lies there for the file, told without reading it: for a plan. Touches nothing.
     *
     * @return the file when one of the right size is there
     */
    public Optional<Path> glance(FetchRequest request) throws IOException {
        List<Path> candidates = new ArrayList<>(manual(request));
        for (CacheEntry entry : List.of(entry(request), CacheEntry.byAddress(root, request))) {
            if (Files.isRegularFile(entry.file()) && !isOutdated(request, Proof.read(entry.proof()))) {
                candidates.add(entry.file());
            }
        }
        candidates.add(root.resolve(request.file()));
        for (Path candidate : candidates) {
            if (Files.isRegularFile(candidate) && rightSize(request.expected().bytes(), candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** How many bytes of the file an interrupted fetch left, to be resumed. Touches nothing. */
    public long resumable(FetchRequest request) throws IOException {
        return PieceMap.bytesIn(entry(request).map(), request.expected().provable());
    }

    /** The places in {@code datasets.manualDir} where the file is looked for, for messages. */
    public List<Path> manual(FetchRequest request) {
        return manualDir
                .map(dir ->
                        List.of(dir.resolve(request.dataset()).resolve(request.file()), dir.resolve(request.file())))
                .orElse(List.of());
    }

    /** What the file is known by in the cache: equal for requests that mean the same bytes. */
    public String key(FetchRequest request) {
        return entry(request).file().toString();
    }

    /** The file is to stay when it was used, whoever uses it. */
    public void keep(FetchRequest request) throws IOException {
        CacheEntry entry = entry(request);
        if (Files.isRegularFile(entry.file()) && !Files.exists(entry.kept())) {
            Files.write(entry.kept(), new byte[0]);
        }
    }

    /** Whether somebody wanted the file to stay. */
    public boolean isKept(FetchRequest request) {
        return Files.exists(entry(request).kept());
    }

    /**
     * Takes the file out of the cache, also what was fetched of it in parts, unless somebody is at it just now. Its lock
     * stays, for others may be waiting on it; so does what the user put there.
     *
     * @return whether it is gone; false when somebody is at it
     */
    public boolean discard(FetchRequest request) throws IOException {
        CacheEntry entry = entry(request);
        if (!Files.isDirectory(entry.folder())) {
            return true;
        }
        Optional<ProcessLock> lock = ProcessLock.tryAcquire(entry.lock());
        if (lock.isEmpty()) {
            return false;
        }
        try {
            for (Path file : List.of(entry.file(), entry.proof(), entry.part(), entry.map(), entry.kept())) {
                Files.deleteIfExists(file);
            }
            return true;
        } finally {
            lock.get().close();
        }
    }

    CacheEntry entry(FetchRequest request) {
        return CacheEntry.of(root, request);
    }

    /** The folder of the entry, made when it is not there, in a cache that says that it is one. */
    void create(CacheEntry entry) throws IOException {
        Files.createDirectories(entry.folder());
        try {
            Files.writeString(root.resolve("CACHEDIR.TAG"), TAG, java.nio.file.StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            return;
        }
    }

    /** Whether a file is a copy of what a file of this machine was before; where a digest is known, that decides. */
    private static boolean isOutdated(FetchRequest request, Optional<Proof> known) throws IOException {
        if (request.expected().provable()) {
            return false;
        }
        Optional<Provenance> origin = known.flatMap(Proof::origin);
        return origin.isPresent()
                && origin.get().validator().isPresent()
                && FileTransport.isOutdated(
                        origin.get().url(), origin.get().validator().get());
    }

    private Fetched proveManual(FetchRequest request, Path file) throws IOException {
        Examined examined = examine(request.expected(), file, proofOf(file));
        if (examined.isRight()) {
            return examined.fetched();
        }
        throw new DatasetsException(
                request.label() + ": the file put there by hand is not the right one: " + file + ": "
                        + examined.complaint(),
                "Replace it by the published file, or move it away to have it downloaded.",
                examined.broken().isEmpty()
                        ? null
                        : new DigestMismatch(
                                request.label() + ": the digest does not hold: " + examined.complaint(),
                                "",
                                request.file(),
                                examined.broken()));
    }

    private Path proofOf(Path file) {
        return new CacheEntry(
                        root.resolve("proofs"),
                        Integer.toHexString(file.toString().hashCode()) + "-" + file.getFileName())
                .proof();
    }

    /**
     * What a file was found to be.
     *
     * @param complaint why it is not the right one; empty when it is
     * @param broken the expected digests that do not hold, where they are why
     */
    private record Examined(Fetched fetched, String complaint, Set<Checksum> broken) {
        boolean isRight() {
            return complaint.isEmpty();
        }
    }

    /** Looks at the file of an entry; nothing where there is none, or one that is outdated. */
    private static Optional<Examined> examine(FetchRequest request, CacheEntry entry) throws IOException {
        if (!Files.isRegularFile(entry.file())) {
            return Optional.empty();
        }
        Optional<Proof> known = Proof.read(entry.proof());
        return isOutdated(request, known)
                ? Optional.empty()
                : Optional.of(examine(request.expected(), entry.file(), entry.proof(), known));
    }

    private static Examined examine(Expectation expected, Path file, Path proofFile) throws IOException {
        return examine(expected, file, proofFile, Proof.read(proofFile));
    }

    private static Examined examine(Expectation expected, Path file, Path proofFile, Optional<Proof> known)
            throws IOException {
        long bytes = Files.size(file);
        Optional<Provenance> origin = known.flatMap(Proof::origin);
        if (!rightSize(expected.bytes(), file)) {
            return wrong(file, bytes, "expected " + expected.bytes().getAsLong() + " bytes, found " + bytes);
        }
        if (known.isPresent()
                && known.get().stillHolds(file)
                && known.get().digests().prove(expected)) {
            return right(file, bytes, known.get().digests(), origin);
        }
        Optional<String> impostor = Impostor.recognise(
                expected.kind(), Impostor.head(file), file.getFileName().toString());
        if (impostor.isPresent()) {
            return wrong(file, bytes, impostor.get());
        }
        // Taken before reading: a change meanwhile must show.
        String stamp = Proof.stamp(file);
        Digests digests = Digests.of(file, Digests.wanted(expected));
        if (!digests.prove(expected)) {
            return wrong(file, bytes, digests.difference(expected), digests.broken(expected));
        }
        boolean firstUseRecorded = origin.isPresent() && !expected.provable();
        if (firstUseRecorded && !known.get().digests().sha256().equals(digests.sha256())) {
            return wrong(
                    file,
                    bytes,
                    "changed since it was fetched: was " + known.get().digests().sha256());
        }
        Files.createDirectories(proofFile.getParent());
        Proof.ofRead(stamp, digests, origin).write(proofFile);
        return right(file, bytes, digests, origin);
    }

    private static Examined right(Path file, long bytes, Digests digests, Optional<Provenance> origin) {
        return new Examined(new Fetched(file, bytes, Optional.of(digests.sha256()), origin, 0, true), "", Set.of());
    }

    private static Examined wrong(Path file, long bytes, String complaint) {
        return wrong(file, bytes, complaint, Set.of());
    }

    private static Examined wrong(Path file, long bytes, String complaint, Set<Checksum> broken) {
        return new Examined(new Fetched(file, bytes, Optional.empty(), Optional.empty(), 0, true), complaint, broken);
    }

    private static boolean rightSize(OptionalLong expected, Path file) throws IOException {
        return expected.isEmpty() || expected.getAsLong() == Files.size(file);
    }
}
