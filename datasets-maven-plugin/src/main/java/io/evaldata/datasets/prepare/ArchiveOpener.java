package io.evaldata.datasets.prepare;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.download.Fetch;
import io.evaldata.datasets.download.FetchRequest;
import io.evaldata.datasets.download.Fetcher;
import io.evaldata.datasets.download.HostsUnreachable;
import io.evaldata.datasets.extract.DirectoryDigest;
import io.evaldata.datasets.extract.Routing;
import io.evaldata.datasets.extract.ZipShare;
import io.evaldata.datasets.io.ByteSource;
import java.io.IOException;
import java.util.Optional;

/** Opens the archives of a dataset: whole, or of a remote zip only the members where that saves at least half. */
final class ArchiveOpener {
    private final Dataset dataset;
    private final Sources sources;
    private final Fetcher fetcher;
    private final boolean wholeOnly;
    private final PrepareListener listener;

    /**
     * @param wholeOnly whether members are not fetched by themselves, because that went wrong before
     */
    ArchiveOpener(Dataset dataset, Sources sources, Fetcher fetcher, boolean wholeOnly, PrepareListener listener) {
        this.dataset = dataset;
        this.sources = sources;
        this.fetcher = fetcher;
        this.wholeOnly = wholeOnly;
        this.listener = listener;
    }

    /**
     * An archive being fetched.
     *
     * @param fetch to read and await
     * @param directory SHA-256 of the zip's directory, where only members are fetched
     */
    record Opened(Fetch fetch, Optional<String> directory) implements AutoCloseable {
        @Override
        public void close() {
            fetch.close();
        }
    }

    /**
     * Begins to fetch an archive.
     *
     * @throws DatasetsException when the lock file allows no such file, or no host can be reached
     */
    Opened open(String source, Routing routing) throws IOException {
        FetchRequest wanted = sources.fetch(dataset, source);
        if (wholeOnly || !sources.mayComeInParts(dataset, source)) {
            return new Opened(fetcher.start(wanted, listener), Optional.empty());
        }
        Fetch parts = fetcher.startParts(wanted, listener);
        boolean opened = false;
        try {
            Optional<Look> look = look(parts, routing);
            if (look.isPresent()) {
                Optional<String> directory = look.get().directory();
                if (directory.isPresent()) {
                    sources.requireDirectory(dataset, source, directory.get());
                    tellShare(source, look.get().share());
                } else {
                    parts.whole();
                }
                opened = true;
                return new Opened(parts, directory);
            }
        } finally {
            if (!opened) { // also when its directory is refused: an open fetch keeps others from the file
                parts.close();
            }
        }
        return new Opened(fetcher.start(wanted, listener), Optional.empty());
    }

    private void tellShare(String source, ZipShare share) {
        String wanted = Sizes.text(share.wanted());
        listener.note(dataset, "fetching " + wanted + " of the " + Sizes.text(share.total()) + " of " + source);
    }

    /**
     * What a zip's directory says.
     *
     * @param directory its SHA-256, where fetching only members saves at least half
     */
    private record Look(ZipShare share, Optional<String> directory) {}

    /**
     * Looks at the directory; nothing when it cannot be had: the whole file, fetched next, works or says why not.
     *
     * @throws SourceUnavailable when no host can be reached
     */
    private static Optional<Look> look(Fetch parts, Routing routing) {
        try (ByteSource bytes = parts.bytes()) {
            ZipShare share = ZipShare.of(bytes, routing);
            return Optional.of(
                    new Look(share, share.savesHalf() ? Optional.of(DirectoryDigest.of(bytes)) : Optional.empty()));
        } catch (IOException | DatasetsException e) {
            Optional<HostsUnreachable> unreachable = HostsUnreachable.in(e);
            if (unreachable.isPresent()) {
                throw new SourceUnavailable(unreachable.get()); // so would be the whole file
            }
            return Optional.empty();
        }
    }
}
