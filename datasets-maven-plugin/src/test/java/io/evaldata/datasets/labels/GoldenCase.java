package io.evaldata.datasets.labels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;

/** One conversion of which the published converter's result is known. */
public record GoldenCase(Path directory, JsonNode facts) {

    /** The generated cases that lie among the test resources. */
    public static List<GoldenCase> bundled(String converter) {
        try {
            return in(Path.of(GoldenCase.class.getResource("/golden/index.json").toURI()), converter);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All cases, from the folder that lies beside the repository; empty where it is not there. */
    public static List<GoldenCase> shared(String converter) {
        Path index = Path.of("..", "..", "shared", "golden", "index.json");
        return Files.exists(index) ? in(index, converter) : List.of();
    }

    private static List<GoldenCase> in(Path index, String converter) {
        try {
            JsonNode cases = new JsonMapper().readTree(index.toFile()).get("cases");
            return StreamSupport.stream(cases.spliterator(), false)
                    .filter(facts -> facts.get("converter").asText().equals(converter))
                    .map(facts ->
                            new GoldenCase(index.resolveSibling(facts.get("dir").asText()), facts))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String name() {
        return facts.get("dir").asText();
    }

    public Path inputFile() {
        return directory.resolve(facts.get("input").asText());
    }

    public byte[] input() {
        try {
            return Files.readAllBytes(inputFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean fails() {
        return facts.has("error");
    }

    /** What a written map says, decoded by the JDK: size, mode and a hash of the pixels, in the index's words. */
    public static String describe(byte[] png) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            if (image.getType() != BufferedImage.TYPE_BYTE_GRAY) {
                return "image type " + image.getType();
            }
            int[] pixels = image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
            byte[] ids = new byte[pixels.length];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = (byte) pixels[i];
            }
            return describe(image.getWidth(), image.getHeight(), "L", sha256(ids));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String describe(JsonNode expected, String hash) {
        return describe(
                expected.get("width").asInt(),
                expected.get("height").asInt(),
                expected.get("mode").asText(),
                hash);
    }

    private static String describe(int width, int height, String mode, String hash) {
        return width + " x " + height + " " + mode + " " + hash;
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
