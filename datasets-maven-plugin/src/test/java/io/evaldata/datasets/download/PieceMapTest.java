package io.evaldata.datasets.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PieceMapTest {
    @TempDir
    Path folder;

    @Test
    void knowsAtOnceWhatItRecorded() throws Exception {
        URI url = URI.create("http://localhost/f");
        try (PieceMap map = PieceMap.open(folder.resolve("map"))) {
            map.size(5);
            map.from(url, "\"v1\"");
            assertThat(map.size()).hasValue(5);
            assertThat(map.validator(url)).contains("\"v1\"");
        }
    }
}
