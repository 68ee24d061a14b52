package io.evaldata.datasets.organise;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evaldata.datasets.catalog.Step.CaptionsInRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a caption table says of one image.
 *
 * @param line where it begins, from 1
 * @param split such as {@code val}; empty when no column says it
 * @param image file name
 * @param cells the captions as they stand in the table: one JSON array, or each in a row of its own
 * @param row which of the two
 */
record CaptionRow(long line, String split, String image, List<String> cells, CaptionsInRow row) {
    private static final JsonFactory JSON = new JsonFactory();

    CaptionRow {
        cells = List.copyOf(cells);
    }

    /** Whether the next row goes on with the captions of this image. */
    boolean goesOnWith(CaptionRow next) {
        return row == CaptionsInRow.ONE && image.equals(next.image) && split.equals(next.split);
    }

    /** This image with the captions of the next row too. */
    CaptionRow and(CaptionRow next) {
        List<String> all = new ArrayList<>(cells);
        all.addAll(next.cells);
        return new CaptionRow(line, split, image, all, row);
    }

    /** The captions one by one, or nothing when they are no texts or no JSON array of strings. */
    Optional<List<String>> captionList() {
        if (row == CaptionsInRow.ONE) {
            return cells.stream().anyMatch(String::isBlank) ? Optional.empty() : Optional.of(cells);
        }
        List<String> list = new ArrayList<>();
        try (JsonParser json = JSON.createParser(cells.get(0))) {
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
