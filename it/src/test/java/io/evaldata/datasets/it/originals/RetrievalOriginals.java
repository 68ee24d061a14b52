package io.evaldata.datasets.it.originals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** COCO and Flickr30k: real images, captions that people wrote. */
final class RetrievalOriginals {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RetrievalOriginals() {}

    static Original coco() throws IOException {
        Original coco = Original.of("coco").publishes("val2017.zip", CocoImages.zip());
        for (String name : CocoImages.names()) {
            coco.leaves("images/val2017/" + name, CocoImages.image(name));
        }
        byte[] captions = captionsOf(CocoImages.names());
        return coco.publishes(
                        "annotations_trainval2017.zip",
                        new Archive()
                                .add("annotations/instances_val2017.json", "{}")
                                .add("annotations/captions_train2017.json", "{}")
                                .add("annotations/captions_val2017.json", captions)
                                .zip())
                .leaves("annotations/captions_val2017.json", captions);
    }

    /** The published captions, those of other images left out. */
    private static byte[] captionsOf(List<String> names) throws IOException {
        ObjectNode all = (ObjectNode) JSON.readTree(RealFiles.bytes("coco/annotations/captions_val2017.mini.json"));
        Set<Integer> ids = new HashSet<>();
        ArrayNode images = JSON.createArrayNode();
        for (JsonNode image : all.get("images")) {
            if (names.contains(image.get("file_name").asText())) {
                ids.add(image.get("id").asInt());
                images.add(image);
            }
        }
        ArrayNode annotations = JSON.createArrayNode();
        for (JsonNode annotation : all.get("annotations")) {
            if (ids.contains(annotation.get("image_id").asInt())) {
                annotations.add(annotation);
            }
        }
        all.set("images", images);
        all.set("annotations", annotations);
        return JSON.writeValueAsBytes(all);
    }

    /** Captions are real, of other images; the table is in the published format, quotes doubled in quoted fields. */
    static Original flickr30k() throws IOException {
        List<String> names = List.of("134206.jpg", "148284.jpg", "178045.jpg");
        List<String> splits = List.of("val", "test", "val");
        JsonNode captions = JSON.readTree(RealFiles.bytes("flickr30k/captions_val.json"));
        Archive zip = new Archive();
        StringBuilder table = new StringBuilder("raw,sentids,split,filename,img_id\n");
        Original flickr = Original.of("flickr30k");
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            byte[] image = RealFiles.bytes("flickr30k/images/" + name);
            zip.add("flickr30k-images/" + name, image);
            zip.add("__MACOSX/flickr30k-images/._" + name, new byte[] {0, 5, 22, 7});
            flickr.leaves(name, image);
            String raw = JSON.writeValueAsString(captions.get(i).get("captions"));
            table.append('"')
                    .append(raw.replace("\"", "\"\""))
                    .append("\",\"[0, 1, 2, 3, 4]\",")
                    .append(splits.get(i) + "," + name + "," + i + "\n");
        }
        return flickr.publishes("flickr30k-images.zip", zip.zip())
                .publishes(
                        "flickr_annotations_30k.csv",
                        table.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .makes("flickr30k_val.json")
                .makes("flickr30k_test.json");
    }
}
