package ${package}.data;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The root folder of every dataset that {@code prepare} left ready, by dataset id. */
public record PreparedDatasets(Map<String, Path> roots) {
    /** Where {@code prepare} writes the roots, relative to the project. */
    public static final Path PROPERTIES = Path.of("target", "datasets", "datasets.properties");

    private static final Pattern ROOT = Pattern.compile("datasets[.]([a-z0-9_-]+)[.]root");

    public PreparedDatasets {
        roots = Collections.unmodifiableMap(new TreeMap<>(roots));
    }

    /**
     * The roots that Maven handed to this JVM as system properties, or, in an IDE that does not, those in the file that the
     * last {@code mvn verify} left.
     */
    public static PreparedDatasets current() throws IOException {
        PreparedDatasets handedOver = of(System.getProperties());
        return handedOver.roots.isEmpty() ? read(PROPERTIES) : handedOver;
    }

    public static PreparedDatasets read(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new IOException("No " + file + ": run mvn datasets:prepare in this project first");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return of(properties);
    }

    /** Picks the properties {@code datasets.<id>.root}; others are left alone. */
    public static PreparedDatasets of(Properties properties) {
        Map<String, Path> roots = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            Matcher matcher = ROOT.matcher(name);
            if (matcher.matches()) {
                roots.put(matcher.group(1), Path.of(properties.getProperty(name)));
            }
        }
        return new PreparedDatasets(roots);
    }

    public Path root(String id) {
        Path root = roots.get(id);
        if (root == null) {
            throw new NoSuchElementException("Dataset " + id + " is not prepared, only " + roots.keySet());
        }
        return root;
    }

    /** Those of the given datasets that are prepared. */
    public PreparedDatasets only(Collection<String> ids) {
        Map<String, Path> chosen = new TreeMap<>(roots);
        chosen.keySet().retainAll(ids);
        return new PreparedDatasets(chosen);
    }
}
