package io.evaldata.datasets.sample;

import java.io.IOException;
import java.util.List;

/** The stand-in of ADE20K (ADEChallengeData2016). */
final class AdeSamples {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;
    private static final int TRAINING = 2;
    private static final int VALIDATION = 4;

    /** Classes for the forms in their order, 1 to 150: ball, painting, flag, mountain, signboard, plate, plane. */
    private static final List<Integer> THINGS = List.of(120, 23, 150, 17, 44, 143, 91);

    /** Classes for the textures in their order: wall, floor, grass, building, sea, road. */
    private static final List<Integer> GROUNDS = List.of(1, 4, 10, 2, 27, 7);

    private AdeSamples() {}

    static Sample ade20k() throws IOException {
        Sample sample = new Sample();
        SampleArchive archive = new SampleArchive();
        for (int i = 0; i < TRAINING + VALIDATION; i++) {
            boolean training = i < TRAINING;
            String folder = training ? "training/" : "validation/";
            String stem =
                    training ? String.format("ADE_train_%08d", i + 1) : String.format("ADE_val_%08d", i - TRAINING + 1);
            Scene scene = Scene.numbered(400 + i, WIDTH, HEIGHT);
            Regions regions = Regions.of(scene);
            String image = "images/" + folder + stem + ".jpg";
            String map = "annotations/" + folder + stem + ".png";
            archive.add("ADEChallengeData2016/" + image, SamplePicture.jpeg(scene));
            archive.add(
                    "ADEChallengeData2016/" + map,
                    SamplePicture.greyMap(WIDTH, HEIGHT, (x, y) -> label(scene, regions, x, y)));
            if (training) {
                sample.leavesInFull(image).leavesInFull(map);
            } else {
                sample.leaves(image).leaves(map);
            }
        }
        archive.add("ADEChallengeData2016/objectInfo150.txt", "Idx\tRatio\tTrain\tVal\tStuff\tName\n");
        archive.add("ADEChallengeData2016/sceneCategories.txt", "ADE_val_00000001 painting\n");
        return sample.file("ADEChallengeData2016.zip", archive.zip());
    }

    /** 0 where two regions meet. */
    private static int label(Scene scene, Regions regions, int x, int y) {
        int region = regions.at(x, y);
        if (region == Regions.OUTLINE) {
            return 0;
        }
        return region == Regions.GROUND
                ? GROUNDS.get(Texture.ALL.indexOf(scene.texture()))
                : THINGS.get(Form.ALL.indexOf(scene.figures().get(region).form()));
    }
}
