package io.evaldata.datasets.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.catalog.CatalogReader;
import io.evaldata.datasets.catalog.Dataset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configs of datasets that only a catalogue file describes. */
class OwnConfigTest {
    private static final String CATALOGUE =
            """
            datasets:
              - id: streets
                group: segmentation
                title: Streets
                steps: [{write: a.txt, lines: [a]}]
                report: {classNames: [road, "people, walking"], colours: ["#804080", "#dc143c"]}
                segConfig: {images: images, maps: labels, mapSuffix: _ids.png, split: val.txt}
            """;

    @TempDir
    private Path temp;

    private Collection<Dataset> datasets;

    @BeforeEach
    void readCatalogue() throws IOException {
        read(CATALOGUE);
    }

    @Test
    void writesAConfigThatTellsTheGenericDatasetClassEverything() throws Exception {
        Path folder = temp.resolve("configs");

        wire(folder, temp.resolve("data/streets"));

        assertThat(folder.resolve("cls_streets.txt")).hasContent("road\npeople, walking");
        assertThat(folder.resolve("base_config.py")).isRegularFile();
        assertThat(folder.resolve("cfg_streets.py"))
                .content()
                .contains(
                        "# Streets, 2 classes.",
                        "values: the catalogue entry of dataset streets.",
                        "dataset_type = 'BaseSegDataset'",
                        "data_root = '" + temp.resolve("data/streets") + "'",
                        "img_suffix='.jpg'",
                        "seg_map_suffix='_ids.png'",
                        "metainfo=dict(classes=['road', 'people, walking'], palette=[[128, 64, 128], [220, 20, 60]])",
                        "data_prefix=dict(img_path='images', seg_map_path='labels')",
                        "ann_file='val.txt'",
                        "scale=(2048, 336)");
    }

    @Test
    void rewiresItWhenTheDataMovesAndLeavesOthersAlone() throws Exception {
        Path folder = temp.resolve("configs");
        wire(folder, temp.resolve("data/streets"));

        WiringResult result = wire(folder, temp.resolve("elsewhere"));

        assertThat(result.changed()).containsExactly(folder.resolve("cfg_streets.py"));
        assertThat(folder.resolve("cfg_streets.py"))
                .content()
                .contains("data_root = '" + temp.resolve("elsewhere") + "'");
    }

    @Test
    void recognisesAConfigOfTheUserByTheEndOfItsRoot() throws Exception {
        Path config = Files.writeString(
                temp.resolve("mine.py"),
                """
                dataset_type = 'BaseSegDataset'
                data_root = '/old/segmentation/streets'
                test_dataloader = dict(dataset=dict(type=dataset_type, data_root=data_root))
                """);

        wire(config, temp.resolve("data/streets"));

        assertThat(config).content().contains("data_root = '" + temp.resolve("data/streets") + "'");
    }

    @Test
    void followsItsEntryUntilSomebodyEditsIt() throws Exception {
        Path folder = temp.resolve("configs");
        Path config = folder.resolve("cfg_streets.py");
        wire(folder, temp.resolve("data/streets"));
        read(CATALOGUE.replace("images: images", "images: photos").replace("road,", "street,"));

        assertThat(wire(folder, temp.resolve("data/streets")).changed())
                .containsExactlyInAnyOrder(config, folder.resolve("cls_streets.txt"));
        assertThat(config).content().contains("img_path='photos'", "classes=['street'");
        assertThat(folder.resolve("cls_streets.txt")).hasContent("street\npeople, walking");
        assertThat(wire(folder, temp.resolve("data/streets")).changed()).isEmpty();

        Files.writeString(config, Files.readString(config).replace("batch_size=1", "batch_size=8"));
        Files.writeString(folder.resolve("cls_streets.txt"), "way\npeople, walking");
        read(CATALOGUE);
        WiringPlan plan =
                ConfigWiring.with(datasets).plan(folder, WiringRoots.of(Map.of("streets", temp.resolve("elsewhere"))));
        plan.apply();

        assertThat(config)
                .content()
                .contains("batch_size=8", "img_path='photos'", "data_root = '" + temp.resolve("elsewhere") + "'");
        assertThat(folder.resolve("cls_streets.txt")).hasContent("way\npeople, walking");
        assertThat(plan.outdated()).extracting(LeftAlone::file).containsExactly(config);
    }

    @Test
    void aConfigThatWasDeletedIsWrittenAnew() throws Exception {
        Path folder = temp.resolve("configs");
        wire(folder, temp.resolve("data/streets"));
        Files.delete(folder.resolve("cfg_streets.py"));

        assertThat(wire(folder, temp.resolve("data/streets")).written())
                .containsExactly(folder.resolve("cfg_streets.py"));
    }

    @Test
    void anEditedListIsKeptWhenTheConfigFollows() throws Exception {
        Path folder = temp.resolve("configs");
        wire(folder, temp.resolve("data/streets"));
        Path list = Files.writeString(folder.resolve("cls_streets.txt"), "road, a photo of\npeople");
        read(CATALOGUE.replace("road,", "street,"));
        WiringPlan plan = ConfigWiring.with(datasets)
                .plan(folder, WiringRoots.of(Map.of("streets", temp.resolve("data/streets"))));
        plan.apply();

        assertThat(list).hasContent("road, a photo of\npeople");
        assertThat(plan.outdated()).extracting(LeftAlone::file).containsExactly(list);
    }

    @Test
    void aListSavedInAnotherEncodingIsAnEditedOne() throws Exception {
        Path folder = temp.resolve("configs");
        wire(folder, temp.resolve("data/streets"));
        Path list = Files.writeString(folder.resolve("cls_streets.txt"), "cafés", StandardCharsets.ISO_8859_1);
        read(CATALOGUE.replace("road,", "street,"));
        WiringPlan plan = ConfigWiring.with(datasets)
                .plan(folder, WiringRoots.of(Map.of("streets", temp.resolve("data/streets"))));
        assertThat(plan.outdated()).extracting(LeftAlone::file).containsExactly(list);
    }

    @Test
    void aConfigWhoseEntryIsGoneIsLeftAloneWithAWarning() throws Exception {
        Path folder = temp.resolve("configs");
        wire(folder, temp.resolve("data/streets"));
        Path config = folder.resolve("cfg_streets.py");
        Path edited = Files.writeString(
                folder.resolve("other.py"), Files.readString(config).replace("batch_size=1", "batch_size=8"));
        String written = Files.readString(config);
        WiringRoots others = WiringRoots.of(Map.of("voc2012", temp.resolve("VOC2012")));

        WiringPlan plan = ConfigWiring.bundled().plan(folder, others);
        plan.apply();

        assertThat(plan.outdated()).extracting(LeftAlone::file).containsExactlyInAnyOrder(config, edited);
        assertThat(plan.outdated().get(0).because())
                .startsWith("it was written for dataset 'streets', which no catalogue of this run describes")
                .endsWith("give its catalogue file again (datasets.catalogs) or delete the config");
        assertThat(config).hasContent(written);
        assertThat(folder.resolve("cfg_voc21.py")).isRegularFile();

        assertThat(ConfigWiring.bundled().plan(config, others).outdated()).hasSize(1);

        read(CATALOGUE.replace("id: streets", "id: roads"));
        WiringPlan renamed =
                ConfigWiring.with(datasets).plan(folder, WiringRoots.of(Map.of("roads", temp.resolve("data/streets"))));
        renamed.apply();
        assertThat(renamed.outdated()).hasSize(2);
        assertThat(folder.resolve("cfg_roads.py")).isRegularFile();
        assertThat(config).hasContent(written);
    }

    @Test
    void lineEndsDoNotCountAsEditing() throws Exception {
        Path folder = temp.resolve("configs");
        wire(folder, temp.resolve("data/streets"));
        Path config = folder.resolve("cfg_streets.py");
        Files.writeString(config, Files.readString(config).replace("\n", "\r\n"));
        read(CATALOGUE.replace("images: images", "images: photos"));
        wire(folder, temp.resolve("data/streets"));

        assertThat(config).content().contains("img_path='photos'").matches("(?s)([^\n]*\r\n)+");
    }

    @Test
    void suffixesAreThoseThatTheEntrySaysElsewhere() throws Exception {
        read(CATALOGUE.replace(", mapSuffix: _ids.png", "")
                + "    checks:\n      - {pairs: 'images/{stem}_rgb.png', with: 'labels/{stem}_L.png'}\n");
        wire(temp.resolve("configs"), temp.resolve("data/streets"));
        assertThat(temp.resolve("configs/cfg_streets.py"))
                .content()
                .contains("img_suffix='_rgb.png'", "seg_map_suffix='_L.png'");
    }

    @Test
    void suffixesThatNobodySaysAreThoseOfThePreparedFiles() throws Exception {
        Path root = temp.resolve("data/streets");
        put(root.resolve("images/deep/a.png"));
        put(root.resolve("labels/deep/a_ids.png"));
        wire(temp.resolve("configs"), root);
        assertThat(temp.resolve("configs/cfg_streets.py")).content().contains("img_suffix='.png'");
    }

    @Test
    void aConfigThatWouldFindNoFileIsAProblemWithTheNameOfTheDataset() throws Exception {
        Path root = temp.resolve("data/streets");
        put(root.resolve("images/a.png"));
        put(root.resolve("images/b.jpeg"));
        put(root.resolve("labels/a.png"));

        assertThatThrownBy(() -> wire(temp.resolve("configs"), root))
                .hasMessageContaining("which files of dataset 'streets' are its images cannot be told: "
                        + root.resolve("images") + " has 1 in .jpeg, 1 in .png; give imageSuffix in segConfig")
                .hasMessageContaining("it would find no map of dataset 'streets': no file in " + root.resolve("labels")
                        + " ends in '_ids.png'")
                .hasMessageContaining("found 1 in .png");
        assertThat(temp.resolve("configs")).doesNotExist();
        read(CATALOGUE.replace("images: images", "images: pictures"));
        assertThatThrownBy(() -> wire(temp.resolve("configs"), root))
                .hasMessageContaining("says 'images: pictures', and there is no folder " + root.resolve("pictures"));
    }

    private static void put(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }

    private void read(String catalogue) throws IOException {
        Path file = Files.writeString(temp.resolve("own.yaml"), catalogue);
        datasets = CatalogReader.builtIn().merge(file).catalog().all();
    }

    private WiringResult wire(Path target, Path root) throws IOException {
        WiringPlan plan = ConfigWiring.with(datasets).plan(target, WiringRoots.of(Map.of("streets", root)));
        plan.requireSound();
        return plan.apply();
    }
}
