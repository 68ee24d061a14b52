package io.evaldata.datasets.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads a JSON array of objects with {@code image} and {@code caption}, one entry after the other. */
final class CaptionEntryReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final Tree tree;
    private final String file;

    CaptionEntryReader(Tree tree, String file) {
        this.tree = tree;
        this.file = file;
    }

    /** Takes a caption; the image is relative to the dataset's root. */
    @FunctionalInterface
    interface Taker {
        void take(String image, String caption);
    }

    /** Hands over every caption. */
    void read(Taker taker) throws IOException {
        try (InputStream in = tree.open(file);
                JsonParser json = JSON.createParser(in)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException(file + " is no JSON array");
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                entry(json, taker);
            }
        }
    }

    private static void entry(JsonParser json, Taker taker) throws IOException {
        String image = "";
        List<String> captions = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if ("image".equals(key)) {
                image = json.getValueAsString("");
            } else if ("caption".equals(key)) {
                captions(json, value, captions);
            } else {
                json.skipChildren();
            }
        }
        String path = image.substring(image.indexOf('/') + 1);
        captions.forEach(caption -> taker.take(path, caption));
    }

    private static void captions(JsonParser json, JsonToken value, List<String> captions) throws IOException {
        if (value != JsonToken.START_ARRAY) {
            captions.add(json.getValueAsString(""));
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            captions.add(json.getValueAsString(""));
            json.skipChildren();
        }
    }
}
