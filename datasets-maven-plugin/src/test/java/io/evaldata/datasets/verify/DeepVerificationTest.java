package io.evaldata.datasets.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.catalog.Check;
import io.evaldata.datasets.catalog.LabelRange;
import io.evaldata.datasets.catalog.PathPattern;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.catalog.Template;
import io.evaldata.datasets.io.Manifest;
import io.evaldata.datasets.io.Tree;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeepVerificationTest {
    private static final List<Check> CHECKS = List.of(
            new Check.Images(PathPattern.parse("images/{x}.jpg")),
            new Check.Pairs(PathPattern.parse("images/{x}.jpg"), Template.parse("maps/{x}.png")),
            new Check.Labels(PathPattern.parse("maps/{x}.png"), LabelRange.parse("0-18,255")));

    @TempDir
    Path root;

    private Tree tree;

    @BeforeEach
    void threePairs() throws IOException {
        tree = new Tree(root, new Manifest());
        for (int i = 1; i <= 3; i++) {
            tree.write("images/" + i + ".jpg", TestPictures.rgb("jpeg", 40, 30));
            tree.write("maps/" + i + ".png", TestPictures.map(40, 30, 0, 18, 255));
        }
        tree.write("readme.txt", new byte[100_000]);
    }

    @Test
    void findsNothingInAWholeTree() throws IOException {
        assertThat(deep().ok()).isTrue();
        assertThat(deep().lines()).isEmpty();
        assertThat(deep().json().toString()).isEqualTo("{\"ok\":true,\"totals\":{},\"findings\":[],\"damaged\":0}");
    }

    @Test
    void findsFilesThatChangedOnDiskOnceEach() throws IOException {
        byte[] readme = new byte[100_000];
        readme[99_999] = 1;
        Files.write(root.resolve("readme.txt"), readme);
        Files.write(root.resolve("images/1.jpg"), new byte[7]);
        Files.delete(root.resolve("maps/3.png"));

        assertThat(deep().findings())
                .extracting(finding -> finding.kind().key() + " " + finding.path())
                .contains("missing maps/3.png", "size images/1.jpg", "content readme.txt");
        assertThat(deep().damaged()).containsExactly("images/1.jpg", "maps/3.png", "readme.txt");
    }

    @Test
    void findsPicturesThatWereDamagedBeforeTheyWerePrepared() throws IOException {
        byte[] jpeg = TestPictures.rgb("jpeg", 40, 30);
        tree.write("images/2.jpg", Arrays.copyOf(jpeg, jpeg.length / 2));

        assertThat(deep().lines())
                .containsExactly(
                        "picture: images/2.jpg: expected a picture that decodes, found the file ends in the middle"
                                + " of the picture");
    }

    @Test
    void findsPairsOfTwoSizes() throws IOException {
        tree.write("maps/2.png", TestPictures.map(30, 40, 1));

        assertThat(deep().lines())
                .containsExactly("dimensions: images/2.jpg: expected 30x40 as 'maps/2.png', found 40x30");
    }

    @Test
    void findsValuesThatAreNoLabels() throws IOException {
        tree.write("maps/2.png", TestPictures.map(40, 30, 0, 19, 254));

        assertThat(deep().lines()).containsExactly("labels: maps/2.png: expected values of 0-18,255, found {19, 254}");
    }

    @Test
    void findsMapsThatCannotBeRead() throws IOException {
        tree.write("maps/2.png", new byte[10]);

        assertThat(deep().damaged()).containsExactly("maps/2.png");
    }

    @Test
    void givesUpWhenInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(this::deep).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private Verdict deep() throws IOException {
        return new TreeVerifier(tree, "root", Scope.EVAL).deep(CHECKS, 2, DeepVerificationTest::values);
    }

    private static BitSet values(Path map) throws IOException {
        BufferedImage image = ImageIO.read(map.toFile());
        if (image == null) {
            throw new IOException("no picture");
        }
        BitSet values = new BitSet();
        for (int value : image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null)) {
            values.set(value);
        }
        return values;
    }
}
