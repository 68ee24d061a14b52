package io.evaldata.datasets.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.catalog.Check;
import io.evaldata.datasets.catalog.Expectation;
import io.evaldata.datasets.catalog.NameList;
import io.evaldata.datasets.catalog.PathPattern;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.catalog.Template;
import io.evaldata.datasets.io.Checksum;
import io.evaldata.datasets.io.Checksum.Algorithm;
import io.evaldata.datasets.io.FileEntry;
import io.evaldata.datasets.io.Manifest;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Struct;

class QuickVerificationTest {
    private static final Set<Scope> BOTH = EnumSet.allOf(Scope.class);

    @TempDir
    Path root;

    private Tree tree;

    @BeforeEach
    void emptyTree() {
        tree = new Tree(root, new Manifest());
    }

    @Test
    void comparesCountsInTheScopeThatIsPrepared() throws IOException {
        put("images/1.jpg", "1");
        put("images/deep/2.jpg", "2");

        Verdict verdict = expecting(
                new Expectation.Count(PathPattern.parse("images/*.jpg"), 1, BOTH),
                new Expectation.Count(PathPattern.parse("images/**"), 3, BOTH),
                new Expectation.Count(PathPattern.parse("train/*.jpg"), 7, Set.of(Scope.FULL)));

        assertThat(verdict.lines()).containsExactly("count: images/**: expected 3 files, found 2 files");
        assertThat(verdict.damaged()).isEmpty();
    }

    @Test
    void comparesPublishedDigests() throws IOException {
        put("a", "one");
        put("b", "two");
        Checksum one = new Checksum(Algorithm.MD5, "f97c5d29941bfb1b2fdab0874906ab82");

        Verdict verdict = expecting(
                new Expectation.Digest("a", one, BOTH),
                new Expectation.Digest("b", one, BOTH),
                new Expectation.Digest("c", one, BOTH));

        assertThat(verdict.lines())
                .containsExactly(
                        "digest: b: expected " + one + ", found md5:b8a9f715dbb64fd5c56e7783c6820a61",
                        "missing: c: expected the published file, found none");
        assertThat(verdict.damaged()).containsExactly("b", "c");
    }

    @Test
    void findsFilesThatAListNamesButAreAbsent() throws IOException {
        put("val.txt", "1\n2\n3\n");
        put("jpg/1.jpg", "");
        put("png/1.png", "");
        put("jpg/2.jpg", "");
        NameList list = new NameList("val.txt", Optional.of(PathPattern.parse("{stem}")), Optional.empty());

        Verdict verdict = checking(
                new Check.Listed(list, List.of(Template.parse("jpg/{stem}.jpg"), Template.parse("png/{stem}.png"))));

        assertThat(verdict.damaged()).containsExactly("jpg/3.jpg", "png/2.png", "png/3.png");
        assertThat(verdict.lines())
                .contains("missing: png/2.png: expected as 'val.txt' lists it in line 2, found none");
    }

    @Test
    void findsListsThatAreAbsentOrDamaged() throws IOException {
        put("bad.json", "[\"a/1\",");
        NameList absent = new NameList("absent.txt", Optional.of(PathPattern.parse("{x}")), Optional.empty());
        NameList bad = new NameList("bad.json", Optional.empty(), Optional.of(PathPattern.parse("{x}/{y}")));
        put("a/1", "");

        Verdict verdict = checking(
                new Check.Listed(absent, List.of(Template.parse("{x}"))),
                new Check.Listed(bad, List.of(Template.parse("{x}/{y}"))));

        assertThat(verdict.damaged()).containsExactly("absent.txt", "bad.json");
        assertThat(verdict.total()).isEqualTo(2);
    }

    @Test
    void findsListsThatTheManifestHasAndTheDiskHasNot() throws IOException {
        tree.record("val.txt", new FileEntry(3, 1));
        NameList list = new NameList("val.txt", Optional.of(PathPattern.parse("{x}")), Optional.empty());

        assertThat(checking(new Check.Listed(list, List.of(Template.parse("{x}"))))
                        .lines())
                .containsExactly("missing: val.txt: expected the list, found none");
    }

    @Test
    void findsImagesWithoutPartner() throws IOException {
        put("images/a/1.jpg", "");
        put("images/a/2.jpg", "");
        put("maps/a/1.png", "");

        Verdict verdict =
                checking(new Check.Pairs(PathPattern.parse("images/{x}/{y}.jpg"), Template.parse("maps/{x}/{y}.png")));

        assertThat(verdict.lines())
                .containsExactly("missing: maps/a/2.png: expected the partner of 'images/a/2.jpg', found none");
    }

    @Test
    void joinsCocoCaptionsWithImagesWhateverTheOrderOfSections() throws IOException {
        put("images/1.jpg", "");
        put(
                "captions.json",
                """
                {"info": {"images": [7]}, "annotations": [
                  {"image_id": 1, "id": 1, "caption": "one"},
                  {"image_id": 9, "id": 2, "caption": "nine"},
                  {"image_id": 1, "id": 3}],
                 "images": [{"id": 1, "file_name": "1.jpg", "more": [{}]}, {"file_name": "2.jpg", "id": 2}]}
                """);

        Verdict verdict = checking(new Check.Captions("captions.json", Template.parse("images/{file_name}")));

        assertThat(verdict.lines())
                .containsExactly(
                        "missing: images/2.jpg: expected as 'captions.json' lists it, found none",
                        "list: captions.json: expected an image for every caption, found captions of image 9, which is not listed",
                        "list: captions.json: expected image_id and caption, found an object without, in line 4");
    }

    @Test
    void findsDamagedCocoCaptions() throws IOException {
        Check check = new Check.Captions("captions.json", Template.parse("images/{file_name}"));
        for (String json : List.of("", "[]", "{}", "{\"images\": [", "{\"images\": [7]}", "{\"images\": 7}")) {
            put("captions.json", json);
            assertThat(checking(check).damaged()).as(json).containsExactly("captions.json");
        }
    }

    @Test
    void joinsCaptionEntriesWithImagesBelowTheRoot() throws IOException {
        put("1.jpg", "");
        put(
                "val.json",
                """
                [{"image": "flickr30k-images/1.jpg", "caption": ["a", "b"]},
                 {"image": "flickr30k-images/2.jpg", "caption": ["a"]},
                 {"image": "1.jpg", "caption": ["a"]},
                 {"image": "flickr30k-images/1.jpg", "caption": "a"},
                 {"image": "flickr30k-images/1.jpg", "caption": [7]}]
                """);

        Verdict verdict = checking(new Check.Entries("val.json"));

        assertThat(verdict.lines())
                .containsExactly(
                        "missing: 2.jpg: expected as 'val.json' lists it in line 2, found none",
                        "list: val.json: expected an image and an array of captions, found an entry without, in line 4",
                        "list: val.json: expected an image and an array of captions, found an entry without, in line 5",
                        "list: val.json: expected images that begin with 'flickr30k-images/', found '1.jpg' in line 3");
    }

    @Test
    void findsDamagedCaptionEntries() throws IOException {
        for (String json :
                List.of("", "{}", "[]", "[{\"image\": ", "[\"a\"]", "[{\"image\":\"x\",\"caption\":[\"a\"")) {
            put("val.json", json);
            assertThat(checking(new Check.Entries("val.json")).damaged())
                    .as(json)
                    .containsExactly("val.json");
        }
    }

    @Test
    void findsWhatHasNoPlaceAmongClassFolders() throws IOException {
        for (String path :
                List.of("val/a/1", "val/a-b/1", "val/b/1", "val/.cache/1", "val/.cache/2", "val/stray", "x/y")) {
            put(path, "");
        }

        Verdict verdict = checking(new Check.Folders("val", List.of("a", "b", "c")));

        assertThat(verdict.findings()).extracting(Finding::path).containsExactly("val/.cache", "val/a-b", "val/stray");
    }

    @Test
    void findsGapsInNumbering() throws IOException {
        for (String path : List.of("a/image_0001.jpg", "a/image_0002.jpg", "b/image_0001.jpg", "b/image_0003.jpg")) {
            put(path, "");
        }

        Verdict verdict = checking(new Check.Numbered(PathPattern.parse("{class}/image_{n:\\d{4}}.jpg")));

        assertThat(verdict.lines())
                .containsExactly(
                        "missing: b/: expected numbers from 1 to 3 without a gap, found 2 files; number 2 is the"
                                + " first that is absent");
    }

    @Test
    void findsFilesThatAMatFileNamesButAreAbsent() throws IOException {
        Struct rows = Mat5.newStruct(1, 2);
        rows.set("fname", 0, Mat5.newString("00001.jpg"));
        rows.set("fname", 1, Mat5.newString("00002.jpg"));
        Path mat = root.resolve("annos.mat");
        Mat5.writeToFile(Mat5.newMatFile().addArray("annotations", rows), mat.toFile());
        byte[] content = Files.readAllBytes(mat);
        tree.write("annos.mat", content);
        put("cars_test/00001.jpg", "");
        Check check = new Check.MatNames("annos.mat", "annotations", "fname", Template.parse("cars_test/{name}"));

        assertThat(checking(check).damaged()).containsExactly("cars_test/00002.jpg");
        tree.write("annos.mat", Arrays.copyOf(content, content.length / 2));
        assertThat(checking(check).damaged()).containsExactly("annos.mat");
    }

    @Test
    void findsEmptyPictures() throws IOException {
        put("images/1.jpg", "");
        put("images/2.jpg", "2");

        assertThat(checking(new Check.Images(PathPattern.parse("images/*.jpg"))).damaged())
                .containsExactly("images/1.jpg");
    }

    @Test
    void comparesTheDiskWithTheManifest() throws IOException {
        put("images/1.jpg", "1");
        put("images/2.jpg", "2");
        put("images/3.jpg", "3");
        Files.delete(root.resolve("images/2.jpg"));
        Files.writeString(root.resolve("images/3.jpg"), "longer");
        Files.writeString(root.resolve("images/stranger.jpg"), "");
        Files.createDirectories(root.resolve("images/folder/deep"));
        Files.createDirectories(root.resolve("masks"));
        Files.writeString(root.resolve("masks/theirs.png"), "");

        Verdict verdict = new TreeVerifier(tree, "root", Scope.EVAL).onDisk("masks/"::equals);

        assertThat(verdict.lines())
                .containsExactly(
                        "missing: images/2.jpg: expected a file as prepared, found none",
                        "size: images/3.jpg: expected 1 bytes, found 6 bytes",
                        "unexpected: images/folder/: expected nothing but the dataset, found a folder that holds no file"
                                + " of the dataset",
                        "unexpected: images/stranger.jpg: expected nothing but the dataset, found a file");
        assertThat(verdict.damaged()).containsExactly("images/2.jpg", "images/3.jpg");
    }

    @Test
    void findsEverythingMissingWhereTheRootIsGone() throws IOException {
        tree.record("a", new FileEntry(1, 1));
        Tree gone = new Tree(root.resolve("gone"), tree.manifest());

        assertThat(new TreeVerifier(gone, "gone", Scope.EVAL)
                        .onDisk(path -> false)
                        .damaged())
                .containsExactly("a");
    }

    @Test
    void showsTheFirstFindingsOfAKindAndCountsTheRest() throws IOException {
        StringBuilder names = new StringBuilder();
        for (int i = 999; i >= 0; i--) {
            names.append("%03d\n".formatted(i));
        }
        put("val.txt", names.toString());
        NameList list = new NameList("val.txt", Optional.of(PathPattern.parse("{stem}")), Optional.empty());

        Verdict verdict = checking(new Check.Listed(list, List.of(Template.parse("{stem}.jpg"))));

        assertThat(verdict.lines()).hasSize(21).last().isEqualTo("missing: ... and 980 more");
        assertThat(verdict.findings().get(19).path()).isEqualTo("019.jpg");
        assertThat(verdict.damaged()).hasSize(1_000);
        assertThat(verdict.json().toString())
                .startsWith(
                        "{\"ok\":false,\"totals\":{\"missing\":1000},\"findings\":[{\"kind\":\"missing\","
                                + "\"path\":\"000.jpg\",\"expected\":\"as 'val.txt' lists it in line 1000\",\"found\":\"none\"}")
                .endsWith("],\"damaged\":1000}");
        assertThat(verdict.and(verdict).total()).isEqualTo(2_000);
    }

    private Verdict expecting(Expectation... expectations) throws IOException {
        return new TreeVerifier(tree, "flickr30k-images", Scope.EVAL).quick(List.of(expectations), List.of());
    }

    private Verdict checking(Check... checks) throws IOException {
        return new TreeVerifier(tree, "flickr30k-images", Scope.EVAL).quick(List.of(), List.of(checks));
    }

    private void put(String path, String content) throws IOException {
        tree.write(path, content.getBytes(StandardCharsets.UTF_8));
    }
}
