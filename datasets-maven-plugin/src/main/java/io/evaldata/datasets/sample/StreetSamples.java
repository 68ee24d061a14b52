package io.evaldata.datasets.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stand-in of Cityscapes: two archives with the same files on top, pictures an eighth of the original's size. */
final class StreetSamples {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 128;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NO_LABEL = 0;

    private StreetSamples() {}

    /** A picture of a split. */
    private record Frame(String split, String city, String name) {
        String path() {
            return split + "/" + city + "/" + name;
        }
    }

    static Sample cityscapes() throws IOException {
        SampleArchive pictures = new SampleArchive();
        SampleArchive annotations = new SampleArchive();
        Sample sample = new Sample();
        for (SampleArchive archive : List.of(pictures, annotations)) {
            archive.add("README", "Generated stand-in.\n")
                    .add("license.txt", "Generated stand-in; no original content.\n");
        }
        for (Map.Entry<Frame, Street> entry : frames().entrySet()) {
            Frame frame = entry.getKey();
            Street street = entry.getValue();
            String picture = "leftImg8bit/" + frame.path() + "_leftImg8bit.png";
            String annotation = "gtFine/" + frame.path() + "_gtFine_";
            pictures.add(picture, SamplePicture.png(WIDTH, HEIGHT, (x, y) -> street.areaAt(x, y)
                    .rgb()));
            byte[] ids = SamplePicture.greyMap(
                    WIDTH,
                    HEIGHT,
                    (x, y) -> Math.max(NO_LABEL, street.areaAt(x + 0.5, y + 0.5).id()));
            annotations
                    .add(annotation + "instanceIds.png", ids)
                    .add(annotation + "labelIds.png", ids)
                    .add(annotation + "polygons.json", polygons(frame, street));
            leave(sample, frame, picture);
            leave(sample, frame, annotation + "labelTrainIds.png");
        }
        return sample.file("leftImg8bit_trainvaltest.zip", pictures.zip())
                .file("gtFine_trainvaltest.zip", annotations.zip())
                .leaves("val.txt");
    }

    private static Map<Frame, Street> frames() {
        Map<Frame, Street> frames = new LinkedHashMap<>();
        List<List<String>> splits = List.of(
                List.of("train", "aachen", "bochum"),
                List.of("val", "frankfurt", "lindau", "munster"),
                List.of("test", "berlin"));
        for (List<String> split : splits) {
            for (String city : split.subList(1, split.size())) {
                for (int i = 0; i < (split.get(0).equals("val") ? 2 : 1); i++) {
                    String name = String.format("%s_%06d_%06d", city, i, 19);
                    frames.put(new Frame(split.get(0), city, name), Street.numbered(frames.size(), WIDTH, HEIGHT));
                }
            }
        }
        return frames;
    }

    /** The test split's polygons hold nothing but regions to ignore, as the original's do. */
    private static byte[] polygons(Frame frame, Street street) throws IOException {
        ObjectNode json = JSON.createObjectNode().put("imgHeight", HEIGHT).put("imgWidth", WIDTH);
        ArrayNode objects = json.putArray("objects");
        for (Street.Area area : street.areas()) {
            if (frame.split().equals("test") && !area.label().equals("ego vehicle")) {
                continue;
            }
            ArrayNode polygon = objects.addObject().put("label", area.label()).putArray("polygon");
            area.outline().forEach(corner -> polygon.addArray().add(corner.x()).add(corner.y()));
        }
        return JSON.writeValueAsBytes(json);
    }

    private static void leave(Sample sample, Frame frame, String path) {
        if (frame.split().equals("val")) {
            sample.leaves(path);
        } else {
            sample.leavesInFull(path);
        }
    }
}
