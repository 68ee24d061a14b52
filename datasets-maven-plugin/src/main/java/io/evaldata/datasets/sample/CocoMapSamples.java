package io.evaldata.datasets.sample;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Stand-ins of COCO-Stuff and of COCO-Object, on the pictures of the COCO sample. */
final class CocoMapSamples {
    private static final int UNLABELLED = 255;

    /** Raw values for the forms in their order: sports ball, laptop, frisbee, pizza, kite, donut, airplane. */
    private static final List<Integer> THINGS = List.of(36, 72, 33, 58, 37, 59, 4);

    /** Raw values for the textures in their order: sky, floor, grass, wall, sea, road. */
    private static final List<Integer> STUFF = List.of(156, 114, 123, 170, 154, 148);

    private CocoMapSamples() {}

    static Sample cocoStuff() throws IOException {
        Map<Integer, Scene> validation = CocoPictures.validation();
        Map<Integer, Scene> training = CocoPictures.training();
        SampleArchive maps = new SampleArchive();
        add(maps, "train2017/", training);
        add(maps, "val2017/", validation);
        Sample sample = new Sample()
                .file("val2017.zip", CocoPictures.zip("val2017", validation))
                .file("train2017.zip", CocoPictures.zip("train2017", training))
                .file("stuffthingmaps_trainval2017.zip", maps.zip());
        CocoPictures.leave(sample);
        leave(sample, ".png");
        leave(sample, "_labelTrainIds.png");
        return sample;
    }

    /** Has no files of its own: it is made from those of COCO-Stuff. */
    static Sample cocoObject() {
        Sample sample = new Sample();
        leave(sample, "_instanceTrainIds.png");
        return sample;
    }

    private static void leave(Sample sample, String suffix) {
        CocoPictures.validation()
                .keySet()
                .forEach(id -> sample.leaves("annotations/val2017/" + CocoPictures.stem(id) + suffix));
        CocoPictures.training()
                .keySet()
                .forEach(id -> sample.leavesInFull("annotations/train2017/" + CocoPictures.stem(id) + suffix));
    }

    private static void add(SampleArchive archive, String folder, Map<Integer, Scene> scenes) throws IOException {
        for (Map.Entry<Integer, Scene> entry : scenes.entrySet()) {
            Scene scene = entry.getValue();
            Regions regions = Regions.of(scene);
            archive.add(
                    folder + CocoPictures.stem(entry.getKey()) + ".png",
                    SamplePicture.greyMap(scene.width(), scene.height(), (x, y) -> raw(scene, regions, x, y)));
        }
    }

    private static int raw(Scene scene, Regions regions, int x, int y) {
        int region = regions.at(x, y);
        if (region == Regions.OUTLINE) {
            return UNLABELLED;
        }
        return region == Regions.GROUND
                ? STUFF.get(Texture.ALL.indexOf(scene.texture()))
                : THINGS.get(Form.ALL.indexOf(scene.figures().get(region).form()));
    }
}
