package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is converted while it is unpacked is what the steps, taken one after the other, would convert. */
class StepOrderTest {
    @TempDir
    private Path folder;

    private Workplace workplace;

    @BeforeEach
    void threeRawMaps() throws IOException {
        workplace = new Workplace(folder);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("raw/1.png", LabelImages.png(0, 1));
        files.put("raw/2.png", LabelImages.png(1, 1));
        files.put("list.txt", "2\n".getBytes(StandardCharsets.UTF_8));
        workplace.publish("maps.zip", Zips.stored(files));
    }

    @Test
    void convertsWhatIsKeptAndNothingElse() throws Exception {
        steps(
                "{keep: 'raw/{stem}.png', listedIn: list.txt, line: '{stem}'}",
                "{labelMaps: 'raw/{stem}.png', to: 'maps/{stem}.png', table: {ids: {0: 7, 1: 8}}}");

        assertThat(workplace.prepare("mine").outcomes().get(0).state()).isEqualTo(Outcome.State.PREPARED);
        assertThat(workplace.tree("mine")).containsOnlyKeys("list.txt", "maps/2.png", "raw/2.png");
    }

    @Test
    void convertsWhatWasMovedUnderItsNewName() throws Exception {
        steps(
                "{move: 'raw/{stem}.png', to: 'moved/{stem}.png'}",
                "{labelMaps: 'raw/{stem}.png', to: 'never/{stem}.png', table: {ids: {0: 7, 1: 8}}}",
                "{labelMaps: 'moved/{stem}.png', to: 'maps/{stem}.png', table: {ids: {0: 7, 1: 8}}}");

        assertThat(workplace.prepare("mine").outcomes().get(0).state()).isEqualTo(Outcome.State.PREPARED);
        assertThat(workplace.tree("mine"))
                .containsOnlyKeys("list.txt", "maps/1.png", "maps/2.png", "moved/1.png", "moved/2.png");
    }

    @Test
    void keepsWhatWasConvertedWhenTheRawMapsAreRemoved() throws Exception {
        steps(
                "{labelMaps: 'raw/{stem}.png', to: 'maps/{stem}.png', table: {ids: {0: 7, 1: 8}}}",
                "{remove: 'raw/{stem}.png'}");

        assertThat(workplace.prepare("mine").outcomes().get(0).state()).isEqualTo(Outcome.State.PREPARED);
        assertThat(workplace.tree("mine")).containsOnlyKeys("list.txt", "maps/1.png", "maps/2.png");
    }

    private void steps(String... more) throws IOException {
        String url = folder.resolve("published/maps.zip").toUri().toString();
        workplace.catalogue(
                """
                  - id: mine
                    group: segmentation
                    sources: [{file: maps.zip, urls: ["%s"]}]
                    steps:
                      - {unpack: maps.zip, members: [{from: "{path**}", to: "{path}"}]}
                      - %s
                """
                        .formatted(url, String.join("\n      - ", List.of(more))));
    }
}
