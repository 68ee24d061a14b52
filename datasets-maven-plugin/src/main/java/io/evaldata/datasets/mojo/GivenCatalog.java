package io.evaldata.datasets.mojo;

import io.evaldata.datasets.catalog.Catalog;
import io.evaldata.datasets.catalog.CatalogJars;
import io.evaldata.datasets.catalog.CatalogReader;
import io.evaldata.datasets.catalog.Dataset;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The catalogue with what jars among the plugin's dependencies bring, then the user's files, merged over it. */
final class GivenCatalog {
    private final List<Path> files;

    GivenCatalog(List<File> catalogs, GivenPaths paths) {
        this.files = GivenValues.writtenFiles(catalogs).stream()
                .map(file -> paths.path(file, "datasets.catalogs"))
                .toList();
    }

    /**
     * Reads all of it.
     *
     * @throws io.evaldata.datasets.catalog.CatalogException listing every mistake of every file
     */
    Catalog read() {
        return reader().catalog();
    }

    /** The same with one more file merged over everything. */
    Catalog readWith(Path overlay) {
        return reader().merge(overlay).catalog();
    }

    private CatalogReader reader() {
        return CatalogReader.builtIn().merge(jars()).merge(files);
    }

    /** The datasets whose entries describe a segmentation config; ours do not, so the catalogue is only read for others. */
    List<Dataset> withOwnConfig() throws IOException {
        if (files.isEmpty() && jars().isEmpty()) {
            return List.of();
        }
        return read().all().stream()
                .filter(dataset -> dataset.segConfig().isPresent())
                .toList();
    }

    /** Changes whenever one of the files or jars does; found without reading them. */
    String state() throws IOException {
        StringBuilder state = new StringBuilder(jars().state());
        for (Path path : files) {
            File file = path.toFile();
            state.append(file)
                    .append(' ')
                    .append(file.length())
                    .append(' ')
                    .append(file.lastModified())
                    .append('\n');
        }
        return state.toString();
    }

    private static CatalogJars jars() {
        return CatalogJars.of(GivenCatalog.class.getClassLoader());
    }
}
