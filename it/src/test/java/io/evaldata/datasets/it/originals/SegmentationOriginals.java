package io.evaldata.datasets.it.originals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The segmentation sets. */
final class SegmentationOriginals {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STUFF_MAPS = "coco_stuff164k/stuffthingmaps/";

    private final Generated generated;

    SegmentationOriginals(Generated generated) {
        this.generated = generated;
    }

    Original voc2012() throws IOException {
        String top = "VOCdevkit/VOC2012/";
        Archive tar = new Archive();
        Original voc = Original.of("voc2012");
        tar.add(top + "JPEGImages/2007_000027.jpg", RealFiles.bytes("voc2012/JPEGImages/2007_000027.jpg"));
        tar.add(top + "Annotations/2007_000027.xml", "<annotation/>");
        for (String real : List.of("voc2012/%s/2007_000129", "voc2012/labelme/%s/2011_000003")) {
            String stem = real.substring(real.lastIndexOf('/') + 1);
            Map<String, String> files = Map.of("JPEGImages", ".jpg", "SegmentationClass", ".png");
            for (Map.Entry<String, String> file : files.entrySet()) {
                byte[] content = RealFiles.bytes(real.formatted(file.getKey()) + file.getValue());
                String path = file.getKey() + "/" + stem + file.getValue();
                tar.add(top + path, content);
                voc.leaves(path, content);
            }
        }
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("train", "2007_000027\n");
        lists.put("val", "2007_000129\n2011_000003\n");
        lists.put("trainval", "2007_000027\n2007_000129\n2011_000003\n");
        lists.forEach((name, lines) -> {
            String path = "ImageSets/Segmentation/" + name + ".txt";
            tar.add(top + path, lines);
            voc.leaves(path, tar.member(top + path));
        });
        return voc.publishes("VOCtrainval_11-May-2012.tar", tar.tar());
    }

    /** Real run-length masks; the images they belong to are generated. */
    Original voc2010Context() throws IOException {
        Archive tar = new Archive();
        Original context = Original.of("voc2010_context");
        ObjectNode json = JSON.createObjectNode();
        ArrayNode images = json.putArray("images");
        ArrayNode annotations = json.putArray("annos_segmentation");
        Map<String, JsonNode> sizes = new LinkedHashMap<>();
        for (JsonNode real : JSON.readTree(RealFiles.bytes("pascal_context/inst_seg.part.json"))) {
            ObjectNode annotation = real.deepCopy();
            annotations.add(annotation.put("id", annotations.size() + 1));
            sizes.put(real.get("image_id").asText(), real.get("segmentation").get("size"));
        }
        int number = 0;
        for (Map.Entry<String, JsonNode> entry : sizes.entrySet()) {
            String stem = entry.getKey().substring(0, 4) + "_" + entry.getKey().substring(4);
            int height = entry.getValue().get(0).asInt();
            int width = entry.getValue().get(1).asInt();
            boolean validation = number++ % 2 == 0;
            images.addObject()
                    .put("file_name", stem + ".jpg")
                    .put("phase", validation ? "val" : "train")
                    .put("image_id", Long.parseLong(entry.getKey()))
                    .put("height", height)
                    .put("width", width);
            byte[] image = Generated.jpeg(number, width, height);
            tar.add("VOCdevkit/VOC2010/JPEGImages/" + stem + ".jpg", image);
            if (validation) {
                context.leaves("JPEGImages/" + stem + ".jpg", image).makes("SegmentationClassContext/" + stem + ".png");
            }
        }
        json.putArray("categories");
        byte[] bytes = JSON.writeValueAsBytes(json);
        return context.publishes("VOCtrainval_03-May-2010.tar", tar.tar())
                .publishes("trainval_merged.json", bytes)
                .leaves("trainval_merged.json", bytes)
                .makes("ImageSets/SegmentationContext/val.txt");
    }

    /** Real maps; for images without one, the real map of another image, at their size. */
    Original cocoStuff() throws IOException {
        List<String> others = List.of("000000017914", "000000184101", "000000284465", "000000426773", "000000580986");
        List<String> own = List.of("000000000139", "000000001268", "000000001503");
        Original stuff = Original.of("coco_stuff164k").publishes("val2017.zip", CocoImages.zip());
        Archive zip = new Archive();
        zip.add("train2017/000000000009.png", RealFiles.bytes(STUFF_MAPS + "train2017/000000017914.png"));
        int next = 0;
        for (String name : CocoImages.names()) {
            String stem = name.substring(0, name.indexOf('.'));
            byte[] map = own.contains(stem)
                    ? RealFiles.bytes(STUFF_MAPS + "val2017/" + stem + ".png")
                    : LabelMaps.fitted(
                            RealFiles.bytes(STUFF_MAPS + "train2017/" + others.get(next++) + ".png"),
                            CocoImages.image(name));
            zip.add("val2017/" + stem + ".png", map);
            stuff.leaves("images/val2017/" + name, CocoImages.image(name))
                    .leaves("annotations/val2017/" + stem + ".png", map)
                    .makes("annotations/val2017/" + stem + "_labelTrainIds.png");
        }
        return stuff.publishes("stuffthingmaps_trainval2017.zip", zip.zip());
    }

    Original cocoObject() {
        Original object = Original.of("coco_object").owns("annotations/val2017/*_instanceTrainIds.png");
        for (String name : CocoImages.names()) {
            object.makes("annotations/val2017/" + name.replace(".jpg", "_instanceTrainIds.png"));
        }
        return object;
    }

    /** Generated frames: Cityscapes may not be passed on. */
    Original cityscapes() throws IOException {
        Original cityscapes = Original.of("cityscapes").makes("val.txt");
        for (String file : List.of("leftImg8bit_trainvaltest.zip", "gtFine_trainvaltest.zip")) {
            byte[] published = generated.published("cityscapes", file);
            cityscapes.publishes(file, published);
            Archive.ofZip(published).members().forEach((name, content) -> {
                if (name.contains("/val/")) {
                    cityscapes.leaves(name, content);
                    if (name.endsWith("_polygons.json")) {
                        cityscapes.makes(name.replace("_polygons.json", "_labelTrainIds.png"));
                    }
                }
            });
        }
        return cityscapes;
    }

    Original ade20k() throws IOException {
        String top = "ADEChallengeData2016/";
        Original ade = Original.of("ade20k");
        Archive zip = new Archive();
        Map<String, String> real = Map.of(
                "images/validation/ADE_val_00000001.jpg", "ade/images/validation/ADE_val_00000001.jpg",
                "annotations/validation/ADE_val_00000001.png", "ade/annotations/validation/ADE_val_00000001.png");
        for (Map.Entry<String, String> file : real.entrySet()) {
            byte[] content = RealFiles.bytes(file.getValue());
            zip.add(top + file.getKey(), content);
            ade.leaves(file.getKey(), content);
        }
        zip.add(top + "images/training/ADE_train_00000001.jpg", Generated.jpeg(3, 64, 64));
        zip.add(top + "objectInfo150.txt", RealFiles.bytes("ade/objectInfo150.txt"));
        return ade.publishes("ADEChallengeData2016.zip", zip.zip());
    }
}
