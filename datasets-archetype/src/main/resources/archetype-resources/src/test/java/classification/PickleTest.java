package ${package}.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PickleTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "4"})
    void readsWhatPythonWrites(String protocol) throws IOException {
        Map<?, ?> value = (Map<?, ?>) Pickle.read(pickle(protocol));

        assertThat(value.get("labels")).isEqualTo(List.of(3, 300, 70000, -1));
        assertThat((byte[]) value.get("data")).containsExactly(0, 127, -128, -1);
        assertThat(value.get("pair")).isEqualTo(List.of("ä", "b"));
        assertThat(value.get("again")).isEqualTo(value.get("labels"));
        Pickle.Built array = (Pickle.Built) value.get("array");
        assertThat((byte[]) array.array()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void callsNothing() throws IOException {
        Object value = Pickle.read(pickle("harmful"));

        assertThat(value).isInstanceOf(Pickle.Built.class);
        assertThat(value.toString()).contains("system").contains("touch");
    }

    @Test
    void namesTheFileThatEndsTooEarly() throws IOException {
        Path file = pickle("2");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 40));

        assertThatIOException().isThrownBy(() -> Pickle.read(file)).withMessageContaining(file.toString());
    }

    private Path pickle(String name) throws IOException {
        JsonNode pickles = read("/classification/pickles.json");
        byte[] bytes = Base64.getDecoder().decode(pickles.path(name).asText());
        return Files.write(folder.resolve("pickle"), bytes);
    }

    private static JsonNode read(String resource) throws IOException {
        try (InputStream in = PickleTest.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(in);
        }
    }
}
