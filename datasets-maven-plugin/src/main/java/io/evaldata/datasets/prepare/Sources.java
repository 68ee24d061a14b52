package io.evaldata.datasets.prepare;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.ArchiveFormat;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.catalog.Source;
import io.evaldata.datasets.catalog.Way;
import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.download.DigestMismatch;
import io.evaldata.datasets.download.Expectation;
import io.evaldata.datasets.download.FetchRequest;
import io.evaldata.datasets.download.FileKind;
import io.evaldata.datasets.download.Gate;
import io.evaldata.datasets.io.Checksum;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** The catalogue's sources as requests to fetch, with what the lock file pins, and the order in which ways are tried. */
final class Sources {
    /** Smaller files are fetched whole: a few requests cost as much. */
    private static final long WORTH_ASKING = 4L << 20;

    private static final int TRIES = 250;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    private final Request request;
    private final Cache cache;
    private final LockFile lock;

    Sources(Request request, Cache cache, LockFile lock) {
        this.request = request;
        this.cache = cache;
        this.lock = lock;
    }

    /** What to fetch for a source. */
    FetchRequest fetch(Dataset dataset, String file) {
        Source source = dataset.source(file);
        Optional<LockFile.Pin> pin = lock.pin(dataset.id(), file);
        Set<Checksum> checksums = new LinkedHashSet<>(source.checksums());
        if (checksums.isEmpty() || request.fetching().locked()) {
            pin.flatMap(LockFile.Pin::checksum).ifPresent(checksums::add);
        }
        OptionalLong bytes = source.bytes();
        Gate gate = new Gate(source.access(), Optional.of(source.page()).filter(page -> !page.isEmpty()));
        return new FetchRequest(
                dataset.id(), file, source.urls(), new Expectation(bytes, checksums, kind(source)), gate);
    }

    private static FileKind kind(Source source) {
        return switch (source.format()) {
            case ZIP -> FileKind.ZIP;
            case TAR_GZ -> FileKind.GZIP;
            case TAR -> FileKind.TAR;
            case TAR_BZ2, FILE -> FileKind.ANY;
        };
    }

    /**
     * Makes sure that the lock file pins a source, where nothing else may be used.
     *
     * @throws DatasetsException when it does not
     */
    void requirePinned(Dataset dataset, String file) {
        if (request.fetching().locked() && lock.pin(dataset.id(), file).isEmpty()) {
            throw new DatasetsException(
                    dataset.id() + ": " + file + " is not pinned by the lock file "
                            + request.fetching()
                                    .lockFile()
                                    .map(Object::toString)
                                    .orElse("(there is none)")
                            + ", and datasets.locked allows nothing else",
                    "Run once without datasets.locked and commit the lock file.");
        }
    }

    /**
     * Makes sure that what a dataset was prepared from is what the lock file pins: always where no publisher states a
     * digest, for the rest where nothing else may be used.
     *
     * @throws DatasetsException when it is something else
     */
    void requirePinned(Dataset dataset, Receipt receipt) {
        for (Receipt.Origin origin : receipt.sources()) {
            Source source = dataset.sources().get(origin.file());
            boolean binding = request.fetching().locked()
                    || (source != null && source.checksums().isEmpty());
            Optional<LockFile.Pin> pin = lock.pin(dataset.id(), origin.file());
            if (request.fetching().locked()) {
                requirePinned(dataset, origin.file());
            }
            if (binding && pin.isPresent() && !pin.get().allows(origin)) {
                throw new DatasetsException(
                        dataset.id() + ": was prepared from another " + origin.file()
                                + " than the lock file pins: expected "
                                + pin.get().described() + ", found "
                                + (origin.sha256().isEmpty() ? "directory " + origin.directory() : origin.sha256()),
                        "Delete " + dataset.id()
                                + "'s receipt in the .datasets folder to have it prepared anew, or take"
                                + " the entry out of the lock file to accept what is there.");
            }
        }
    }

    /**
     * The same failure, saying so where the digest that does not hold is not the catalogue's but the lock file's, or of a
     * catalogue file of the user's own, who may have written it wrong.
     */
    DatasetsException explained(Dataset dataset, DatasetsException failure) {
        Optional<DigestMismatch> mismatch = DigestMismatch.in(failure);
        if (mismatch.isEmpty()) {
            return failure;
        }
        Source source = dataset.source(mismatch.get().file());
        boolean published = source.checksums().stream().anyMatch(mismatch.get()::breaks);
        boolean recorded = lock.pin(dataset.id(), source.file())
                .flatMap(LockFile.Pin::checksum)
                .filter(mismatch.get()::breaks)
                .isPresent();
        if (recorded && !published) {
            Object file = request.fetching().lockFile().map(Object.class::cast).orElse("the lock file");
            return new DatasetsException(
                    failure.getMessage() + "\n    the expected digest of " + source.file()
                            + " is not from a catalogue: an earlier run recorded it in " + file,
                    "If " + source.file() + " was changed on purpose, take the entry '" + source.file() + "' of '"
                            + dataset.id() + "' out of " + file + " and run again, which records the new one;"
                            + " else put the former file back.",
                    failure);
        }
        if (published && !dataset.ownFiles().isEmpty()) {
            return new DatasetsException(
                    failure.getMessage() + "\n    the expected digest of " + source.file()
                            + " is written in a catalogue file",
                    failure.remedy() + " If the file is right, the digest in the catalogue file is wrong: write the"
                            + " found one there.",
                    failure);
        }
        return failure;
    }

    /** Whether the lock file pins the digest of the whole file, which fetching parts could not be held to. */
    boolean isPinnedWhole(Dataset dataset, String file) {
        return lock.pin(dataset.id(), file)
                        .filter(pin -> pin.sha256() != null && pin.directory() == null)
                        .isPresent()
                && (dataset.source(file).checksums().isEmpty()
                        || request.fetching().locked());
    }

    /** Whether the lock file pins the file by its directory alone. */
    boolean isPinnedByDirectory(Dataset dataset, String file) {
        return lock.pin(dataset.id(), file).map(LockFile.Pin::directory).isPresent();
    }

    /** Whether it is worth asking for the wanted members of a remote zip by themselves. */
    boolean mayComeInParts(Dataset dataset, String file) throws IOException {
        Source source = dataset.source(file);
        return source.format() == ArchiveFormat.ZIP
                && request.scope() == Scope.EVAL
                && !request.fetching().offline()
                && !source.urls().isEmpty()
                && source.plannedBytes().orElse(WORTH_ASKING) >= WORTH_ASKING
                && !isPinnedWhole(dataset, file)
                && !isThere(dataset, file);
    }

    /** Takes a file, or what was fetched of it, out of the cache; a fetch just closed takes a moment to let go of it. */
    void discard(Dataset dataset, String file) throws IOException, InterruptedException {
        FetchRequest fetch = fetch(dataset, file);
        for (int tries = 1; !cache.discard(fetch) && tries < TRIES; tries++) {
            Thread.sleep(BETWEEN_TRIES.toMillis());
        }
    }

    /**
     * Makes sure that a zip of which only members are fetched is the one that the lock file pins.
     *
     * @throws DatasetsException when it is another one
     */
    void requireDirectory(Dataset dataset, String file, String directory) {
        Optional<String> pinned = lock.pin(dataset.id(), file).map(LockFile.Pin::directory);
        if (pinned.isPresent() && !pinned.get().equals(directory)) {
            throw new DatasetsException(
                    dataset.id() + ": " + file + " is not the file that the lock file pins: its directory should have"
                            + " SHA-256 " + pinned.get() + ", found " + directory,
                    "If the publisher changed it and you want the new one, take its entry out of the lock file.");
        }
    }

    /** Whether a file of the right size lies in the manual folder or in the cache. */
    boolean isThere(Dataset dataset, String file) throws IOException {
        return cache.glance(fetch(dataset, file)).isPresent();
    }

    /** The ways in the order they are tried: what is there already, then what is alive, then as the catalogue has them. */
    List<Way> ordered(Dataset dataset) throws IOException {
        List<Way> there = new ArrayList<>();
        List<Way> alive = new ArrayList<>();
        List<Way> dead = new ArrayList<>();
        for (Way way : dataset.ways()) {
            List<Source> missing = new ArrayList<>();
            for (String file : way.sources(request.scope())) {
                if (!isThere(dataset, file)) {
                    missing.add(dataset.source(file));
                }
            }
            boolean cannotBeHad = missing.stream()
                    .anyMatch(source -> source.isDead() || source.urls().isEmpty());
            (missing.isEmpty() ? there : cannotBeHad ? dead : alive).add(way);
        }
        return Stream.of(there, alive, dead).flatMap(List::stream).toList();
    }
}
