package ${package}.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import ${package}.model.ColourShapeModel;
import ${package}.results.Result;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evaluates tiny trees in the layouts of the real datasets. */
class SegmentationEvaluationTest {
    @TempDir
    Path folder;

    private final SegmentationEvaluation evaluation = new SegmentationEvaluation(new ColourShapeModel());

    @BeforeEach
    void writeClassNames() throws IOException {
        write("configs/cls_colours.txt", "red\nblue\ngreen\n");
    }

    @Test
    void readsListsAndReducesZero() throws IOException {
        write("data/ImageSets/Segmentation/val.txt", "2007_000033\n");
        halves("data/JPEGImages/2007_000033.jpg", Color.RED.getRGB(), Color.BLUE.getRGB());
        map("data/SegmentationClass/2007_000033.png", 1, 2);
        map("data/SegmentationClass/2007_000042.png", 3, 3);
        SegmentationConfig config = config(
                "PascalVOC20Dataset", "JPEGImages", "SegmentationClass", "ann_file='ImageSets/Segmentation/val.txt'");

        List<Result> results = evaluation.evaluate(config);

        assertThat(results).extracting(Result::measure).containsExactly("mIoU", "pixel accuracy");
        assertThat(results).allSatisfy(result -> {
            assertThat(result.value()).isEqualTo(1.0);
            assertThat(result.items()).isEqualTo(40 * 20);
        });
    }

    @Test
    void findsImagesOfCitiesByTheirEndings() throws IOException {
        halves("data/leftImg8bit/val/ulm/ulm_1_leftImg8bit.png", Color.RED.getRGB(), Color.RED.getRGB());
        map("data/gtFine/val/ulm/ulm_1_gtFine_labelTrainIds.png", 0, 255);
        halves("data/leftImg8bit/val/bonn/bonn_1_leftImg8bit.png", Color.GREEN.getRGB(), Color.RED.getRGB());
        map("data/gtFine/val/bonn/bonn_1_gtFine_labelTrainIds.png", 1, 0);
        SegmentationConfig config = config("CityscapesDataset", "leftImg8bit/val", "gtFine/val", "");

        assertThat(LabelledPair.of(config))
                .extracting(pair -> pair.image().getFileName().toString())
                .containsExactly("bonn_1_leftImg8bit.png", "ulm_1_leftImg8bit.png");
        // Red is right everywhere; green was taken for blue by the labels, so both classes score nothing.
        Result mean = evaluation.evaluate(config).get(0);
        assertThat(mean.value()).isEqualTo(1.0 / 3);
        assertThat(mean.items()).isEqualTo(40 * 20 + 20 * 20);
    }

    @Test
    void namesTheMapThatIsMissing() throws IOException {
        halves("data/images/validation/ADE_val_00000001.jpg", 0, 0);
        SegmentationConfig config = config("ADE20KDataset", "images/validation", "annotations/validation", "");

        assertThatIOException()
                .isThrownBy(() -> evaluation.evaluate(config))
                .withMessageContaining("ADE_val_00000001.png")
                .withMessageContaining("datasets:verify");
    }

    @Test
    void namesTheMapWhoseLabelIsNoClass() throws IOException {
        halves("data/images/val2017/000000000139.jpg", 0, 0);
        map("data/annotations/val2017/000000000139_labelTrainIds.png", 3, 3);
        SegmentationConfig config = config("COCOStuffDataset", "images/val2017", "annotations/val2017", "");

        assertThatIOException()
                .isThrownBy(() -> evaluation.evaluate(config))
                .withMessageContaining("000000000139_labelTrainIds.png")
                .withMessageContaining("Label 3");
    }

    @Test
    void makesUncertainPixelsBackground() throws IOException {
        halves("data/images/val2017/1.jpg", Color.BLUE.getRGB(), Color.BLUE.getRGB());
        map("data/annotations/val2017/1_instanceTrainIds.png", 0, 0);

        assertThat(evaluation.evaluate(objects("prob_thd=1.1")).get(0).value()).isEqualTo(1.0);
        assertThat(evaluation.evaluate(objects("prob_thd=0.1")).get(0).value()).isZero();
    }

    @Test
    void dropsClassesThatCoverTooLittle() throws IOException {
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 40 * 20; i++) {
            image.setRGB(i % 40, i / 40, (i % 40 < 36 ? Color.BLUE : Color.GREEN).getRGB());
        }
        save(image, "data/images/val2017/1.jpg");
        BufferedImage labels = new BufferedImage(40, 20, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 40 * 20; i++) {
            labels.getRaster().setSample(i % 40, i / 40, 0, i % 40 < 36 ? 1 : 0);
        }
        save(labels, "data/annotations/val2017/1_instanceTrainIds.png");

        assertThat(evaluation.evaluate(objects("")).get(0).value()).isLessThan(0.4);
        assertThat(evaluation.evaluate(objects("area_thd=0.3")).get(0).value()).isGreaterThan(0.5);
    }

    private SegmentationConfig objects(String more) throws IOException {
        return config("COCOObjectDataset", "images/val2017", "annotations/val2017", more);
    }

    private SegmentationConfig config(String type, String images, String maps, String more) throws IOException {
        Path file = write(
                "configs/cfg_tiny.py",
                "model = dict(name_path='./cls_colours.txt')\ndataset_type = '" + type + "'\ndata_root = '"
                        + folder.resolve("data").toString().replace("\\", "\\\\") + "'\nimg_path='" + images
                        + "'\nseg_map_path='" + maps + "'\n" + more + "\n");
        return SegmentationConfig.read(file);
    }

    private void halves(String file, int left, int right) throws IOException {
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 40 * 20; i++) {
            image.setRGB(i % 40, i / 40, i % 40 < 20 ? left : right);
        }
        save(image, file);
    }

    private void map(String file, int left, int right) throws IOException {
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 40 * 20; i++) {
            image.getRaster().setSample(i % 40, i / 40, 0, i % 40 < 20 ? left : right);
        }
        save(image, file);
    }

    /** PNG whatever the name says: a JPEG would blur the edges. */
    private void save(BufferedImage image, String file) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        ImageIO.write(image, "png", path.toFile());
    }

    private Path write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content);
    }
}
