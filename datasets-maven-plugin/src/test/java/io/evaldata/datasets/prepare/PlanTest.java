package io.evaldata.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan knows of sources that are no ordinary downloads. */
class PlanTest {
    @TempDir
    private Path folder;

    private Workplace workplace;

    @BeforeEach
    void openWorkplace() {
        workplace = new Workplace(folder);
    }

    @Test
    void aFileWithoutAnAddressIsAnErrandThatSaysWhereItGoes() throws IOException {
        workplace.catalogue(
                """
                  - id: mine
                    group: classification
                    sources: [{file: a.zip, page: "https://data.example.org/"}]
                    steps: [{unpack: a.zip, members: [{from: "{path**}", to: "{path}"}]}]
                """);
        Plan.Item item = plan("mine").items().get(0);

        assertThat(item.errands()).singleElement().satisfies(errand -> {
            assertThat(errand.kind()).isEqualTo(Errand.Kind.BY_HAND);
            assertThat(errand.text())
                    .contains("no address for a.zip (see https://data.example.org/)")
                    .contains("put it into datasets.manualDir, as a.zip or mine/a.zip.");
        });
    }

    @Test
    void aFileOfThisMachineHasItsOwnSize() throws IOException {
        byte[] zip = Zips.of("x", "x");
        workplace.catalogue(Workplace.unpacking("mine", "a.zip", workplace.publish("a.zip", zip)));
        assertThat(plan("mine").toFetch()).isEqualTo(new Amount(zip.length, true, 0));
    }

    @Test
    void aFileOfThisMachineThatIsGoneIsAnErrand() throws IOException {
        workplace.catalogue(Workplace.unpacking("mine", "a.zip", workplace.publish("a.zip", Zips.of("x", "x"))));
        workplace.unpublish();
        assertThat(plan("mine").items().get(0).errands()).singleElement().satisfies(errand -> assertThat(errand.text())
                .contains("a.zip is not where the catalogue says: " + folder.resolve("published/a.zip")));
    }

    @Test
    void aMissingFileOfThisMachineIsNotToldInTheWordsOfAServer() throws Exception {
        workplace.catalogue(Workplace.unpacking("mine", "a.zip", workplace.publish("a.zip", Zips.of("x", "x"))));
        workplace.unpublish();
        assertThat(workplace.prepare("mine").outcomes().get(0).report())
                .contains("there is no such file")
                .doesNotContain("404");
    }

    @Test
    void samplesHaveTheirOwnSizesAndNoOtherWays() throws IOException {
        Files.writeString(
                folder.resolve("catalogue.yaml"),
                """
                datasets:
                  - id: stanford_cars
                    sources:
                      - {file: cars_test.tgz, bytes: 10, state: ok}
                      - {file: car_devkit.tgz, bytes: 10}
                      - {file: cars_test_annos_withlabels.mat, bytes: 10}
                  - {id: cityscapes, sources: [{file: gtFine_trainvaltest.zip, bytes: 10}, {file: leftImg8bit_trainvaltest.zip, bytes: 10}]}
                """);
        workplace.sample(true);
        Plan plan = plan("stanford_cars", "cityscapes");

        assertThat(plan.sample()).isTrue();
        assertThat(plan.toFetch().bytes()).isEqualTo(50);
        assertThat(plan.onDisk().bytes()).isEqualTo(50);
        assertThat(plan.items()).allSatisfy(item -> assertThat(item.ways()).hasSize(1));
    }

    private Plan plan(String... ids) throws IOException {
        return Plan.of(workplace.request(ids), workplace.cache());
    }
}
