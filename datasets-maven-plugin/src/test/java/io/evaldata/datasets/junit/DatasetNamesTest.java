package io.evaldata.datasets.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.catalog.CatalogReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The names under which tests may ask for datasets. */
class DatasetNamesTest {
    @Test
    void theListIsThatOfTheCatalogue() throws IOException {
        String catalogue = CatalogReader.builtIn().catalog().all().stream()
                .map(dataset -> (dataset.id() + " " + String.join(" ", dataset.aliases())).strip() + "\n")
                .collect(Collectors.joining());
        try (InputStream list = DatasetNames.class.getResourceAsStream("names.txt")) {
            assertThat(new String(list.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(catalogue);
        }
    }

    @Test
    void anAliasMeansItsDatasetAndAnUnknownNameItself() {
        DatasetNames names = DatasetNames.builtIn();
        assertThat(names.id("voc21")).isEqualTo("voc2012");
        assertThat(names.id("voc2012")).isEqualTo("voc2012");
        assertThat(names.id("garden_birds")).isEqualTo("garden_birds");
    }

    @Test
    void theNearestNameIsOfferedForAMisspeltOneOnly() {
        DatasetNames names = DatasetNames.builtIn();
        assertThat(names.meantBy("citiscapes", List.of())).contains("cityscapes");
        assertThat(names.meantBy("garden_bird", List.of("garden_birds"))).contains("garden_birds");
        assertThat(names.meantBy("voc21", List.of())).isEmpty();
        assertThat(names.meantBy("my_own_thing", List.of())).isEmpty();
    }
}
