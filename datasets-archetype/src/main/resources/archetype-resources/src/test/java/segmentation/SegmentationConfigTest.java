package ${package}.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentationConfigTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeClassNames() throws IOException {
        Files.writeString(folder.resolve("cls_voc21.txt"), "sky, wall\naeroplane\nperson, person in shirt");
    }

    @Test
    void readsAConfigWithEverything() throws IOException {
        SegmentationConfig config = read(
                """
                _base_ = './base_config.py'

                # data_root = '/somewhere/else'
                model = dict(
                    name_path='./configs/cls_voc21.txt',
                    logit_scale=65,
                    prob_thd=0.1,
                    area_thd=0.25
                )

                dataset_type = 'PascalVOCDataset'
                data_root = '/data/it\\'s here/VOC2012'

                test_pipeline = [dict(type='LoadImageFromFile'), dict(type='Resize', scale=(2048, 336), keep_ratio=True)]

                test_dataloader = dict(
                    dataset=dict(
                        type=dataset_type,
                        data_root=data_root,
                        data_prefix=dict(img_path='JPEGImages', seg_map_path="SegmentationClass"),
                        ann_file='ImageSets/Segmentation/val.txt',
                        pipeline=test_pipeline))
                """);

        assertThat(config.name()).isEqualTo("voc21");
        assertThat(config.dataRoot()).isEqualTo(Path.of("/data/it's here/VOC2012"));
        assertThat(config.images()).isEqualTo(Path.of("/data/it's here/VOC2012/JPEGImages"));
        assertThat(config.labelMaps()).isEqualTo(Path.of("/data/it's here/VOC2012/SegmentationClass"));
        assertThat(config.annotationFile()).contains(Path.of("/data/it's here/VOC2012/ImageSets/Segmentation/val.txt"));
        assertThat(config.layout()).isEqualTo(LabelLayout.PASCAL_VOC_21);
        assertThat(config.reduceZeroLabel()).isFalse();
        assertThat(config.classes())
                .containsExactly(List.of("sky", "wall"), List.of("aeroplane"), List.of("person", "person in shirt"));
        assertThat(config.logitScale()).isEqualTo(65);
        assertThat(config.probabilityThreshold()).isEqualTo(0.1);
        assertThat(config.areaThreshold()).contains(0.25);
    }

    @Test
    void takesWhatTheEvaluationCodeTakesWhereAConfigIsSilent() throws IOException {
        SegmentationConfig config = read(minimal("PascalVOC20Dataset", ""));

        assertThat(config.logitScale()).isEqualTo(40);
        assertThat(config.probabilityThreshold()).isZero();
        assertThat(config.areaThreshold()).isEmpty();
        assertThat(config.annotationFile()).isEmpty();
        assertThat(config.reduceZeroLabel()).isTrue();
    }

    @Test
    void letsAConfigOverruleItsDatasetType() throws IOException {
        assertThat(read(minimal("ADE20KDataset", "reduce_zero_label=False")).reduceZeroLabel())
                .isFalse();
    }

    @Test
    void namesFileAndValueThatIsMissing() {
        assertThatIOException()
                .isThrownBy(() -> read("dataset_type = 'PascalVOCDataset'\n"))
                .withMessageContaining("cfg_voc21.py")
                .withMessageContaining("data_root");
    }

    @Test
    void refusesADatasetTypeItDoesNotKnow() {
        assertThatIOException()
                .isThrownBy(() -> read(minimal("PotsdamDataset", "")))
                .withMessageContaining("not known");
    }

    @Test
    void findsAllConfigsOfAFolderButNotTheirBase() throws IOException {
        read(minimal("PascalVOC20Dataset", ""));
        Files.writeString(folder.resolve("base_config.py"), "");

        assertThat(SegmentationConfig.readAll(folder))
                .extracting(SegmentationConfig::name)
                .containsExactly("voc21");
    }

    private static String minimal(String type, String more) {
        return "model = dict(name_path='cls_voc21.txt')\ndataset_type = '" + type + "'\ndata_root = '/d'\n"
                + "data_prefix = dict(img_path='i', seg_map_path='m')\n" + more + "\n";
    }

    private SegmentationConfig read(String content) throws IOException {
        return SegmentationConfig.read(Files.writeString(folder.resolve("cfg_voc21.py"), content));
    }
}
