package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Source;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Sources whose addresses are files of this machine. */
final class LocalSource {
    private LocalSource() {}

    /** The first of the source's files that is there. */
    static Optional<Path> of(Source source) {
        return files(source).stream().filter(Files::isRegularFile).findFirst();
    }

    /** Whether it has addresses, all of this machine, and none is there. */
    static boolean isGone(Source source) {
        List<Path> files = files(source);
        return !files.isEmpty()
                && files.size() == source.urls().size()
                && of(source).isEmpty();
    }

    /** Where the source is expected on this machine. */
    static List<Path> files(Source source) {
        return source.urls().stream()
                .filter(url -> "file".equals(url.getScheme()))
                .flatMap(url -> path(url).stream())
                .toList();
    }

    private static Optional<Path> path(URI url) {
        try {
            return Optional.of(Path.of(url));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty(); // such as an address with a host
        }
    }
}
