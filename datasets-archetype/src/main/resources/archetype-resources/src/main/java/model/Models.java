package ${package}.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Chooses the model: the ONNX pair when its four files are named by system properties, else the one without weights. */
public final class Models {
    private static final List<String> FILES =
            List.of("clip.imageTower", "clip.textTower", "clip.vocabulary", "clip.merges");

    private Models() {}

    /**
     * The model that the properties ask for.
     *
     * @throws IOException if only some of the four files are named, or one does not exist or is no model
     */
    public static Model chosenBy(Properties properties) throws IOException {
        List<Path> files = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String property : FILES) {
            String file = properties.getProperty(property, "").strip();
            if (file.isEmpty()) {
                missing.add(property);
            } else if (Files.isRegularFile(Path.of(file))) {
                files.add(Path.of(file));
            } else {
                throw new IOException("No such file: " + file + ", given as " + property);
            }
        }
        if (files.isEmpty()) {
            return new ColourShapeModel();
        }
        if (!missing.isEmpty()) {
            throw new IOException("A CLIP model needs all of " + FILES + "; not given: " + missing);
        }
        ClipTokenizer tokenizer = ClipTokenizer.read(files.get(2), files.get(3));
        return ClipModel.load(files.get(0), files.get(1), tokenizer);
    }
}
