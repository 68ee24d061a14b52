package ${package}.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class ClipPixelsTest {
    @Test
    void agreeWithNumPy() throws IOException {
        JsonNode reference = read("/model/pixels.json");
        int width = reference.path("width").asInt();
        int height = reference.path("height").asInt();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, reference.path("rgb").path(i).asInt());
        }

        float[] pixels = new ClipPixels(reference.path("side").asInt()).of(image);

        assertThat(pixels).hasSize(reference.path("pixels").size());
        for (int i = 0; i < pixels.length; i++) {
            assertThat((double) pixels[i])
                    .as("pixel " + i)
                    .isCloseTo(reference.path("pixels").path(i).asDouble(), within(1e-5));
        }
    }

    private static JsonNode read(String resource) throws IOException {
        try (InputStream in = ClipPixelsTest.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(in);
        }
    }
}
