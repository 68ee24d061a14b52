package io.evaldata.datasets.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.catalog.CatalogReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void theTableOfDatasetsIsTheCatalogue() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String table =
                String.join("\n", CatalogText.markdown(CatalogReader.builtIn().catalog()));

        assertThat(readme).contains("<!-- datasets -->\n" + table + "\n<!-- /datasets -->");
    }
}
