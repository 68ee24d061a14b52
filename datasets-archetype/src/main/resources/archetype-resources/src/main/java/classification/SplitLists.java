package ${package}.classification;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import ${package}.classification.LabelledImages.LabelledImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Datasets whose evaluated images are named in a list, each with its class. */
final class SplitLists {
    private SplitLists() {}

    /** {@code meta/test.json}: class to names of the form {@code class/number}. */
    static LabelledImages readFood101(Path root) throws IOException {
        TypeReference<TreeMap<String, List<String>>> type = new TypeReference<>() {};
        Map<String, List<String>> namesOfClass =
                new ObjectMapper().readValue(root.resolve("meta/test.json").toFile(), type);
        Listing listing = new Listing(namesOfClass.keySet());
        namesOfClass.forEach((className, names) ->
                names.forEach(name -> listing.add(root.resolve("images").resolve(name + ".jpg"), className)));
        return listing.images();
    }

    /** {@code labels/test1.txt}, the first of ten partitions; the archive adds a second {@code dtd} folder. */
    static LabelledImages readDtd(Path root) throws IOException {
        Path data = root.resolve("dtd");
        List<String> lines = lines(data.resolve("labels/test1.txt"));
        Listing listing = new Listing(lines.stream().map(SplitLists::folderOf).toList());
        lines.forEach(line -> listing.add(data.resolve("images").resolve(line), folderOf(line)));
        return listing.images();
    }

    /** {@code annotations/test.txt}: name, class number, species, breed; the class is the name without its number. */
    static LabelledImages readOxfordPets(Path root) throws IOException {
        List<String> names = lines(root.resolve("annotations/test.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ", 2)[0])
                .toList();
        Listing listing = new Listing(names.stream().map(SplitLists::breedOf).toList());
        names.forEach(name -> listing.add(root.resolve("images").resolve(name + ".jpg"), breedOf(name)));
        return listing.images();
    }

    /** {@code data/images_variant_test.txt}: number, blank, variant (which may hold blanks). */
    static LabelledImages readFgvcAircraft(Path root) throws IOException {
        Path data = root.resolve("data");
        Listing listing = new Listing(lines(data.resolve("variants.txt")));
        for (String line : lines(data.resolve("images_variant_test.txt"))) {
            String[] parts = line.split(" ", 2);
            listing.add(data.resolve("images").resolve(parts[0] + ".jpg"), parts[1]);
        }
        return listing.images();
    }

    /** {@code ClassName.txt} and every image below the folders it lists: the random part that papers draw can't be drawn again. */
    static LabelledImages readSun397(Path root) throws IOException {
        List<String> folders = lines(root.resolve("ClassName.txt"));
        List<String> classes = new ArrayList<>();
        List<LabelledImage> images = new ArrayList<>();
        for (String folder : folders) {
            // "/a/abbey": the letter only keeps the folders small.
            classes.add(ClassNames.readable(folder.substring(3)));
            try (Stream<Path> files = Files.list(root.resolve(folder.substring(1)))) {
                int label = classes.size() - 1;
                files.filter(file -> file.getFileName().toString().startsWith("sun_"))
                        .sorted()
                        .forEach(file -> images.add(new LabelledImage(file, label)));
            }
        }
        return new LabelledImages(classes, images);
    }

    private static String folderOf(String line) {
        return line.substring(0, line.indexOf('/'));
    }

    private static String breedOf(String name) {
        return name.substring(0, name.lastIndexOf('_'));
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Collects images while numbering their classes in the order of the alphabet. */
    private static final class Listing {
        private final List<String> classes;
        private final Map<String, Integer> labels = new HashMap<>();
        private final List<LabelledImage> images = new ArrayList<>();

        Listing(Iterable<String> names) {
            TreeSet<String> sorted = new TreeSet<>();
            names.forEach(sorted::add);
            classes = List.copyOf(sorted);
            for (int i = 0; i < classes.size(); i++) {
                labels.put(classes.get(i), i);
            }
        }

        void add(Path image, String className) {
            Integer label = labels.get(className);
            if (label == null) {
                throw new IllegalArgumentException(image + " is of class " + className + ", which is not listed");
            }
            images.add(new LabelledImage(image, label));
        }

        LabelledImages images() {
            return new LabelledImages(classes.stream().map(ClassNames::readable).toList(), images);
        }
    }
}
