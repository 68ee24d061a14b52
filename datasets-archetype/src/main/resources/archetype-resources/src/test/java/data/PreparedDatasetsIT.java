package ${package}.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checks that what {@code prepare} left and what Maven hands to the tests are the same. */
class PreparedDatasetsIT {
    @Test
    void areThereWhereMavenSays() throws IOException {
        Map<String, Path> roots = PreparedDatasets.current().roots();

        assertThat(roots).isNotEmpty().allSatisfy((id, root) -> {
            assertThat(root).as("root of " + id).isAbsolute().isDirectory();
            assertThat(root).as("root of " + id).isNotEmptyDirectory();
        });
    }

    @Test
    void areHandedOverAsSystemProperties() throws IOException {
        // An IDE runs this test without handing anything over.
        PreparedDatasets handedOver = PreparedDatasets.of(System.getProperties());
        if (Files.exists(PreparedDatasets.PROPERTIES) && !handedOver.roots().isEmpty()) {
            assertThat(handedOver).isEqualTo(PreparedDatasets.read(PreparedDatasets.PROPERTIES));
        }
    }
}
