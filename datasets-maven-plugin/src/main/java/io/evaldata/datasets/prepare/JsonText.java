package io.evaldata.datasets.prepare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * JSON for files of ours, the same on every system. Written field by field: to bind values, the library would study their
 * classes first, which takes longer than everything else at the end of a small preparation.
 */
final class JsonText {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {}

    /** Writes one value. */
    @FunctionalInterface
    interface Value {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** The text of one value, with a line end. */
    static byte[] of(Value value) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            value.writeTo(json);
        }
        text.write('\n');
        return text.toByteArray();
    }

    /** A text field, left out when there is nothing to say. */
    static void unlessEmpty(JsonGenerator json, String name, String text) throws IOException {
        if (text != null && !text.isEmpty()) {
            json.writeStringField(name, text);
        }
    }
}
