package ${package}.retrieval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ${package}.retrieval.CaptionedImages.Caption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** Reads the images and captions of one dataset from its root. */
@FunctionalInterface
public interface CaptionReader {
    CaptionedImages read(Path root) throws IOException;

    /** The datasets that can be read, by the ids of the Datasets Maven Plugin. */
    static Set<String> ids() {
        return Set.of("coco", "flickr30k");
    }

    static CaptionReader of(String id) {
        return switch (id) {
            case "coco" -> CaptionReader::readCoco;
            // The validation part, which the published evaluation reads; the test part lies beside it.
            case "flickr30k" -> root -> readFlickr(root, "flickr30k_val.json");
            default -> throw new NoSuchElementException("No captions are known for " + id + ", only for " + ids());
        };
    }

    private static CaptionedImages readCoco(Path root) throws IOException {
        JsonNode annotations = parse(root.resolve("annotations/captions_val2017.json"));
        List<Path> images = new ArrayList<>();
        Map<Long, Integer> indexOfId = new HashMap<>();
        for (JsonNode image : annotations.path("images")) {
            indexOfId.put(image.path("id").asLong(), images.size());
            images.add(root.resolve("images/val2017")
                    .resolve(image.path("file_name").asText()));
        }
        List<Caption> captions = new ArrayList<>();
        for (JsonNode annotation : annotations.path("annotations")) {
            Integer image = indexOfId.get(annotation.path("image_id").asLong());
            if (image == null) {
                throw new IOException(
                        "A caption is for image " + annotation.path("image_id") + ", which is not listed");
            }
            captions.add(new Caption(annotation.path("caption").asText(), image));
        }
        return new CaptionedImages(images, captions);
    }

    /** Image names in these files start with the name of the root folder itself. */
    private static CaptionedImages readFlickr(Path root, String file) throws IOException {
        List<Path> images = new ArrayList<>();
        List<Caption> captions = new ArrayList<>();
        for (JsonNode entry : parse(root.resolve(file))) {
            for (JsonNode caption : entry.path("caption")) {
                captions.add(new Caption(caption.asText(), images.size()));
            }
            images.add(root.resolveSibling(entry.path("image").asText()));
        }
        return new CaptionedImages(images, captions);
    }

    private static JsonNode parse(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
