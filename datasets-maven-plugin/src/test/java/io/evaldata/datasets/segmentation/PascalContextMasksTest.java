package io.evaldata.datasets.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.labels.LabelMap;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PascalContextMasksTest {
    private static final String PHOTO =
            "{\"image_id\":1,\"file_name\":\"2008_000001.jpg\",\"phase\":\"val\",\"height\":4,\"width\":3}";
    /** Category 2 is aeroplane, drawn as 1; 9 is bag, drawn as 2. */
    private static final int AEROPLANE = 2;

    private static final int BAG = 9;

    @TempDir
    Path folder;

    @Test
    void masksAreReadDownTheColumns() throws IOException {
        assertThat(draw(json(PHOTO, mask(1, 1, AEROPLANE, 4, 3, 2, 3, 7))))
                .containsExactly(0, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0);
    }

    @Test
    void laterMasksCoverEarlierOnes() throws IOException {
        String first = mask(1, 1, AEROPLANE, 4, 3, 0, 12);
        String second = mask(2, 1, BAG, 4, 3, 4, 4, 4);

        assertThat(draw(json(PHOTO, first + "," + second))).containsExactly(1, 2, 1, 1, 2, 1, 1, 2, 1, 1, 2, 1);
        assertThat(draw(json(PHOTO, second + "," + first))).containsOnly(1);
    }

    @Test
    void ofMasksWithOneIdTheLastCountsAtThePlaceOfTheFirst() throws IOException {
        String all = mask(7, 1, AEROPLANE, 4, 3, 0, 12);
        String other = mask(8, 1, BAG, 4, 3, 4, 4, 4);
        String again = mask(7, 1, BAG, 4, 3, 0, 4, 8);

        assertThat(draw(json(PHOTO, all + "," + other + "," + again)))
                .containsExactly(2, 2, 0, 2, 2, 0, 2, 2, 0, 2, 2, 0);
    }

    @Test
    void keysComeInAnyOrder() throws IOException {
        String mask = "{\"segmentation\":{\"counts\":\"" + text(2, 3, 7)
                + "\",\"size\":[4,3]},\"parts\":[{\"id\":3}],\"category_id\":2,\"image_id\":1,\"id\":5}";
        String json = "{\"parts\":{\"images\":[1]},\"annos_segmentation\":[" + mask + "],\"images\":[" + PHOTO + "]}";

        assertThat(draw(json)).containsExactly(0, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0);
    }

    @Test
    void aPictureWithoutMasksIsBackground() throws IOException {
        assertThat(draw(json(PHOTO, ""))).hasSize(12).containsOnly(0);
    }

    @Test
    void onlyPicturesOfTheWantedPhasesAreThere() throws IOException {
        String photos = IntStream.range(0, 6)
                .mapToObj(i -> PHOTO.replace("_id\":1", "_id\":" + i)
                        .replace("000001", "00000" + (9 - i))
                        .replace("val", List.of("train", "val", "test").get(i % 3)))
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        Path file = write(json(photos, mask(1, 2, AEROPLANE, 4, 3, 0, 12)));

        try (PascalContextMasks masks = PascalContextMasks.open(file, Set.of("val"))) {
            assertThat(masks.images())
                    .extracting(ContextImage::mapName)
                    .containsExactly("2008_000008.png", "2008_000005.png");
            assertThat(masks.splitList("val")).isEqualTo("2008_000005\n2008_000008\n");
            assertThat(masks.splitList("train")).isEmpty();
        }
        try (PascalContextMasks masks = PascalContextMasks.open(file, Set.of("train", "val"))) {
            assertThat(masks.images()).hasSize(4);
        }
    }

    @ParameterizedTest
    @CsvSource({"a.jpg, a.png, a", "jpg_1.jpg, png_1.png, jpg_1", "a.b.jpeg, a.b.jpeg, a.b", "plain, plain, plain"})
    void namesFollowThePublishedTool(String photo, String map, String stem) {
        ContextImage image = new ContextImage(0, photo, "val", 1, 1);

        assertThat(image.mapName()).isEqualTo(map);
        assertThat(image.stem()).isEqualTo(stem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.jpg", "a/b.jpg", "a\\\\b.jpg", "..", "", "a\\u0000.jpg"})
    void namesThatLeaveTheFolderAreRefused(String name) {
        assertRefused(
                json(PHOTO.replace("2008_000001.jpg", name), ""), "images[0] has a file_name that is no plain name");
    }

    @Test
    void aCategoryOutsideThe60IsAnErrorWhereItShows() {
        assertRefused(
                json(PHOTO, mask(1, 1, AEROPLANE, 4, 3, 0, 12) + "," + mask(2, 1, 3, 4, 3, 0, 2, 10)),
                "picture 2008_000001.jpg, annotation 2: category 3 is not one of the 60");
    }

    @Test
    void aCategoryOutsideThe60IsNoErrorWhereItIsCovered() throws IOException {
        assertThat(draw(json(PHOTO, mask(1, 1, 3, 4, 3, 0, 2, 10) + "," + mask(2, 1, AEROPLANE, 4, 3, 0, 12))))
                .containsOnly(1);
    }

    @Test
    void aMaskMayHaveAnotherSizeWhileItsPixelsLieInThePicture() throws IOException {
        assertThat(draw(json(PHOTO, mask(1, 1, AEROPLANE, 6, 5, 1, 3, 26))))
                .containsExactly(0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0);
        assertThat(draw(json(PHOTO, mask(1, 1, AEROPLANE, 2, 2, 0, 4))))
                .containsExactly(1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0);
        assertRefused(json(PHOTO, mask(1, 1, AEROPLANE, 6, 5, 1, 4, 25)), "annotation 1: its mask sets pixels outside");
        assertRefused(json(PHOTO, mask(1, 1, AEROPLANE, 4, 5, 12, 1, 7)), "annotation 1: its mask sets pixels outside");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0, 12]        | is no run-length text with a size",
                "null           | is no run-length text with a size",
                "\"\"           | covers 0 of the 12 pixels",
                "\"1\"          | covers 1 of the 12 pixels",
                "\"0=0\"        | has runs that do not fit",
                "\"!!\"         | is no run-length text",
                "\"ooooooooo\"  | is no run-length text",
                "\"o\"          | is no run-length text",
                "\"O\"          | has runs that do not fit",
            })
    void malformedRunLengthsAreErrors(String counts, String reason) {
        String mask = "{\"id\":4,\"image_id\":1,\"category_id\":2,\"segmentation\":{\"size\":[4,3],\"counts\":" + counts
                + "}}";

        assertRefused(json(PHOTO, mask), "picture 2008_000001.jpg, annotation 4: its mask " + reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"images\":[]}",
                "{\"annos_segmentation\":[]}",
                "{\"images\":{},\"annos_segmentation\":[]}",
                "{\"images\":[1],\"annos_segmentation\":[]}",
                "{\"images\":[{\"image_id\":1}],\"annos_segmentation\":[]}",
                "{\"images\":[],\"annos_segmentation\":[{\"id\":1}]}",
                "{\"images\":[],\"annos_segmentation\":[",
                "{\"images\":[],\"annos_segmentation\":[]} x"
            })
    void whatIsNoAnnotationFileIsAnError(String json) {
        assertRefused(json, "annotations.json");
    }

    @Test
    void escapesInTheTextAreUnderstood() throws IOException {
        int[] counts = {2, 44, 2};
        String plain = text(counts);
        assertThat(plain).contains("\\\\");
        String photo = PHOTO.replace("\"height\":4", "\"height\":6").replace("\"width\":3", "\"width\":8");
        String escaped = "{\"id\":1,\"image_id\":1,\"category_id\":2,\"segmentation\":{\"size\":[6,8],\"counts\":\""
                + plain.replace("\\\\", "\\u005c") + "\"}}";

        assertThat(draw(json(photo, escaped))).isEqualTo(draw(json(photo, mask(1, 1, AEROPLANE, 6, 8, counts))));
    }

    @Property(tries = 200)
    void everyMaskIsDrawnAsItsPixels(
            @ForAll @IntRange(min = 1, max = 60) int height,
            @ForAll @IntRange(min = 1, max = 60) int width,
            @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        int[] columns = new int[height * width];
        for (int i = 1; i < columns.length; i++) {
            columns[i] = random.nextInt(1 + random.nextInt(30)) == 0 ? 1 - columns[i - 1] : columns[i - 1];
        }
        int[] expected = new int[columns.length];
        for (int i = 0; i < columns.length; i++) {
            expected[i % height * width + i / height] = columns[i];
        }
        String photo =
                PHOTO.replace("\"height\":4", "\"height\":" + height).replace("\"width\":3", "\"width\":" + width);
        Path file = Files.createTempFile("mask", ".json");
        try {
            Files.writeString(file, json(photo, mask(1, 1, AEROPLANE, height, width, runs(columns))));
            assertThat(draw(file)).isEqualTo(expected);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void scatteredMasksOfManyPicturesAreDrawnByManyThreads() throws IOException {
        int pictures = 200;
        Path file = folder.resolve("annotations.json");
        String filler = "\u00e9".repeat(1000);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("{\"annos_segmentation\":[");
            for (int i = 0; i < 20 * pictures; i++) {
                out.write(i == 0 ? "" : ",");
                out.write("{\"note\":\"" + filler + "\",");
                out.write(mask(
                                i,
                                i % pictures,
                                i < 19 * pictures ? AEROPLANE : BAG,
                                4,
                                3,
                                i / pictures % 12,
                                1,
                                11 - i / pictures % 12)
                        .substring(1));
            }
            out.write("],\"images\":[");
            for (int i = 0; i < pictures; i++) {
                out.write((i == 0 ? "" : ",")
                        + PHOTO.replace("_id\":1", "_id\":" + i).replace("000001", "1" + i));
            }
            out.write("]}");
        }
        try (PascalContextMasks masks = PascalContextMasks.open(file, Set.of("val"))) {
            assertThat(masks.images()).hasSize(pictures);
            masks.images().parallelStream().forEach(image -> assertThat(ids(drawn(masks, image)))
                    .as(image.fileName())
                    .containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1));
        }
    }

    private static LabelMap drawn(PascalContextMasks masks, ContextImage image) {
        try {
            return masks.draw(image);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertRefused(String json, String reason) {
        assertThatThrownBy(() -> draw(json))
                .isInstanceOf(DatasetsException.class)
                .hasMessageStartingWith("annotations.json")
                .hasMessageContaining(reason);
    }

    private int[] draw(String json) throws IOException {
        return draw(write(json));
    }

    private static int[] draw(Path file) throws IOException {
        try (PascalContextMasks masks = PascalContextMasks.open(file, Set.of("val"))) {
            return ids(masks.draw(masks.images().get(0)));
        }
    }

    private Path write(String json) throws IOException {
        return Files.writeString(folder.resolve("annotations.json"), json);
    }

    private static int[] ids(LabelMap map) {
        return IntStream.range(0, map.ids().length)
                .map(i -> map.ids()[i] & 0xFF)
                .toArray();
    }

    private static String json(String photos, String masks) {
        return "{\"info\":{},\"images\":[" + photos + "],\"annos_segmentation\":[" + masks + "],\"categories\":[]}";
    }

    private static String mask(int id, int image, int category, int height, int width, int... counts) {
        return "{\"id\":" + id + ",\"image_id\":" + image + ",\"category_id\":" + category
                + ",\"segmentation\":{\"size\":[" + height + "," + width + "],\"counts\":\"" + text(counts) + "\"}}";
    }

    private static int[] runs(int[] pixels) {
        int[] runs = new int[pixels.length + 1];
        int count = 0;
        for (int i = 0; i < pixels.length; i++) {
            count += pixels[i] == count % 2 ? 0 : 1;
            runs[count]++;
        }
        return Arrays.copyOf(runs, count + 1);
    }

    /** The text of run lengths, with backslashes doubled as JSON wants them. */
    private static String text(int... counts) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < counts.length; i++) {
            int left = counts[i] - (i > 2 ? counts[i - 2] : 0);
            boolean more = true;
            while (more) {
                int bits = left & 31;
                left >>= 5;
                more = left != ((bits & 16) == 0 ? 0 : -1);
                text.append((char) (48 + bits + (more ? 32 : 0)));
            }
        }
        return text.toString().replace("\\", "\\\\");
    }
}
