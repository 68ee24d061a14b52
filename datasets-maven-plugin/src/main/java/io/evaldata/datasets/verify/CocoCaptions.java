package io.evaldata.datasets.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evaldata.datasets.catalog.Check;
import io.evaldata.datasets.io.Tree;
import io.evaldata.datasets.verify.Finding.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The two joins that readers of a COCO caption file make: {@code images[].file_name} with the files, and
 * {@code annotations[].image_id} with {@code images[].id}. Read as a stream; only the ids are held.
 */
final class CocoCaptions {
    private static final JsonFactory JSON = new JsonFactory();

    private final Check.Captions check;
    private final Tree tree;
    private final Findings findings;
    private final Set<Long> images = new HashSet<>();
    private final Set<Long> captioned = new HashSet<>();

    CocoCaptions(Check.Captions check, Tree tree, Findings findings) {
        this.check = check;
        this.tree = tree;
        this.findings = findings;
    }

    void check() throws IOException {
        try (InputStream in = tree.open(check.file());
                JsonParser json = JSON.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                wrong("an object", "something else");
                return;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String section = json.currentName();
                boolean array = json.nextToken() == JsonToken.START_ARRAY;
                if (array && section.equals("images")) {
                    readObjects(json, "id", "file_name");
                } else if (array && section.equals("annotations")) {
                    readObjects(json, "image_id", "caption");
                } else {
                    json.skipChildren();
                }
            }
        }
        if (images.isEmpty()) {
            wrong("images", "none");
        }
        for (Long id : captioned) {
            if (!images.contains(id)) {
                wrong("an image for every caption", "captions of image " + id + ", which is not listed");
            }
        }
    }

    private void readObjects(JsonParser json, String idField, String textField) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            Long id = null;
            String text = null;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (field.equals(idField) && value == JsonToken.VALUE_NUMBER_INT) {
                    id = json.getLongValue();
                } else if (field.equals(textField) && value == JsonToken.VALUE_STRING) {
                    text = json.getText();
                } else {
                    json.skipChildren();
                }
            }
            if (id == null || text == null) {
                wrong(
                        idField + " and " + textField,
                        "an object without, in line " + json.currentLocation().getLineNr());
            } else if (idField.equals("id")) {
                image(id, text);
            } else {
                captioned.add(id);
            }
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            wrong(
                    "only objects",
                    "something else in line " + json.currentLocation().getLineNr());
        }
    }

    private void image(Long id, String file) {
        if (!images.add(id)) {
            wrong("every image once", "image " + id + " twice");
        }
        String path = check.image().fill(file, Map.of("file_name", file));
        if (!tree.has(path)) {
            findings.missing(path, "as '" + check.file() + "' lists it");
        }
    }

    private void wrong(String expected, String found) {
        findings.damaged(Kind.LIST, check.file(), expected, found);
    }
}
