package io.evaldata.datasets.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Catalogue files that jars on a class path bring: {@code META-INF/datasets/*.yaml}, {@code *.yml} and {@code *.json}, in
 * the order of the class path and within a jar in the order of their names. A folder of classes counts as a jar.
 *
 * <p>The entries of the jars are listed, so that a jar needs neither an index nor entries for its folders.
 */
public final class CatalogJars {
    private static final String FOLDER = "META-INF/datasets/";

    /** How the first member of a zip begins (APPNOTE.TXT 4.3.7). */
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final List<Path> places;

    private CatalogJars(List<Path> places) {
        this.places = List.copyOf(places);
    }

    /** What this class loader itself, not its parents, loads from; nothing for loaders that do not say. */
    public static CatalogJars of(ClassLoader loader) {
        List<Path> places = new ArrayList<>();
        if (loader instanceof URLClassLoader known) {
            for (URL url : known.getURLs()) {
                if (url.getProtocol().equals("file")) {
                    places.add(path(url));
                }
            }
        }
        return new CatalogJars(places);
    }

    private static Path path(URL url) {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            return Path.of(url.getPath()); // with a blank or so, which a URL may have and a URI may not
        }
    }

    /** Changes whenever one of the jars does; found without opening them. */
    public String state() throws IOException {
        StringBuilder state = new StringBuilder();
        for (Path place : places) {
            List<Path> files = Files.isDirectory(place) ? inFolder(place) : List.of(place);
            for (Path file : files) {
                if (Files.exists(file)) {
                    state.append(file)
                            .append(' ')
                            .append(Files.size(file))
                            .append(' ')
                            .append(Files.getLastModifiedTime(file))
                            .append('\n');
                }
            }
        }
        return state.toString();
    }

    /** Whether there is no catalogue file at all. */
    public boolean isEmpty() throws IOException {
        List<String> names = new ArrayList<>();
        read((content, name, origin) -> names.add(name));
        return names.isEmpty();
    }

    /** Takes one catalogue file. */
    @FunctionalInterface
    interface Taker {
        /**
         * Takes a file, which is closed behind it.
         *
         * @param name the whole name, for messages
         * @param origin the short name, for people who want to know where a dataset comes from
         */
        void take(InputStream content, String name, String origin) throws IOException;
    }

    /**
     * Hands over every catalogue file.
     *
     * @throws IOException when a jar cannot be read, or by the taker
     */
    void read(Taker taker) throws IOException {
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                for (Path file : inFolder(place)) {
                    try (InputStream content = Files.newInputStream(file)) {
                        taker.take(content, file.toString(), file.getFileName().toString());
                    }
                }
            } else if (Files.isRegularFile(place)) {
                readJar(place, taker);
            }
        }
    }

    private static void readJar(Path place, Taker taker) throws IOException {
        if (!beginsLikeZip(place)) {
            return; // a dependency may be of any type: a native library, a POM
        }
        try (ZipFile jar = open(place)) {
            List<? extends ZipEntry> files = jar.stream()
                    .filter(entry -> isCatalogue(entry.getName()))
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry file : files) {
                try (InputStream content = jar.getInputStream(file)) {
                    String origin = place.getFileName() + "!" + file.getName().substring(FOLDER.length());
                    taker.take(content, place + "!/" + file.getName(), origin);
                }
            }
        }
    }

    private static ZipFile open(Path place) throws IOException {
        try {
            return new ZipFile(place.toFile());
        } catch (ZipException e) {
            throw new IOException(place + ": " + e.getMessage(), e);
        }
    }

    private static boolean beginsLikeZip(Path place) throws IOException {
        try (InputStream in = Files.newInputStream(place)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }

    private static boolean isCatalogue(String entry) {
        return entry.startsWith(FOLDER)
                && entry.indexOf('/', FOLDER.length()) < 0
                && (entry.endsWith(".yaml") || entry.endsWith(".yml") || entry.endsWith(".json"));
    }

    private static List<Path> inFolder(Path classes) throws IOException {
        Path folder = classes.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, file -> isCatalogue(FOLDER + file.getFileName()))) {
            TreeSet<Path> sorted = new TreeSet<>();
            files.forEach(sorted::add);
            return List.copyOf(sorted);
        }
    }
}
