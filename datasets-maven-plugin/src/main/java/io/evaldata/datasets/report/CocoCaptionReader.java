package io.evaldata.datasets.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evaldata.datasets.catalog.Check;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** Reads the captions of a COCO annotation file, whichever of its arrays comes first. */
final class CocoCaptionReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final Tree tree;
    private final Check.Captions check;

    CocoCaptionReader(Tree tree, Check.Captions check) {
        this.tree = tree;
        this.check = check;
    }

    /** Hands over every caption with its picture. */
    void read(CaptionEntryReader.Taker taker) throws IOException {
        Map<Long, String> pictures = new HashMap<>();
        array("images", (id, text) -> pictures.put(id, check.image().fill(text, Map.of("file_name", text))));
        array("annotations", (image, caption) -> {
            String path = pictures.get(image);
            if (path != null) {
                taker.take(path, caption);
            }
        });
    }

    /** Takes the number and the text of one element. */
    @FunctionalInterface
    private interface Element {
        void take(long number, String text);
    }

    private void array(String name, Element element) throws IOException {
        boolean images = name.equals("images");
        try (InputStream in = tree.open(check.file());
                JsonParser json = JSON.createParser(in)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                if (json.nextToken() == JsonToken.START_ARRAY && key.equals(name)) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        element(json, images ? "id" : "image_id", images ? "file_name" : "caption", element);
                    }
                } else {
                    json.skipChildren();
                }
            }
        }
    }

    private static void element(JsonParser json, String number, String text, Element element) throws IOException {
        long id = -1;
        String found = "";
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            if (key.equals(number)) {
                id = json.getValueAsLong(-1);
            } else if (key.equals(text)) {
                found = json.getValueAsString("");
            }
            json.skipChildren();
        }
        element.take(id, found);
    }
}
