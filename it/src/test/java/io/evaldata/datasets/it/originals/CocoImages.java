package io.evaldata.datasets.it.originals;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The images of COCO 2017 that COCO, COCO-Stuff and COCO-Object share. */
final class CocoImages {
    private static final List<String> IN_COCO = List.of(
            "000000000139.jpg",
            "000000000802.jpg",
            "000000011813.jpg",
            "000000012280.jpg",
            "000000018575.jpg",
            "000000019221.jpg");
    private static final List<String> IN_STUFF = List.of("000000001268.jpg", "000000001503.jpg");

    private CocoImages() {}

    static List<String> names() {
        return Stream.concat(IN_COCO.stream(), IN_STUFF.stream()).toList();
    }

    static byte[] image(String name) throws IOException {
        return RealFiles.bytes(
                IN_COCO.contains(name) ? "coco/val2017/" + name : "coco_stuff164k/images/val2017/" + name);
    }

    static byte[] zip() throws IOException {
        Archive zip = new Archive();
        for (String name : names()) {
            zip.add("val2017/" + name, image(name));
        }
        return zip.zip();
    }
}
