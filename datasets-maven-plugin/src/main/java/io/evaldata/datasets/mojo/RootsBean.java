package io.evaldata.datasets.mojo;

import io.evaldata.datasets.catalog.Family;
import java.io.File;
import java.util.EnumMap;
import java.util.Map;

/** The {@code <roots>} element: a folder per family, each optional. */
public class RootsBean {
    private File retrieval;
    private File imagenet;
    private File classification;
    private File segmentation;

    Map<Family, File> given() {
        Map<Family, File> given = new EnumMap<>(Family.class);
        put(given, Family.RETRIEVAL, retrieval);
        put(given, Family.IMAGENET, imagenet);
        put(given, Family.CLASSIFICATION, classification);
        put(given, Family.SEGMENTATION, segmentation);
        return given;
    }

    static void put(Map<Family, File> given, Family family, File root) {
        if (root != null) {
            given.put(family, root);
        }
    }
}
