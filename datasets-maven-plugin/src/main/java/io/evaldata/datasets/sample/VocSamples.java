package io.evaldata.datasets.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Stand-ins of PASCAL VOC 2012 and of VOC 2010 with the annotations of PASCAL Context. */
final class VocSamples {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;
    private static final int TRAIN = 3;
    private static final int VALIDATION = 5;

    /** So many pictures; those behind the training and validation ones have no maps. */
    private static final int PICTURES = TRAIN + VALIDATION + 2;

    private static final int VOID = 255;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** VOC classes, spread over the twenty, for the forms in their order. */
    private static final List<Integer> VOC_CLASSES = List.of(1, 4, 7, 10, 13, 16, 20);

    /** Category numbers of PASCAL in Detail for the forms in their order: plate, tvmonitor, flower, mountain.. */
    private static final List<Integer> DETAIL_THINGS = List.of(295, 427, 159, 259, 355, 232, 2);

    /** Category numbers of PASCAL in Detail for the grounds: wall, sky, grass, floor, water, road. */
    private static final List<Integer> DETAIL_GROUNDS = List.of(440, 360, 187, 158, 445, 324);

    private VocSamples() {}

    static Sample voc2012() throws IOException {
        String top = "VOCdevkit/VOC2012/";
        Sample sample = new Sample();
        SampleArchive archive = new SampleArchive();
        List<String> train = new ArrayList<>();
        List<String> validation = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            String stem = stem(2007, i);
            Scene scene = scene(200 + i);
            archive.add(top + "JPEGImages/" + stem + ".jpg", SamplePicture.jpeg(scene));
            leave(sample, "JPEGImages/" + stem + ".jpg", i);
            if (i < TRAIN + VALIDATION) {
                Regions regions = Regions.of(scene);
                (isValidation(i) ? validation : train).add(stem);
                archive.add(
                        top + "SegmentationClass/" + stem + ".png",
                        SamplePicture.paletteMap(WIDTH, HEIGHT, (x, y) -> vocClass(scene, regions, x, y)));
                archive.add(
                        top + "SegmentationObject/" + stem + ".png",
                        SamplePicture.paletteMap(WIDTH, HEIGHT, (x, y) -> vocObject(regions, x, y)));
                leave(sample, "SegmentationClass/" + stem + ".png", i);
            }
        }
        List<String> both = new ArrayList<>(train);
        both.addAll(validation);
        String lists = "ImageSets/Segmentation/";
        archive.add(top + lists + "train.txt", ListedSamples.lines(train))
                .add(top + lists + "trainval.txt", ListedSamples.lines(both))
                .add(top + lists + "val.txt", ListedSamples.lines(validation));
        return sample.file("VOCtrainval_11-May-2012.tar", archive.tar())
                .leaves(lists + "train.txt")
                .leaves(lists + "trainval.txt")
                .leaves(lists + "val.txt");
    }

    private static int vocClass(Scene scene, Regions regions, int x, int y) {
        int region = regions.at(x, y);
        return region == Regions.OUTLINE ? VOID : region == Regions.GROUND ? 0 : ofForm(VOC_CLASSES, scene, region);
    }

    private static int vocObject(Regions regions, int x, int y) {
        int region = regions.at(x, y);
        return region == Regions.OUTLINE ? VOID : region + 1;
    }

    static Sample voc2010Context() throws IOException {
        String top = "VOCdevkit/VOC2010/";
        Sample sample = new Sample();
        SampleArchive archive = new SampleArchive();
        ObjectNode json = JSON.createObjectNode();
        json.putObject("info").put("description", "Generated stand-in");
        ArrayNode images = json.putArray("images");
        ArrayNode annotations = json.putArray("annos_segmentation");
        for (int i = 0; i < PICTURES; i++) {
            String stem = stem(2008, i);
            Scene scene = scene(300 + i);
            archive.add(top + "JPEGImages/" + stem + ".jpg", SamplePicture.jpeg(scene));
            leave(sample, "JPEGImages/" + stem + ".jpg", i);
            if (i < TRAIN + VALIDATION) {
                int id = 200_800_0000 + number(i);
                images.addObject()
                        .put("file_name", stem + ".jpg")
                        .put("phase", isValidation(i) ? "val" : "train")
                        .put("height", HEIGHT)
                        .put("width", WIDTH)
                        .put("image_id", id);
                annotate(annotations, id, scene, i);
                leave(sample, "SegmentationClassContext/" + stem + ".png", i);
            }
        }
        json.putArray("categories").addObject().put("category_id", 2).put("name", "aeroplane");
        archive.add(top + "ImageSets/Main/val.txt", "");
        return sample.file("VOCtrainval_03-May-2010.tar", archive.tar())
                .file("trainval_merged.json", JSON.writeValueAsBytes(json))
                .leaves("ImageSets/SegmentationContext/val.txt")
                .leavesInFull("ImageSets/SegmentationContext/train.txt");
    }

    /** First the ground, as one run over the whole picture, then the things that lie on it. */
    private static void annotate(ArrayNode annotations, int image, Scene scene, int index) {
        int ground = DETAIL_GROUNDS.get(index % DETAIL_GROUNDS.size());
        annotate(annotations, image, ground, scene, (x, y) -> true);
        for (int figure = 0; figure < scene.figures().size(); figure++) {
            int wanted = figure;
            int category = ofForm(DETAIL_THINGS, scene, figure);
            annotate(annotations, image, category, scene, (x, y) -> scene.figureAt(x + 0.5, y + 0.5) == wanted);
        }
    }

    private static void annotate(ArrayNode annotations, int image, int category, Scene scene, RunLengths.Mask mask) {
        ObjectNode annotation = annotations
                .addObject()
                .put("id", annotations.size())
                .put("image_id", image)
                .put("category_id", category)
                .put("iscrowd", 0);
        ObjectNode segmentation = annotation.putObject("segmentation");
        segmentation.putArray("size").add(scene.height()).add(scene.width());
        segmentation.put("counts", RunLengths.of(scene.width(), scene.height(), mask));
    }

    private static int ofForm(List<Integer> labels, Scene scene, int figure) {
        return labels.get(Form.ALL.indexOf(scene.figures().get(figure).form()));
    }

    /** Notes a file of a picture; whoever evaluates reads those of validation only. */
    private static void leave(Sample sample, String path, int index) {
        if (isValidation(index)) {
            sample.leaves(path);
        } else {
            sample.leavesInFull(path);
        }
    }

    private static boolean isValidation(int index) {
        return index >= TRAIN && index < TRAIN + VALIDATION;
    }

    private static Scene scene(int number) {
        return Scene.numbered(number, WIDTH, HEIGHT);
    }

    private static String stem(int year, int index) {
        return String.format("%d_%06d", year, number(index));
    }

    private static int number(int index) {
        return 33 + 97 * index;
    }
}
