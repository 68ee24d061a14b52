package io.evaldata.datasets.sample;

import java.io.IOException;
import java.util.List;

/** Stand-ins of the datasets whose folders are the classes: ImageNet, SUN397 and Caltech-101. */
final class FolderSamples {
    private static final int PER_CLASS = 3;
    private static final int WIDTH = 144;
    private static final int HEIGHT = 108;

    /** Real synset ids, because the prepared tree is checked for them. */
    private static final List<String> WNIDS = List.of("n01440764", "n01443537", "n02123045", "n02979186", "n03445777");

    /** Real lines of {@code ClassName.txt}, one of them with a folder more. */
    private static final List<String> SUN_CLASSES =
            List.of("/a/abbey", "/a/airplane_cabin", "/a/apartment_building/outdoor", "/a/aquarium");

    private FolderSamples() {}

    /** Flat, and in an order that mixes the classes, as the Hub's archive is. */
    static Sample imagenet() throws IOException {
        Sample sample = new Sample();
        SampleArchive archive = new SampleArchive();
        int number = 1;
        for (int i = 0; i < PER_CLASS; i++) {
            for (int label = 0; label < WNIDS.size(); label++) {
                String name = String.format("ILSVRC2012_val_%08d_%s.JPEG", number++, WNIDS.get(label));
                archive.add(name, picture(label, i));
                sample.leaves("data/val_images/" + WNIDS.get(label) + "/" + name);
            }
        }
        return sample.file("val_images.tar.gz", archive.tarGz());
    }

    static Sample sun397() throws IOException {
        Sample sample = new Sample();
        SampleArchive archive = new SampleArchive();
        archive.add("SUN397/ClassName.txt", String.join("\n", SUN_CLASSES) + "\n");
        for (int label = 0; label < SUN_CLASSES.size(); label++) {
            for (int i = 0; i < PER_CLASS; i++) {
                String name = String.format("/sun_a%015x.jpg", 0x2f1d_7c31_9b5L * (label * PER_CLASS + i + 1));
                String path = SUN_CLASSES.get(label) + name;
                archive.add("SUN397" + path, picture(label, i));
                sample.leaves(path.substring(1));
            }
        }
        return sample.file("SUN397.tar.gz", archive.tarGz()).leaves("ClassName.txt");
    }

    /** An archive inside an archive, with the clutter category and macOS twins. */
    static Sample caltech101() throws IOException {
        Sample sample = new Sample();
        SampleArchive categories = new SampleArchive();
        SampleArchive annotations = new SampleArchive();
        List<String> names = List.of("BACKGROUND_Google", "accordion", "Faces_easy", "yin_yang");
        for (int label = 0; label < names.size(); label++) {
            for (int i = 0; i < PER_CLASS; i++) {
                String path = String.format("101_ObjectCategories/%s/image_%04d.jpg", names.get(label), i + 1);
                categories.add(path, picture(label, i));
                sample.leaves(path);
            }
            annotations.add("Annotations/" + names.get(label) + "/annotation_0001.mat", "no annotation");
        }
        byte[] zip = new SampleArchive()
                .add("caltech-101/101_ObjectCategories.tar.gz", categories.tarGz())
                .addAppleDouble("__MACOSX/caltech-101/._101_ObjectCategories.tar.gz")
                .add("caltech-101/show_annotation.m", "% Generated stand-in.\n")
                .addAppleDouble("__MACOSX/caltech-101/._show_annotation.m")
                .add("caltech-101/Annotations.tar", annotations.tar())
                .addAppleDouble("__MACOSX/caltech-101/._Annotations.tar")
                .zip();
        return sample.file("caltech-101.zip", zip);
    }

    private static byte[] picture(int label, int instance) throws IOException {
        return SamplePicture.jpeg(Scene.of(Kind.ALL.get(label), instance, WIDTH, HEIGHT));
    }
}
