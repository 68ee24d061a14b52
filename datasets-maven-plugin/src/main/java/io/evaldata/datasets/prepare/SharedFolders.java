package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Source;
import io.evaldata.datasets.catalog.Step;
import io.evaldata.datasets.io.FileContent;
import io.evaldata.datasets.io.FileEntry;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Folders that a prepared dataset already holds and another one needs too: linked instead of stored twice. */
final class SharedFolders {
    private final Request request;
    private final StateFolder state;

    SharedFolders(Request request, StateFolder state) {
        this.request = request;
        this.state = state;
    }

    /**
     * Links a step's files from the dataset it shares them with, when that one was made from the same source and none of them is missing or damaged; copies
     * where the file system cannot link.
     *
     * @return where the files came from originally; nothing when they have to be unpacked
     */
    Optional<Receipt.Origin> link(Source source, Step.Unpack unpack, Tree tree) throws IOException {
        if (unpack.sharedWith().isEmpty()) {
            return Optional.empty();
        }
        Step.Shared shared = unpack.sharedWith().get();
        if (!request.catalog().has(shared.dataset())) {
            return Optional.empty();
        }
        Dataset other = request.catalog().get(shared.dataset());
        Path root = request.roots().of(other);
        Optional<Receipt.Origin> origin = state.receipt(other.id())
                .filter(receipt -> receipt.kind().equals(request.kind()))
                .filter(receipt -> Path.of(receipt.root()).equals(root))
                .flatMap(receipt -> receipt.sources().stream()
                        .filter(from -> from.file().equals(source.file()) && isSame(from, source))
                        .findFirst());
        if (origin.isEmpty()) {
            return Optional.empty();
        }
        Map<String, FileEntry> files = state.manifest(other.id()).below(shared.folder() + "/");
        if (files.isEmpty()) {
            return Optional.empty();
        }
        for (Map.Entry<String, FileEntry> file : files.entrySet()) {
            if (!FileContent.matches(root.resolve(file.getKey()), file.getValue())) {
                return Optional.empty();
            }
        }
        for (Map.Entry<String, FileEntry> file : files.entrySet()) {
            Path here = tree.resolve(file.getKey());
            Files.createDirectories(here.getParent());
            link(root.resolve(file.getKey()), here);
            tree.record(file.getKey(), file.getValue());
        }
        return origin;
    }

    private static boolean isSame(Receipt.Origin origin, Source source) {
        return source.checksums().stream().anyMatch(sum -> sum.hex().equals(origin.sha256()))
                && source.bytes().orElse(origin.bytes()) == origin.bytes();
    }

    private static void link(Path there, Path here) throws IOException {
        try {
            Files.createLink(here, there);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(there, here);
        }
    }
}
