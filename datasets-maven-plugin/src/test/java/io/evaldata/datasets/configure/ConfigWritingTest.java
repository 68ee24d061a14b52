package io.evaldata.datasets.configure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigWritingTest {
    private static final Map<String, String> BELOW_SEGMENTATION = Map.of(
            "voc2012", "VOCdevkit/VOC2012",
            "voc2010_context", "VOCdevkit/VOC2010",
            "coco_stuff164k", "coco_stuff164k",
            "coco_object", "coco_stuff164k",
            "cityscapes", "cityscapes",
            "ade20k", "ade/ADEChallengeData2016");

    private final ConfigWiring wiring = ConfigWiring.bundled();

    @TempDir
    private Path temp;

    static WiringRoots roots(Path segmentation) {
        Map<String, Path> roots = new LinkedHashMap<>();
        BELOW_SEGMENTATION.forEach((id, below) -> roots.put(id, segmentation.resolve(below)));
        return WiringRoots.of(roots);
    }

    static Stream<SegmentationConfig> theEight() {
        return SegmentationConfigs.bundled().configs().stream();
    }

    @ParameterizedTest
    @MethodSource("theEight")
    void writesEachConfigLikeItsGoldenFile(SegmentationConfig config) throws IOException {
        String root = "/data/segmentation/" + BELOW_SEGMENTATION.get(config.dataset());
        String text =
                new ConfigText(SegmentationConfigs.bundled()).of(config, root, "/project/configs/" + config.prompts());

        try (InputStream golden = getClass().getResourceAsStream("/configs/golden/" + config.file())) {
            assertThat(text).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("theEight")
    void hasOneLineOfClassNamesPerClassAndNoFinalNewline(SegmentationConfig config) {
        String list = SegmentationConfigs.text(config.prompts());

        assertThat(list.split("\n", -1))
                .hasSize(config.classes())
                .noneMatch(String::isBlank)
                .noneMatch(line -> line.contains("\r"));
    }

    @Test
    void keepsTheTrailingBlankThatTheReferencePublished() {
        assertThat(SegmentationConfigs.text("cls_context60.txt")).endsWith("\nwood ");
        assertThat(SegmentationConfigs.text("cls_context59.txt")).endsWith("\nwood");
    }

    @Test
    void writesEightConfigsThatPythonRunsAndWhosePathsJoin() throws Exception {
        Path data = temp.resolve(FileNames.usablePart("it's \"data\" \\ with blänks 数据"));
        Path folder = temp.resolve("seg configs'");

        WiringResult result = wiring.plan(folder, roots(data)).apply();

        assertThat(result.written()).hasSize(8 + 8 + 1);
        List<Path> configs = theEight().map(c -> folder.resolve(c.file())).toList();
        String script =
                """
                import os, sys
                for path in sys.argv[1:]:
                    scope = {}
                    exec(compile(open(os.path.join(os.path.dirname(path), 'base_config.py')).read(), path, 'exec'), scope)
                    model = scope['model']
                    exec(compile(open(path, encoding='utf-8').read(), path, 'exec'), scope)
                    assert model['type'] == 'CLIPForSegmentation' and scope['_base_'] == './base_config.py'
                    dataset = scope['test_dataloader']['dataset']
                    assert len(open(scope['model']['name_path'], encoding='utf-8').read().split('\\n')) > 18
                    print(os.path.join(dataset['data_root'], dataset['data_prefix']['img_path']))
                    print(os.path.join(dataset['data_root'], dataset['data_prefix']['seg_map_path']))
                    print(dataset['type'], dataset['pipeline'] is scope['test_pipeline'])
                """;
        List<String> expected = theEight()
                .flatMap(c -> {
                    Path root = data.resolve(BELOW_SEGMENTATION.get(c.dataset()));
                    return Stream.of(
                            root.resolve(c.images()).toString(),
                            root.resolve(c.maps()).toString(),
                            c.datasetType() + " True");
                })
                .toList();
        assertThat(Python.run(script, configs)).isEqualTo(expected);
    }

    @Test
    void writesOnlyTheConfigsOfChosenDatasets() throws IOException {
        wiring.plan(temp.resolve("c"), WiringRoots.of(Map.of("voc2012", temp.resolve("v"), "coco", temp.resolve("x"))))
                .apply();

        assertThat(names(temp.resolve("c")))
                .containsExactly("base_config.py", "cfg_voc20.py", "cfg_voc21.py", "cls_voc20.txt", "cls_voc21.txt");
    }

    @Test
    void touchesNothingTheSecondTime() throws IOException {
        Path folder = temp.resolve("configs");
        wiring.plan(folder, roots(temp)).apply();
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        for (String name : names(folder)) {
            Files.setLastModifiedTime(folder.resolve(name), old);
        }

        WiringPlan again = wiring.plan(folder, roots(temp));
        WiringResult result = again.apply();

        assertThat(again.diff()).isEmpty();
        assertThat(result.written()).isEmpty();
        assertThat(result.changed()).isEmpty();
        assertThat(names(folder)).hasSize(17).allSatisfy(name -> assertThat(
                        Files.getLastModifiedTime(folder.resolve(name)))
                .isEqualTo(old));
    }

    @Test
    void addsTheConfigsOfDatasetsChosenLaterAndKeepsEditsOfTheUser() throws IOException {
        Path folder = temp.resolve("configs");
        wiring.plan(folder, WiringRoots.of(Map.of("voc2012", temp.resolve("v"))))
                .apply();
        Path edited = folder.resolve("cfg_voc21.py");
        Files.writeString(edited, Files.readString(edited).replace("prob_thd=0.1", "prob_thd=0.25"));
        Files.writeString(folder.resolve("cls_voc21.txt"), "mine");

        WiringResult result = wiring.plan(
                        folder, WiringRoots.of(Map.of("voc2012", temp.resolve("w"), "cityscapes", temp.resolve("c"))))
                .apply();

        assertThat(result.written())
                .extracting(path -> path.getFileName().toString())
                .containsExactly("cfg_city_scapes.py", "cls_city_scapes.txt");
        assertThat(Files.readString(edited)).contains("prob_thd=0.25").contains("data_root = '" + temp.resolve("w"));
        assertThat(Files.readString(folder.resolve("cls_voc21.txt"))).isEqualTo("mine");
    }

    @Test
    void followsAMovedFolderWithItsClassNameListsUnlessTheConfigWasEdited() throws IOException {
        Path folder = temp.resolve("configs");
        wiring.plan(folder, roots(temp)).apply();
        Path moved = Files.move(folder, temp.resolve("moved"));
        Path edited = moved.resolve("cfg_voc21.py");
        Files.writeString(edited, Files.readString(edited) + "# mine\n");

        wiring.plan(moved, roots(temp)).apply();

        assertThat(Files.readString(moved.resolve("cfg_voc20.py"))).contains(moved.resolve("cls_voc20.txt") + "'");
        assertThat(Files.readString(edited)).contains(folder.resolve("cls_voc21.txt") + "'");
    }

    @Test
    void showsANewFileAsADiffAgainstNothingAndWritesNothingByPlanning() throws IOException {
        WiringPlan plan = wiring.plan(temp.resolve("c"), WiringRoots.of(Map.of("ade20k", temp.resolve("a"))));

        assertThat(plan.diff())
                .startsWith("--- /dev/null\n+++ " + temp.resolve("c/cfg_ade20k.py") + "\n@@ -0,0 +1,")
                .contains("+data_root = '" + temp.resolve("a") + "'\n")
                .contains("\n\\ No newline at end of file\n");
        assertThat(temp.resolve("c")).doesNotExist();
    }

    private static List<String> names(Path folder) throws IOException {
        TreeMap<String, Path> names = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> names.put(file.getFileName().toString(), file));
        }
        return List.copyOf(names.keySet());
    }
}
