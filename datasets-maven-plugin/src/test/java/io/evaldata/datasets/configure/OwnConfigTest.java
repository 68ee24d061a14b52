package io.evaldata.datasets.configure;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.catalog.CatalogReader;
import io.evaldata.datasets.catalog.Dataset;
import java.io.IOException;
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
        Path file = Files.writeString(temp.resolve("own.yaml"), CATALOGUE);
        datasets = CatalogReader.builtIn().merge(file).catalog().all();
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

    private WiringResult wire(Path target, Path root) throws IOException {
        WiringPlan plan = ConfigWiring.with(datasets).plan(target, WiringRoots.of(Map.of("streets", root)));
        plan.requireSound();
        return plan.apply();
    }
}
