package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.prepare.Outcome.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dataset made from another one, in the same folder, as COCO-Object is from COCO-Stuff. */
class DerivedDatasetTest {
    @TempDir
    private Path folder;

    private Workplace workplace;

    @BeforeEach
    void describe() throws IOException {
        workplace = new Workplace(folder);
        describe(workplace.publish("m.zip", Zips.stored(Map.of("x.png", LabelImages.png(0, 1, 255)))), "object");
    }

    private void describe(String url, String suffix) throws IOException {
        workplace.catalogue(
                """
                  - id: stuff
                    group: segmentation
                    root: together
                    sources: [{file: m.zip, urls: ["%s"]}]
                    steps:
                      - {unpack: m.zip, members: [{from: "{stem}.png", to: "maps/{file}"}]}
                      - {labelMaps: "maps/{stem:[^_]*}.png", to: "maps/{stem}_stuff.png", table: coco-stuff-train-ids}
                  - id: object
                    group: segmentation
                    root: together
                    derivedFrom: stuff
                    steps:
                      - {labelMaps: "maps/{stem:[^_]*}.png", to: "maps/{stem}_%s.png", table: coco-object-ids}
                """
                        .formatted(url, suffix));
    }

    @Test
    void bothLieInOneFolder() throws IOException, InterruptedException {
        assertThat(workplace.states("stuff", "object")).containsExactly(State.PREPARED, State.PREPARED);
        assertThat(workplace.tree("stuff")).containsOnlyKeys("maps/x.png", "maps/x_stuff.png", "maps/x_object.png");
        assertThat(workplace.states("object", "stuff")).containsExactly(State.UP_TO_DATE, State.UP_TO_DATE);
    }

    @Test
    void askingForTheDerivedOnePreparesBoth() throws IOException, InterruptedException {
        assertThat(workplace.states("object")).containsExactly(State.PREPARED);
        assertThat(workplace.state().receipt("stuff")).isPresent();
    }

    @Test
    void aChangedEntryConcernsItsOwnFilesOnly() throws IOException, InterruptedException {
        workplace.prepare("stuff", "object");
        var before = workplace.tree("stuff");
        describe(folder.resolve("published/m.zip").toUri().toString(), "things");
        assertThat(workplace.states("stuff", "object")).containsExactly(State.UP_TO_DATE, State.PREPARED);
        assertThat(workplace.tree("stuff")).containsOnlyKeys("maps/x.png", "maps/x_stuff.png", "maps/x_things.png");
        assertThat(workplace.tree("stuff"))
                .containsEntry("maps/x_things.png", before.get("maps/x_object.png"))
                .containsEntry("maps/x_stuff.png", before.get("maps/x_stuff.png"));
    }

    @Test
    void whenTheBaseIsMadeAnewTheFilesOfTheDerivedOneAreNotLost() throws IOException, InterruptedException {
        workplace.prepare("stuff", "object");
        var before = workplace.tree("stuff");
        Files.delete(workplace.rootOf("stuff").resolve("maps/x.png"));
        assertThat(workplace.states("stuff", "object")).containsExactly(State.PREPARED, State.UP_TO_DATE);
        assertThat(workplace.tree("stuff")).isEqualTo(before);
        assertThat(workplace.states("stuff", "object")).containsExactly(State.UP_TO_DATE, State.UP_TO_DATE);
    }

    @Test
    void whenTheBaseCannotBeHadTheDerivedOneSaysSo() throws IOException, InterruptedException {
        workplace.unpublish();
        Outcome outcome = workplace.prepare("object").outcomes().get(0);
        assertThat(outcome.state()).isEqualTo(State.FAILED);
        assertThat(outcome.report()).contains("is made from stuff, which could not be prepared", "m.zip");
    }

    @Test
    void whatWasConvertedWhileUnpackingEqualsWhatIsConvertedLater() throws IOException, InterruptedException {
        byte[] raw = LabelImages.png(0, 1, 17, 181, 255);
        String zip = workplace.publish("m.zip", Zips.stored(Map.of("x.png", raw)));
        String png = workplace.publish("x.png", raw);
        workplace.catalogue(
                """
                  - id: during
                    group: segmentation
                    sources: [{file: m.zip, urls: ["%s"]}]
                    steps:
                      - {unpack: m.zip, members: [{from: "{stem}.png", to: "raw/{file}"}]}
                      - {labelMaps: "raw/{stem}.png", to: "maps/{stem}.png", table: coco-stuff-train-ids}
                  - id: later
                    group: segmentation
                    sources: [{file: x.png, urls: ["%s"]}]
                    steps:
                      - {copy: x.png, to: raw/x.png}
                      - {labelMaps: "raw/{stem}.png", to: "maps/{stem}.png", table: coco-stuff-train-ids}
                """
                        .formatted(zip, png));
        assertThat(workplace.states("during", "later")).containsExactly(State.PREPARED, State.PREPARED);
        assertThat(workplace.tree("during")).containsOnlyKeys("raw/x.png", "maps/x.png");
        assertThat(workplace.tree("later")).isEqualTo(workplace.tree("during"));
        assertThat(workplace.state().receipt("later").orElseThrow().tree())
                .isEqualTo(workplace.state().receipt("during").orElseThrow().tree());
    }
}
