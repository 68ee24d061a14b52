package io.evaldata.datasets.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Stand-ins of the datasets whose splits are lists: Food-101, FGVC-Aircraft, DTD and Oxford-IIIT Pet. */
final class ListedSamples {
    private static final int CLASSES = 4;
    /** Real class names, because the prepared tree is checked for them. */
    private static final List<String> FOODS = List.of("pizza", "waffles", "nachos", "guacamole");

    private static final int WIDTH = 144;
    private static final int HEIGHT = 108;
    private static final int PARTITIONS = 10;

    private ListedSamples() {}

    /** Of every class three pictures for training and two for testing. */
    static Sample food101() throws IOException {
        Sample sample = new Sample();
        SampleArchive archive = new SampleArchive();
        Map<String, List<String>> train = new TreeMap<>();
        Map<String, List<String>> test = new TreeMap<>();
        for (int label = 0; label < CLASSES; label++) {
            String name = FOODS.get(label);
            for (int i = 0; i < 5; i++) {
                String entry = name + "/" + (1_005_649 + 31_337 * (5 * label + i));
                (i < 3 ? train : test)
                        .computeIfAbsent(name, n -> new ArrayList<>())
                        .add(entry);
                archive.add("food-101/images/" + entry + ".jpg", picture(label, i));
                leave(sample, "images/" + entry + ".jpg", i >= 3);
            }
        }
        List<String> classes = List.copyOf(train.keySet());
        archive.add("food-101/meta/classes.txt", lines(classes))
                .add(
                        "food-101/meta/labels.txt",
                        lines(classes.stream().map(ListedSamples::title).toList()));
        for (Map.Entry<String, Map<String, List<String>>> split :
                Map.of("train", train, "test", test).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList()) {
            archive.add(
                    "food-101/meta/" + split.getKey() + ".json",
                    new ObjectMapper().writeValueAsBytes(split.getValue()));
            archive.add(
                    "food-101/meta/" + split.getKey() + ".txt",
                    lines(split.getValue().values().stream()
                            .flatMap(List::stream)
                            .toList()));
        }
        archive.add("food-101/README.txt", "Generated stand-in.\n")
                .add("food-101/license_agreement.txt", "Generated stand-in; no original content.\n");
        for (String file : List.of("classes.txt", "labels.txt", "test.json", "test.txt", "train.json", "train.txt")) {
            sample.leaves("meta/" + file);
        }
        return sample.file("food-101.tar.gz", archive.tarGz());
    }

    /** Of every variant two pictures for training, one for validation and two for testing. */
    static Sample fgvcAircraft() throws IOException {
        Sample sample = new Sample();
        String data = "fgvc-aircraft-2013b/data/";
        SampleArchive archive = new SampleArchive();
        StringBuilder boxes = new StringBuilder();
        Map<String, StringBuilder> splits = new TreeMap<>();
        for (int label = 0; label < CLASSES; label++) {
            for (int i = 0; i < 5; i++) {
                String number = String.format("%07d", 34_309 + 71_993 * (5 * label + i));
                String line = number + " " + title(Kind.ALL.get(label).name()) + "\n";
                archive.add(data + "images/" + number + ".jpg", picture(label, 10 + i));
                leave(sample, "data/images/" + number + ".jpg", i >= 3);
                boxes.append(number)
                        .append(" 1 1 ")
                        .append(WIDTH)
                        .append(' ')
                        .append(HEIGHT)
                        .append('\n');
                for (String split :
                        i < 2 ? List.of("train", "trainval") : i == 2 ? List.of("val", "trainval") : List.of("test")) {
                    splits.computeIfAbsent(split, s -> new StringBuilder()).append(line);
                }
            }
        }
        String names = lines(
                Kind.ALL.stream().limit(CLASSES).map(kind -> title(kind.name())).toList());
        archive.add(data + "images_box.txt", boxes.toString());
        for (String level : List.of("family", "manufacturer", "variant")) {
            splits.forEach(
                    (split, text) -> archive.add(data + "images_" + level + "_" + split + ".txt", text.toString()));
        }
        splits.forEach((split, text) ->
                archive.add(data + "images_" + split + ".txt", text.toString().replaceAll("(?m) .*$", "")));
        for (String list : List.of("families", "manufacturers", "variants")) {
            archive.add(data + list + ".txt", names);
        }
        archive.add("fgvc-aircraft-2013b/README.md", "Generated stand-in.\n");
        splits.keySet().forEach(split -> sample.leaves("data/images_variant_" + split + ".txt"));
        return sample.file("fgvc-aircraft-2013b.tar.gz", archive.tarGz()).leaves("data/variants.txt");
    }

    /** Of every texture one picture for training, one for validation and one for testing, in ten partitions. */
    static Sample dtd() throws IOException {
        Sample sample = new Sample();
        SampleArchive archive = new SampleArchive();
        List<Texture> textures =
                Texture.ALL.stream().filter(texture -> texture != Texture.PLAIN).toList();
        List<String> joint = new ArrayList<>();
        List<String> splits = List.of("train", "val", "test");
        Map<String, List<String>> lists = new TreeMap<>();
        for (int label = 0; label < textures.size(); label++) {
            String name = textures.get(label).word();
            for (int i = 0; i < splits.size(); i++) {
                String entry = String.format("%s/%s_%04d.jpg", name, name, 31 + 13 * i);
                Colour ground =
                        List.of(Colour.TEAL, Colour.BROWN, Colour.PURPLE).get(i);
                Scene scene = new Scene(WIDTH, HEIGHT, textures.get(label), ground, List.of());
                archive.add("dtd/images/" + entry, SamplePicture.jpeg(scene));
                sample.leaves("dtd/images/" + entry);
                joint.add(entry + " " + name);
                for (int partition = 1; partition <= PARTITIONS; partition++) {
                    String split = splits.get((i + partition) % splits.size());
                    lists.computeIfAbsent(split + partition, s -> new ArrayList<>())
                            .add(entry);
                }
            }
        }
        lists.forEach((list, entries) -> archive.add("dtd/labels/" + list + ".txt", lines(entries)));
        archive.add("dtd/labels/labels_joint_anno.txt", lines(joint));
        lists.keySet().forEach(list -> sample.leaves("dtd/labels/" + list + ".txt"));
        return sample.file("dtd-r1.0.1.tar.gz", archive.tarGz());
    }

    /** Notes a picture; whoever evaluates reads the test pictures only. */
    private static void leave(Sample sample, String path, boolean test) {
        if (test) {
            sample.leaves(path);
        } else {
            sample.leavesInFull(path);
        }
    }

    static String title(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('_', ' ');
    }

    static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static byte[] picture(int label, int instance) throws IOException {
        return SamplePicture.jpeg(Scene.of(Kind.ALL.get(label), instance, WIDTH, HEIGHT));
    }
}
