package io.evaldata.datasets.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code prepare} told the build: where the datasets are, and where the receipts that say they are complete. */
final class BuildOutputs {
    private static final String PREFIX = "datasets.";
    private static final String ROOT = ".root";

    /** What a receipt says of generated stand-ins; the jar has no reader of JSON. */
    private static final Pattern SAMPLE = Pattern.compile("\"kind\"\\s*:\\s*\"sample\"");

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

    /**
     * A dataset looked for.
     *
     * @param root its root, if it is prepared
     * @param missing otherwise why there is none, with what to do
     * @param isMistake whether no build could prepare it, because that is the name of no dataset
     */
    record Answer(Optional<Path> root, String missing, boolean isMistake) {}

    /** Looks for a dataset by its id or an alias. */
    Answer find(String name) {
        String id = property(name, ROOT) == null ? NAMES.id(name) : name;
        String said = property(id, ROOT);
        if (said == null) {
            return mistake(name)
                    .orElseGet(() -> missing(
                            id, Files.isRegularFile(file) ? file + " has " + onlyKnown() : "there is no " + file));
        }
        Path root = Path.of(said);
        if (!Files.isDirectory(root)) {
            return missing(id, "there is no folder " + root);
        }
        String receipt = property(id, ".receipt");
        boolean complete = receipt == null ? hasReceiptAbove(root, id) : Files.isRegularFile(Path.of(receipt));
        return complete
                ? new Answer(Optional.of(root), "", false)
                : missing(
                        id,
                        root + " has no receipt"
                                + (receipt == null ? " in a folder .datasets above it" : ", " + receipt)
                                + ", so it is not complete");
    }

    /** A name that is no dataset's, and was meant to be another; one that is like no other may be a project's own. */
    private Optional<Answer> mistake(String name) {
        Optional<String> meant = DatasetNames.isGroup(name)
                ? Optional.of("is a group of datasets, which has no root; name one dataset")
                : NAMES.meantBy(name, known()).map(near -> "is no dataset; did you mean '" + near + "'?");
        return meant.map(what -> new Answer(Optional.empty(), "'" + name + "' " + what, true));
    }

    private Answer missing(String id, String reason) {
        return new Answer(
                Optional.empty(),
                "dataset '" + id + "' is not prepared: " + reason
                        + "; add it to the plugin's <datasets> in the POM and run: mvn datasets:prepare"
                        + (othersAreSamples(id) ? " -Ddatasets.sample=true" : ""),
                false);
    }

    /** Whether there are others, all generated stand-ins, with which the published data is never mixed. */
    private boolean othersAreSamples(String id) {
        List<Path> others = known().stream()
                .filter(other -> !other.equals(id))
                .flatMap(other -> Optional.ofNullable(property(other, ".receipt")).stream())
                .map(Path::of)
                .filter(Files::isRegularFile)
                .toList();
        return !others.isEmpty() && others.stream().allMatch(BuildOutputs::isOfSample);
    }

    private static boolean isOfSample(Path receipt) {
        try {
            return SAMPLE.matcher(Files.readString(receipt)).find();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + receipt, e);
        }
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
