package io.evaldata.datasets.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evaldata.datasets.io.Tree;
import io.evaldata.datasets.verify.Finding.Kind;
import java.io.IOException;
import java.io.InputStream;

/**
 * A caption file as BLIP and LAVIS have it: an array of {@code {"image": "<root>/<file>", "caption": [..]}}. A caption
 * that is a plain string is a finding: readers of the evaluated splits give it no number.
 */
final class CaptionEntries {
    private static final JsonFactory JSON = new JsonFactory();

    private final String file;
    private final String rootName;
    private final Tree tree;
    private final Findings findings;

    CaptionEntries(String file, String rootName, Tree tree, Findings findings) {
        this.file = file;
        this.rootName = rootName;
        this.tree = tree;
        this.findings = findings;
    }

    void check() throws IOException {
        long entries = 0;
        try (InputStream in = tree.open(file);
                JsonParser json = JSON.createParser(in)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                wrong("an array", "something else");
                return;
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                checkEntry(json);
                entries++;
            }
            if (json.currentToken() != JsonToken.END_ARRAY) {
                wrong(
                        "objects in the array",
                        "something else in line " + json.currentLocation().getLineNr());
            }
        }
        if (entries == 0) {
            wrong("entries", "none");
        }
    }

    private void checkEntry(JsonParser json) throws IOException {
        long line = json.currentTokenLocation().getLineNr();
        String image = null;
        boolean captioned = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("image") && value == JsonToken.VALUE_STRING) {
                image = json.getText();
            } else if (field.equals("caption") && value == JsonToken.START_ARRAY) {
                captioned = readTexts(json);
            } else {
                json.skipChildren();
            }
        }
        if (image == null || !captioned) {
            wrong("an image and an array of captions", "an entry without, in line " + line);
        } else if (!image.startsWith(rootName + "/")) {
            wrong("images that begin with '" + rootName + "/'", "'" + image + "' in line " + line);
        } else if (!tree.has(image.substring(rootName.length() + 1))) {
            findings.missing(image.substring(rootName.length() + 1), "as '" + file + "' lists it in line " + line);
        }
    }

    /** Reads to the end of the array; whether it holds one text or more, and nothing else. */
    private static boolean readTexts(JsonParser json) throws IOException {
        boolean any = false;
        boolean only = true;
        for (JsonToken value = json.nextToken(); value != JsonToken.END_ARRAY; value = json.nextToken()) {
            any = true;
            only &= value == JsonToken.VALUE_STRING;
            json.skipChildren();
        }
        return any && only;
    }

    private void wrong(String expected, String found) {
        findings.damaged(Kind.LIST, file, expected, found);
    }
}
