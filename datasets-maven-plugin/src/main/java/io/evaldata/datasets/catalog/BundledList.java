package io.evaldata.datasets.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Long lists of names, such as ImageNet's thousand synset ids, kept as text resources beside the catalogue. */
final class BundledList {
    private static final String FOLDER = "lists/";

    private BundledList() {}

    /** The lines given in place, or those of the bundled list that a single text names. */
    static List<String> lines(Node node, String key) {
        Node lines = node.get(key);
        List<Node> items = lines.itemsOrSelf();
        if (items.size() != 1 || items.get(0) != lines) {
            return items.stream().map(Node::text).toList();
        }
        try (InputStream resource = BundledList.class.getResourceAsStream(FOLDER + lines.text() + ".txt")) {
            if (resource == null) {
                throw lines.mistake("there is no bundled list '" + lines.text() + "'");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
