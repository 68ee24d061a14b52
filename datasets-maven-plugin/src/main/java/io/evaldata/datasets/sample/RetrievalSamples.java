package io.evaldata.datasets.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Stand-ins of the captioned datasets; the captions say what the pictures show. */
final class RetrievalSamples {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ANNOTATIONS = List.of("captions", "instances", "person_keypoints");
    private static final int FLICKR_PICTURES = 11;
    private static final List<String> FLICKR_SPLITS =
            List.of("train", "val", "test", "val", "train", "test", "val", "train", "test", "val");

    private RetrievalSamples() {}

    static Sample coco() throws IOException {
        Map<Integer, Scene> validation = CocoPictures.validation();
        Map<Integer, Scene> training = CocoPictures.training();
        SampleArchive annotations = new SampleArchive();
        for (String kind : ANNOTATIONS) {
            annotations.add("annotations/" + kind + "_train2017.json", cocoJson(training, kind));
            annotations.add("annotations/" + kind + "_val2017.json", cocoJson(validation, kind));
        }
        Sample sample = new Sample()
                .file("val2017.zip", CocoPictures.zip("val2017", validation))
                .file("train2017.zip", CocoPictures.zip("train2017", training))
                .file("annotations_trainval2017.zip", annotations.zip())
                .leaves("annotations/captions_val2017.json");
        CocoPictures.leave(sample);
        for (String kind : ANNOTATIONS) {
            for (String split : List.of("_train2017.json", "_val2017.json")) {
                if (!(kind + split).equals("captions_val2017.json")) {
                    sample.leavesInFull("annotations/" + kind + split);
                }
            }
        }
        return sample;
    }

    /** Captions in full; the annotation files that no retrieval protocol opens hold the images alone. */
    private static byte[] cocoJson(Map<Integer, Scene> scenes, String kind) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.putObject("info").put("description", "Generated stand-in").put("year", 2017);
        json.putArray("licenses");
        ArrayNode images = json.putArray("images");
        ArrayNode annotations = json.putArray("annotations");
        int id = 1;
        for (Map.Entry<Integer, Scene> scene : scenes.entrySet()) {
            images.addObject()
                    .put("file_name", CocoPictures.stem(scene.getKey()) + ".jpg")
                    .put("height", scene.getValue().height())
                    .put("width", scene.getValue().width())
                    .put("id", scene.getKey());
            if (kind.equals("captions")) {
                for (String caption : scene.getValue().captions()) {
                    annotations
                            .addObject()
                            .put("image_id", scene.getKey())
                            .put("id", id++)
                            .put("caption", caption);
                }
            }
        }
        return JSON.writeValueAsBytes(json);
    }

    /** Has the original's two traps: macOS twins that are named like pictures, and a picture that no split names. */
    static Sample flickr30k() throws IOException {
        Sample sample = new Sample();
        SampleArchive archive = new SampleArchive();
        StringBuilder table = new StringBuilder("raw,sentids,split,filename,img_id\n");
        for (int i = 0; i < FLICKR_PICTURES; i++) {
            Scene scene = Scene.numbered(40 + i, 150, 110);
            String file = 1000092795L + 5_318_231L * i + ".jpg";
            archive.add("flickr30k-images/" + file, SamplePicture.jpeg(scene));
            archive.addAppleDouble("__MACOSX/flickr30k-images/._" + file);
            sample.leaves(file);
            if (i < FLICKR_SPLITS.size()) {
                table.append(row(i, file, scene));
            }
        }
        return sample.file("flickr30k-images.zip", archive.zip())
                .file("flickr_annotations_30k.csv", table.toString().getBytes(StandardCharsets.UTF_8))
                .leaves("flickr30k_val.json", Collections.frequency(FLICKR_SPLITS, "val"))
                .leaves("flickr30k_test.json", Collections.frequency(FLICKR_SPLITS, "test"));
    }

    private static String row(int index, String file, Scene scene) throws IOException {
        int first = 5 * index;
        List<Integer> ids = List.of(first, first + 1, first + 2, first + 3, first + 4);
        return quoted(JSON.writeValueAsString(scene.captions())) + "," + quoted(JSON.writeValueAsString(ids)) + ","
                + FLICKR_SPLITS.get(index) + "," + file + "," + index + "\n";
    }

    private static String quoted(String field) {
        return '"' + field.replace("\"", "\"\"") + '"';
    }
}
