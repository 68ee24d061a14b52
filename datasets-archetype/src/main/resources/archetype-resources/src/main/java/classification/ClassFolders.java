package ${package}.classification;

import ${package}.classification.LabelledImages.LabelledImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Datasets with a folder per class and no list: classes are the folders' names in order. */
final class ClassFolders {
    private static final String IMAGENET_NAMES = "imagenet-classes.txt";

    private ClassFolders() {}

    static LabelledImages readImagenet(Path root) throws IOException {
        List<Path> folders = sorted(root.resolve("data/val_images"));
        Map<String, String> names = new HashMap<>();
        for (String line : resource(IMAGENET_NAMES)) {
            names.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
        }
        List<String> classes = new ArrayList<>();
        for (Path folder : folders) {
            String synset = folder.getFileName().toString();
            classes.add(names.getOrDefault(synset, synset));
        }
        return new LabelledImages(classes, images(folders));
    }

    /** All images of the 101 classes: the random halves that papers draw can't be drawn again. */
    static LabelledImages readCaltech101(Path root) throws IOException {
        List<Path> folders = new ArrayList<>(sorted(root.resolve("101_ObjectCategories")));
        folders.removeIf(folder -> folder.endsWith("BACKGROUND_Google"));
        List<String> classes = folders.stream()
                .map(folder -> ClassNames.readable(folder.getFileName().toString()))
                .toList();
        return new LabelledImages(classes, images(folders));
    }

    /** The lines of a text file that lies beside this class. */
    static List<String> resource(String name) throws IOException {
        try (InputStream in = ClassFolders.class.getResourceAsStream("/classes/" + name)) {
            if (in == null) {
                throw new IOException("This project lost its file src/main/resources/classes/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static List<LabelledImage> images(List<Path> folders) throws IOException {
        List<LabelledImage> images = new ArrayList<>();
        for (int label = 0; label < folders.size(); label++) {
            for (Path image : sorted(folders.get(label))) {
                images.add(new LabelledImage(image, label));
            }
        }
        return images;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
