package ${package}.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import ${package}.classification.LabelledImages.LabelledImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sink;
import us.hebi.matlab.mat.types.Sinks;
import us.hebi.matlab.mat.types.Struct;

/** Reads a tiny tree of every dataset; the width of each image is its expected label plus one. */
class ClassificationDatasetTest {
    @TempDir
    Path root;

    @Test
    void readsImagenet() throws IOException {
        image("data/val_images/n01440764/ILSVRC2012_val_00000293_n01440764.JPEG", 0);
        image("data/val_images/n01443537/ILSVRC2012_val_00000236_n01443537.JPEG", 1);

        expect(ClassificationDataset.IMAGENET, List.of("tench", "goldfish"), 2);
    }

    @Test
    void readsFood101() throws IOException {
        write("meta/test.json", "{\"waffles\": [\"waffles/7\"], \"apple_pie\": [\"apple_pie/1\", \"apple_pie/2\"]}");
        image("images/waffles/7.jpg", 1);
        image("images/apple_pie/1.jpg", 0);
        image("images/apple_pie/2.jpg", 0);
        image("images/apple_pie/3.jpg", 0);

        expect(ClassificationDataset.FOOD101, List.of("apple pie", "waffles"), 3);
    }

    @Test
    void readsSun397() throws IOException {
        write("ClassName.txt", "/a/abbey\n/a/apse/indoor\n");
        image("a/abbey/sun_aaaaaaaaaaaaaaaa.jpg", 0);
        image("a/apse/indoor/sun_bbbbbbbbbbbbbbbb.jpg", 1);

        expect(ClassificationDataset.SUN397, List.of("abbey", "apse indoor"), 2);
    }

    @Test
    void readsFgvcAircraft() throws IOException {
        write("data/variants.txt", "707-320\nBoeing 717\n");
        write("data/images_variant_test.txt", "1514522 Boeing 717\n0747566 707-320\n");
        image("data/images/1514522.jpg", 1);
        image("data/images/0747566.jpg", 0);

        expect(ClassificationDataset.FGVC_AIRCRAFT, List.of("707-320", "boeing 717"), 2);
    }

    @Test
    void readsDtd() throws IOException {
        write("dtd/labels/test1.txt", "woven/woven_0001.jpg\nbanded/banded_0002.jpg\n");
        image("dtd/images/woven/woven_0001.jpg", 1);
        image("dtd/images/banded/banded_0002.jpg", 0);

        expect(ClassificationDataset.DTD, List.of("banded", "woven"), 2);
    }

    @Test
    void readsOxfordPets() throws IOException {
        write("annotations/test.txt", "american_bulldog_10 2 2 1\nAbyssinian_201 1 1 1\n");
        image("images/american_bulldog_10.jpg", 1);
        image("images/Abyssinian_201.jpg", 0);

        expect(ClassificationDataset.OXFORD_PETS, List.of("abyssinian", "american bulldog"), 2);
    }

    @Test
    void readsCaltech101WithoutItsBackground() throws IOException {
        image("101_ObjectCategories/BACKGROUND_Google/image_0001.jpg", 9);
        image("101_ObjectCategories/Faces_easy/image_0001.jpg", 0);
        image("101_ObjectCategories/ant/image_0001.jpg", 1);

        expect(ClassificationDataset.CALTECH101, List.of("faces easy", "ant"), 2);
    }

    @Test
    void readsFlowers102() throws IOException {
        matlab("setid.mat", Mat5.newMatFile().addArray("tstid", row(3, 1)));
        matlab("imagelabels.mat", Mat5.newMatFile().addArray("labels", row(2, 77, 1)));
        image("jpg/image_00001.jpg", 1);
        image("jpg/image_00003.jpg", 0);

        LabelledImages read = ClassificationDataset.FLOWERS102.read(root);

        assertThat(read.classes()).hasSize(102).startsWith("pink primrose", "hard-leaved pocket orchid");
        expectImages(read, 2);
    }

    @Test
    void readsStanfordCars() throws IOException {
        Cell names = Mat5.newCell(1, 2);
        names.set(0, Mat5.newString("AM General Hummer SUV 2000"));
        names.set(1, Mat5.newString("Acura RL Sedan 2012"));
        matlab("devkit/cars_meta.mat", Mat5.newMatFile().addArray("class_names", names));
        Struct annotations = Mat5.newStruct(1, 2);
        annotations.set("fname", 0, Mat5.newString("00001.jpg"));
        annotations.set("class", 0, Mat5.newScalar(2));
        annotations.set("fname", 1, Mat5.newString("00002.jpg"));
        annotations.set("class", 1, Mat5.newScalar(1));
        matlab("cars_test_annos_withlabels.mat", Mat5.newMatFile().addArray("annotations", annotations));
        image("cars_test/00001.jpg", 1);
        image("cars_test/00002.jpg", 0);

        expect(ClassificationDataset.STANFORD_CARS, List.of("AM General Hummer SUV 2000", "Acura RL Sedan 2012"), 2);
    }

    @Test
    void readsCifar10() throws IOException {
        names("batches.meta", "label_names", "airplane", "tabby_cat");
        byte[] pixels = new byte[2 * 3072];
        pixels[3072] = (byte) 200;
        pixels[3072 + 1024] = 100;
        pixels[3072 + 2048] = 50;
        Files.write(root.resolve("test_batch"), batch("labels", new int[] {1, 0}, pixels));

        LabelledImages read = ClassificationDataset.CIFAR10.read(root);

        assertThat(read.classes()).containsExactly("airplane", "tabby cat");
        assertThat(read.images()).extracting(LabelledImage::label).containsExactly(1, 0);
        BufferedImage second = read.images().get(1).source().read();
        assertThat(second.getWidth()).isEqualTo(32);
        assertThat(second.getRGB(0, 0) & 0xffffff).isEqualTo(200 << 16 | 100 << 8 | 50);
        assertThat(second.getRGB(1, 0) & 0xffffff).isZero();
    }

    @Test
    void readsCifar100sFineLabels() throws IOException {
        names("meta", "fine_label_names", "apple");
        Files.write(root.resolve("test"), batch("fine_labels", new int[] {0}, new byte[3072]));

        assertThat(ClassificationDataset.CIFAR100.read(root).classes()).containsExactly("apple");
    }

    @Test
    void refusesABatchWithPixelsMissing() throws IOException {
        names("batches.meta", "label_names", "airplane");
        Files.write(root.resolve("test_batch"), batch("labels", new int[] {0}, new byte[3071]));

        assertThatIOException()
                .isThrownBy(() -> ClassificationDataset.CIFAR10.read(root))
                .withMessageContaining("3071");
    }

    @Test
    void scoresUnequalClassesByTheirMean() {
        assertThat(ClassificationDataset.values())
                .filteredOn(dataset -> dataset.score() == ClassificationDataset.Score.MEAN_PER_CLASS)
                .extracting(ClassificationDataset::id)
                .containsExactlyInAnyOrder("oxford_pets", "caltech101", "flowers102", "fgvc_aircraft");
    }

    private void expect(ClassificationDataset dataset, List<String> classes, int images) throws IOException {
        LabelledImages read = dataset.read(root);
        assertThat(read.classes()).isEqualTo(classes);
        expectImages(read, images);
    }

    private static void expectImages(LabelledImages read, int count) throws IOException {
        assertThat(read.images()).hasSize(count);
        for (LabelledImage image : read.images()) {
            assertThat(image.source().read().getWidth()).isEqualTo(image.label() + 1);
        }
    }

    private void image(String file, int label) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        ImageIO.write(new BufferedImage(label + 1, 4, BufferedImage.TYPE_INT_RGB), "png", path.toFile());
    }

    private void write(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private void matlab(String file, MatFile content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        try (Sink sink = Sinks.newStreamingFile(path.toFile())) {
            content.writeTo(sink);
        }
    }

    private static Matrix row(double... values) {
        Matrix matrix = Mat5.newMatrix(1, values.length);
        for (int i = 0; i < values.length; i++) {
            matrix.setDouble(i, values[i]);
        }
        return matrix;
    }

    /** A pickled dictionary with a list of texts. */
    private void names(String file, String key, String... names) throws IOException {
        ByteArrayOutputStream out = dictionary();
        text(out, key);
        out.write(']');
        for (String name : names) {
            text(out, name);
            out.write('a');
        }
        out.writeBytes(new byte[] {'u', '.'});
        Files.write(root.resolve(file), out.toByteArray());
    }

    /** A pickled dictionary with a list of numbers, and the pixels as plain bytes. */
    private static byte[] batch(String labelKey, int[] labels, byte[] pixels) {
        ByteArrayOutputStream out = dictionary();
        text(out, labelKey);
        out.write(']');
        for (int label : labels) {
            out.writeBytes(new byte[] {'K', (byte) label, 'a'});
        }
        text(out, "data");
        out.write('T');
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(pixels.length >> shift & 0xff);
        }
        out.writeBytes(pixels);
        out.writeBytes(new byte[] {'u', '.'});
        return out.toByteArray();
    }

    private static ByteArrayOutputStream dictionary() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x80, 2, '}', '('});
        return out;
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write('U');
        out.write(text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
