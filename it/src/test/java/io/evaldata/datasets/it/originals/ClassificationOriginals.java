package io.evaldata.datasets.it.originals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The classification sets. */
final class ClassificationOriginals {
    private static final int FLOWERS = 8189;

    private final Generated generated;

    ClassificationOriginals(Generated generated) {
        this.generated = generated;
    }

    /** Real names and classes, generated images; one image of a training name must not count. */
    Original imagenet() throws IOException {
        Original imagenet = Original.of("imagenet");
        Archive tar = new Archive();
        List<String> real = RealFiles.lines("imagenet/val_synsets.part.txt");
        for (int i = 0; i < 24; i++) {
            String[] line = real.get(i).split(" ", -1);
            String name = line[0].replace(".JPEG", "_" + line[1] + ".JPEG");
            byte[] image = Generated.jpeg(i, 64, 48);
            tar.add(name, image);
            imagenet.leaves("data/val_images/" + line[1] + "/" + name, image);
        }
        return imagenet.publishes("val_images.tar.gz", tar.tarGz());
    }

    Original food101() throws IOException {
        Map<String, String> test =
                Map.of("apple_pie", "1005649", "baby_back_ribs", "2066952", "beef_carpaccio", "1523305");
        Original food = Original.of("food101");
        Archive tar = new Archive();
        StringBuilder json = new StringBuilder();
        for (Map.Entry<String, String> entry : test.entrySet()) {
            String path = "images/" + entry.getKey() + "/" + entry.getValue() + ".jpg";
            byte[] image = RealFiles.bytes("food-101/" + path);
            tar.add("food-101/images/" + entry.getKey() + "/100.jpg", Generated.jpeg(1, 64, 64));
            tar.add("food-101/" + path, image);
            food.leaves(path, image);
            json.append(json.length() == 0 ? "{" : ", ")
                    .append("\"" + entry.getKey() + "\": [\"" + entry.getKey() + "/" + entry.getValue() + "\"]");
        }
        Map<String, byte[]> meta = Map.of(
                "test.json", bytes(json + "}"),
                "train.json", bytes("{\"apple_pie\": [\"apple_pie/100\"]}"),
                "test.txt", RealFiles.bytes("food-101/meta/test.txt"),
                "classes.txt", bytes("apple_pie\nbaby_back_ribs\nbeef_carpaccio\n"));
        meta.forEach((name, content) -> {
            tar.add("food-101/meta/" + name, content);
            food.leaves("meta/" + name, content);
        });
        tar.add("food-101/license_agreement.txt", "research\n");
        return food.publishes("food-101.tar.gz", tar.tarGz());
    }

    /** The real list of classes with generated batches. */
    Original cifar10() throws IOException {
        Archive tar = Archive.ofTarGz(generated.published("cifar10", "cifar-10-python.tar.gz"));
        tar.add("cifar-10-batches-py/batches.meta", RealFiles.bytes("cifar/batches.meta"));
        return stripped("cifar10", "cifar-10-python.tar.gz", tar.tarGz(), tar, "cifar-10-batches-py/(.*)", "$1");
    }

    Original cifar100() throws IOException {
        String file = "cifar-100-python.tar.gz";
        byte[] published = generated.published("cifar100", file);
        return stripped("cifar100", file, published, Archive.ofTarGz(published), "cifar-100-python/(.*)", "$1");
    }

    Original sun397() throws IOException {
        String file = "SUN397.tar.gz";
        byte[] published = generated.published("sun397", file);
        Archive tar = Archive.ofTarGz(published);
        Original sun = stripped("sun397", file, published, tar, "SUN397/(.*)", "$1");
        return sun.tree().containsKey("ClassName.txt") ? sun : sun.makes("ClassName.txt");
    }

    /** Real images and class names; the list of images is that of the stand-in, which has no more of them. */
    Original stanfordCars() throws IOException {
        String labels = "cars_test_annos_withlabels.mat";
        Archive images = Archive.ofTarGz(generated.published("stanford_cars", "cars_test.tgz"));
        for (String name : List.of("00001.jpg", "00002.jpg")) {
            images.member("cars_test/" + name);
            images.add("cars_test/" + name, RealFiles.bytes("stanford_cars/cars_train/" + name));
        }
        Archive devkit = new Archive()
                .add("devkit/cars_meta.mat", RealFiles.bytes("stanford_cars/devkit/cars_meta.mat"))
                .add("devkit/cars_test_annos.mat", RealFiles.bytes("stanford_cars/devkit/cars_test_annos.mat"));
        Original cars = Original.of("stanford_cars")
                .publishes("cars_test.tgz", images.tarGz())
                .publishes("car_devkit.tgz", devkit.tarGz());
        images.members().forEach(cars::leaves);
        devkit.members().forEach(cars::leaves);
        byte[] list = generated.published("stanford_cars", labels);
        return cars.publishes(labels, list).leaves(labels, list);
    }

    /** The images of other splits than the test split stay in the archive. */
    Original fgvcAircraft() throws IOException {
        String file = "fgvc-aircraft-2013b.tar.gz";
        byte[] published = generated.published("fgvc_aircraft", file);
        Archive tar = Archive.ofTarGz(published);
        List<String> test = new String(
                        tar.member("fgvc-aircraft-2013b/data/images_variant_test.txt"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
        Original aircraft = Original.of("fgvc_aircraft").publishes(file, published);
        Pattern image = Pattern.compile("data/images/(.*)\\.jpg");
        tar.members().forEach((name, content) -> {
            String path = name.substring("fgvc-aircraft-2013b/".length());
            Matcher matcher = image.matcher(path);
            if (matcher.matches() ? test.contains(matcher.group(1)) : path.matches("data/[^/]*\\.txt")) {
                aircraft.leaves(path, content);
            }
        });
        return aircraft;
    }

    Original dtd() throws IOException {
        Archive tar = new Archive();
        StringBuilder list = new StringBuilder();
        for (String name : List.of("banded_0002.jpg", "banded_0067.jpg", "banded_0110.jpg")) {
            tar.add("dtd/images/banded/" + name, RealFiles.bytes("dtd/images/banded/" + name));
            list.append("banded/" + name + "\n");
        }
        for (String split : List.of("train1", "val1", "test1", "test2")) {
            tar.add("dtd/labels/" + split + ".txt", list.toString());
        }
        tar.add("dtd/labels/labels_joint_anno.txt", "banded/banded_0002.jpg banded\n");
        tar.add("dtd/imdb/imdb.mat", "MATLAB 5.0 MAT-file");
        return stripped("dtd", "dtd-r1.0.1.tar.gz", tar.tarGz(), tar, "(dtd/.*)", "$1");
    }

    /** With the AppleDouble leftovers that the official archive really has. */
    Original oxfordPets() throws IOException {
        Original pets = Original.of("oxford_pets");
        Archive images = new Archive();
        Archive annotations = new Archive();
        annotations.add("annotations/._trimaps", RealFiles.bytes("pets/annotations/._trimaps"));
        StringBuilder test = new StringBuilder();
        for (String name : List.of("Abyssinian_1", "Abyssinian_10")) {
            images.add("images/" + name + ".jpg", RealFiles.bytes("pets/images/" + name + ".jpg"));
            annotations.add(
                    "annotations/trimaps/" + name + ".png",
                    RealFiles.bytes("pets/annotations/trimaps/" + name + ".png"));
            annotations.add("annotations/trimaps/._" + name + ".png", new byte[] {0, 5, 22, 7});
            test.append(name + " 1 1 1\n");
        }
        annotations.add("annotations/list.txt", RealFiles.bytes("pets/annotations/list.txt"));
        annotations.add("annotations/trainval.txt", RealFiles.bytes("pets/annotations/trainval.txt"));
        annotations.add("annotations/test.txt", test.toString());
        images.members().forEach(pets::leaves);
        annotations.members().forEach((name, content) -> {
            if (!name.contains("/._")) {
                pets.leaves(name, content);
            }
        });
        return pets.publishes("images.tar.gz", images.tarGz()).publishes("annotations.tar.gz", annotations.tarGz());
    }

    /** An archive inside an archive. */
    Original caltech101() throws IOException {
        byte[] published = generated.published("caltech101", "caltech-101.zip");
        Archive inner = Archive.ofTarGz(Archive.ofZip(published).member("caltech-101/101_ObjectCategories.tar.gz"));
        return stripped(
                "caltech101",
                "caltech-101.zip",
                published,
                inner,
                "(101_ObjectCategories/[^/]+/image_\\d+\\.jpg)",
                "$1");
    }

    /** The real lists, so as many images as there really are, each a few hundred bytes. */
    Original flowers102() throws IOException {
        Original flowers = Original.of("flowers102");
        for (String name : List.of("imagelabels.mat", "setid.mat")) {
            byte[] real = RealFiles.bytes("flowers/" + name);
            flowers.publishes(name, real).leaves(name, real);
        }
        Archive tar = new Archive();
        byte[] image = Generated.jpeg(7, 16, 16);
        for (int i = 1; i <= FLOWERS; i++) {
            tar.add(String.format("jpg/image_%05d.jpg", i), image);
        }
        tar.members().forEach(flowers::leaves);
        return flowers.publishes("102flowers.tgz", tar.tarGz());
    }

    /** What of the archive's names matches is left under the replacement. */
    private static Original stripped(
            String id, String file, byte[] published, Archive members, String pattern, String replacement) {
        Original original = Original.of(id).publishes(file, published);
        Pattern compiled = Pattern.compile(pattern);
        members.members().forEach((name, content) -> {
            Matcher matcher = compiled.matcher(name);
            if (matcher.matches()) {
                original.leaves(matcher.replaceFirst(replacement), content);
            }
        });
        return original;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
