package io.evaldata.datasets.organise;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row of a caption table.
 *
 * @param line where it begins, from 1
 * @param split such as {@code val}
 * @param image file name
 * @param captions a JSON array of strings, as it stands in the table
 */
record CaptionRow(long line, String split, String image, String captions) {
    private static final JsonFactory JSON = new JsonFactory();

    /** The captions one by one, or nothing when they are no JSON array of strings. */
    Optional<List<String>> captionList() {
        List<String> list = new ArrayList<>();
        try (JsonParser json = JSON.createParser(captions)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                list.add(json.getText());
            }
            boolean whole = json.currentToken() == JsonToken.END_ARRAY && json.nextToken() == null;
            return whole ? Optional.of(list) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
