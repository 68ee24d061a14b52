package io.evaldata.datasets.organise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.PathPattern;
import io.evaldata.datasets.catalog.Step;
import io.evaldata.datasets.catalog.Template;
import io.evaldata.datasets.io.Manifest;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Sinks;
import us.hebi.matlab.mat.types.Struct;

class SynsetFoldersTest {
    private static final Step STEP = new Step.SynsetFolders(
            PathPattern.parse("val/{name}.JPEG"), Template.parse("val/{wnid}/{file}"), "kit/meta.mat", "kit/truth.txt");

    @TempDir
    Path root;

    private Tree tree;

    @BeforeEach
    void threeImagesOfTwoClasses() throws IOException {
        tree = new Tree(root, new Manifest());
        for (int i = 1; i <= 3; i++) {
            put("val/ILSVRC2012_val_0000000" + i + ".JPEG", "image " + i);
        }
        put("kit/truth.txt", "2\n1\n2\n");
        // The third synset is an inner node: its number is no class, whatever it is.
        putMeta(new String[] {"n01440764", "n02119789", "n00001740"}, new int[] {1, 2, 1}, new int[] {0, 0, 2});
    }

    @Test
    void movesTheNthImageToTheClassOfTheNthLine() throws IOException {
        Organiser.apply(STEP, tree);

        assertThat(tree.below("val/").keySet())
                .containsExactly(
                        "val/n01440764/ILSVRC2012_val_00000002.JPEG",
                        "val/n02119789/ILSVRC2012_val_00000001.JPEG",
                        "val/n02119789/ILSVRC2012_val_00000003.JPEG");
        assertThat(tree.resolve("val/n01440764/ILSVRC2012_val_00000002.JPEG")).hasContent("image 2");
        try (var left = Files.list(root.resolve("val"))) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void saysWhenImagesAndLinesDiffer() throws IOException {
        put("kit/truth.txt", "2\n1\n");

        assertFails("'kit/truth.txt' has 2 lines, but 3 images match 'val/{name}.JPEG'");
    }

    @Test
    void saysWhichLinesAreNoClass() throws IOException {
        put("kit/truth.txt", "2\n0\nx\n");

        assertFails(
                "'kit/truth.txt' has 2 problems",
                "line 2: expected the number of one of the 2 classes, found '0'",
                "line 3: expected the number of one of the 2 classes, found 'x'");
    }

    @Test
    void saysWhenMetaIsDamaged() throws IOException {
        byte[] meta = Files.readAllBytes(root.resolve("kit/meta.mat"));
        for (int length : new int[] {0, 60, 128, 130, meta.length / 2, meta.length - 40}) {
            tree.write("kit/meta.mat", Arrays.copyOf(meta, length));
            assertFails("'kit/meta.mat'");
        }
    }

    @Test
    void refusesClassesThatAreNoFolderNames() throws IOException {
        putMeta(new String[] {"../../etc", "n02119789"}, new int[] {1, 2}, new int[] {0, 0});

        assertFails("expected a WordNet id such as n01440764, found '../../etc'");
    }

    @Test
    void refusesTwoClassesOfOneNumber() throws IOException {
        putMeta(new String[] {"n01440764", "n02119789"}, new int[] {1, 1}, new int[] {0, 0});

        assertFails("class 1 is both n01440764 and n02119789");
    }

    @Test
    void saysWhichFieldIsMissing() throws IOException {
        Struct synsets = Mat5.newStruct(1, 1);
        synsets.set("WNID", 0, Mat5.newString("n01440764"));
        writeMat(synsets);

        assertFails("'synsets' has no field 'num_children'; found [WNID]");
    }

    @Test
    void saysWhenTheKitIsAbsent() throws IOException {
        tree.delete("kit/truth.txt");

        assertFails("'kit/truth.txt' of the development kit is not there");
    }

    private void assertFails(String... messages) {
        assertThatThrownBy(() -> Organiser.apply(STEP, tree))
                .isInstanceOf(DatasetsException.class)
                .message()
                .contains(messages);
        assertThat(tree.below("val/ILSVRC")).hasSize(3);
    }

    private void putMeta(String[] wnids, int[] numbers, int[] children) throws IOException {
        Struct synsets = Mat5.newStruct(wnids.length, 1);
        for (int i = 0; i < wnids.length; i++) {
            synsets.set("ILSVRC2012_ID", i, Mat5.newScalar(numbers[i]));
            synsets.set("WNID", i, Mat5.newString(wnids[i]));
            synsets.set("words", i, Mat5.newString("words of " + wnids[i]));
            synsets.set("num_children", i, Mat5.newScalar(children[i]));
        }
        writeMat(synsets);
    }

    private void writeMat(Struct synsets) throws IOException {
        try (MatFile mat = Mat5.newMatFile().addArray("synsets", synsets);
                var sink = Sinks.newStreamingFile(root.resolve("new.mat").toFile())) {
            mat.writeTo(sink);
        }
        tree.write("kit/meta.mat", Files.readAllBytes(root.resolve("new.mat")));
    }

    private void put(String path, String content) throws IOException {
        tree.write(path, content.getBytes(StandardCharsets.UTF_8));
    }
}
