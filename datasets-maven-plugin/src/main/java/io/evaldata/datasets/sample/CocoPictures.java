package io.evaldata.datasets.sample;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The COCO pictures that several samples share: the same archives, byte for byte, wherever they are asked for. */
final class CocoPictures {
    private static final int VALIDATION = 8;
    private static final int TRAINING = 3;
    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;

    private CocoPictures() {}

    /** Picture ids and what the pictures show, of {@code val2017}. */
    static Map<Integer, Scene> validation() {
        return scenes(0, VALIDATION);
    }

    /** Picture ids and what the pictures show, of {@code train2017}. */
    static Map<Integer, Scene> training() {
        return scenes(100, TRAINING);
    }

    private static Map<Integer, Scene> scenes(int first, int count) {
        Map<Integer, Scene> scenes = new LinkedHashMap<>();
        for (int i = first; i < first + count; i++) {
            scenes.put(139 + 631 * i, Scene.numbered(i, WIDTH, HEIGHT));
        }
        return scenes;
    }

    /** Twelve digits, without an extension. */
    static String stem(int id) {
        return String.format("%012d", id);
    }

    /** Notes the pictures in a dataset that has them below {@code images}. */
    static void leave(Sample sample) {
        validation().keySet().forEach(id -> sample.leaves("images/val2017/" + stem(id) + ".jpg"));
        training().keySet().forEach(id -> sample.leavesInFull("images/train2017/" + stem(id) + ".jpg"));
    }

    static byte[] zip(String split, Map<Integer, Scene> scenes) throws IOException {
        SampleArchive archive = new SampleArchive();
        for (Map.Entry<Integer, Scene> scene : scenes.entrySet()) {
            archive.add(split + "/" + stem(scene.getKey()) + ".jpg", SamplePicture.jpeg(scene.getValue()));
        }
        return archive.zip();
    }
}
