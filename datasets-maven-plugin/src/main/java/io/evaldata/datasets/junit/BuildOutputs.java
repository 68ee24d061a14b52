package io.evaldata.datasets.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What {@code prepare} told the build: where the datasets are, and where the receipts that say they are complete. */
final class BuildOutputs {
    private static final String PREFIX = "datasets.";
    private static final String ROOT = ".root";

    private static final DatasetNames NAMES = DatasetNames.builtIn();

    private final UnaryOperator<String> given;
    private final Path file;
    private final Properties written;

    private BuildOutputs(UnaryOperator<String> given, Path file, Properties written) {
        this.given = given;
        this.file = file;
        this.written = written;
    }

    /**
     * Reads the file.
     *
     * @param given system properties, which go before what the file says; null for what is not set
     * @param file {@code datasets.properties} of the build, whether it is there or not
     */
    static BuildOutputs of(UnaryOperator<String> given, Path file) {
        Properties written = new Properties();
        if (Files.isRegularFile(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                written.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return new BuildOutputs(given, file, written);
    }

    /** A dataset looked for: either its root, or why there is none, with what to do. */
    record Answer(Optional<Path> root, String missing) {}

    /** Looks for a dataset by its id or an alias. */
    Answer find(String name) {
        String id = property(name, ROOT) == null ? NAMES.id(name) : name;
        String said = property(id, ROOT);
        if (said == null) {
            return missing(id, Files.isRegularFile(file) ? file + " has " + onlyKnown() : "there is no " + file);
        }
        Path root = Path.of(said);
        if (!Files.isDirectory(root)) {
            return missing(id, "there is no folder " + root);
        }
        String receipt = property(id, ".receipt");
        boolean complete = receipt == null ? hasReceiptAbove(root, id) : Files.isRegularFile(Path.of(receipt));
        return complete
                ? new Answer(Optional.of(root), "")
                : missing(
                        id,
                        root + " has no receipt"
                                + (receipt == null ? " in a folder .datasets above it" : ", " + receipt)
                                + ", so it is not complete");
    }

    private Answer missing(String id, String reason) {
        String meant = NAMES.meantBy(id, known())
                .map(near -> "; did you mean '" + near + "'?")
                .orElse(";");
        return new Answer(
                Optional.empty(),
                "dataset '" + id + "' is not prepared: " + reason + meant + " run: mvn datasets:prepare -Ddatasets="
                        + id + " (where the POM lists <datasets>, add it there and run mvn datasets:prepare)");
    }

    private String property(String id, String what) {
        String name = PREFIX + id + what;
        String value = given.apply(name);
        return value == null ? written.getProperty(name) : value;
    }

    private SortedSet<String> known() {
        return written.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX) && name.endsWith(ROOT))
                .map(name -> name.substring(PREFIX.length(), name.length() - ROOT.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String onlyKnown() {
        return known().isEmpty() ? "no dataset" : "only " + String.join(", ", known());
    }

    private static boolean hasReceiptAbove(Path root, String id) {
        for (Path folder = root.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(".datasets").resolve(id + ".json"))) {
                return true;
            }
        }
        return false;
    }
}
