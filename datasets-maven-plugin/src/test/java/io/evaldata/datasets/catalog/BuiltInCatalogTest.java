package io.evaldata.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BuiltInCatalogTest {
    private final Catalog catalog = CatalogReader.builtIn().catalog();

    @Test
    void everySourceIsUsedByAStep() {
        for (Dataset dataset : catalog.all()) {
            assertThat(dataset.ways().stream()
                            .flatMap(way -> way.sources(Scope.FULL).stream())
                            .collect(Collectors.toSet()))
                    .as(dataset.id())
                    .containsAll(dataset.sources().keySet());
        }
    }
}
