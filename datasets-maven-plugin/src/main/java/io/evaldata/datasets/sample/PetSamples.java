package io.evaldata.datasets.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The stand-in of Oxford-IIIT Pet: pictures, split lists, and maps of pet, surroundings and outline. */
final class PetSamples {
    private static final int CLASSES = 4;
    private static final int PER_CLASS = 4;
    private static final int WIDTH = 144;
    private static final int HEIGHT = 108;

    private PetSamples() {}

    /** Has the original's traps: a MAT file among the pictures, and macOS twins among the maps. */
    static Sample oxfordPets() throws IOException {
        Sample sample = new Sample();
        SampleArchive images = new SampleArchive();
        SampleArchive annotations = new SampleArchive();
        List<String> trainval = new ArrayList<>();
        List<String> test = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (int label = 0; label < CLASSES; label++) {
            Kind kind = Kind.ALL.get(label);
            boolean cat = label % 2 == 0;
            // Cats are written with a capital, dogs without; dogs follow cats in the lists' breed numbers.
            String breed = cat ? capital(kind.name()) : kind.name();
            for (int i = 1; i <= PER_CLASS; i++) {
                Scene scene = Scene.of(kind, 20 + i, WIDTH, HEIGHT);
                Regions regions = Regions.of(scene);
                String name = breed + "_" + i;
                String line = name + " " + (label + 1) + " " + (cat ? 1 : 2) + " " + (label / 2 + 1);
                images.add("images/" + name + ".jpg", SamplePicture.jpeg(scene));
                sample.leaves("images/" + name + ".jpg").leaves("annotations/trimaps/" + name + ".png");
                annotations.add(
                        "annotations/trimaps/" + name + ".png",
                        SamplePicture.greyMap(WIDTH, HEIGHT, (x, y) -> trimap(regions, x, y)));
                annotations.addAppleDouble("annotations/trimaps/._" + name + ".png");
                all.add(line);
                (i <= PER_CLASS / 2 ? trainval : test).add(line);
            }
        }
        images.add("images/Abyssinian_100.mat", "no picture");
        annotations.add("annotations/README", "Generated stand-in.\n");
        annotations.add("annotations/list.txt", "#Image CLASS-ID SPECIES BREED ID\n" + ListedSamples.lines(all));
        annotations.add("annotations/trainval.txt", ListedSamples.lines(trainval));
        annotations.add("annotations/test.txt", ListedSamples.lines(test));
        return sample.file("images.tar.gz", images.tarGz())
                .file("annotations.tar.gz", annotations.tarGz())
                .leaves("annotations/test.txt")
                .leaves("annotations/trainval.txt")
                .leaves("annotations/list.txt");
    }

    /** 1 is the pet, 2 the ground, 3 the outline between them. */
    private static int trimap(Regions regions, int x, int y) {
        int region = regions.at(x, y);
        return region == Regions.OUTLINE ? 3 : region == Regions.GROUND ? 2 : 1;
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
