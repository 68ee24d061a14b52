package io.evaldata.datasets.segmentation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.evaldata.datasets.DatasetsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads polygon files, as strict as the published reader: keys in any order, of several equal ones the last counts,
 * unknown ones are left out.
 */
final class PolygonFileReader {
    static final String REMEDY = "The file is damaged or from elsewhere; fetch or unpack it again.";
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,18}");

    private final JsonFactory factory = new JsonFactory();
    private final PolygonObjectReader objectReader = new PolygonObjectReader();

    PolygonFile read(String name, byte[] json) {
        requirePlainUtf8(name, json);
        try (JsonParser parser = factory.createParser(json)) {
            PolygonFile file = readFrame(name, parser);
            if (parser.nextToken() != null) {
                throw malformed(name, "more follows after the end of the frame", null);
            }
            return file;
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " (line %d, column %d)"
                            .formatted(
                                    e.getLocation().getLineNr(), e.getLocation().getColumnNr());
            throw malformed(name, "it is no JSON: " + e.getOriginalMessage() + place, e);
        } catch (IOException e) {
            throw malformed(name, String.valueOf(e.getMessage()), e);
        }
    }

    private PolygonFile readFrame(String name, JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw malformed(name, "it is no JSON object", null);
        }
        Long width = null;
        Long height = null;
        List<PolygonObject> objects = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "imgWidth" -> width = size(name, key, parser);
                case "imgHeight" -> height = size(name, key, parser);
                case "objects" -> objects = readObjects(name, parser);
                case "ignore" -> requireNothingIgnored(name, parser);
                default -> parser.skipChildren();
            }
        }
        if (width == null || height == null || objects == null) {
            String missing = width == null ? "imgWidth" : height == null ? "imgHeight" : "objects";
            throw malformed(name, "the key " + missing + " is missing", null);
        }
        return new PolygonFile(width, height, objects);
    }

    private List<PolygonObject> readObjects(String name, JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw malformed(name, "objects is no list", null);
        }
        List<PolygonObject> objects = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            objects.add(objectReader.read(name, objects.size(), parser));
        }
        return objects;
    }

    /** A size may be a fraction, which is dropped, or text. */
    private static long size(String name, String key, JsonParser parser) throws IOException {
        if (parser.currentToken().isNumeric()) {
            double size = parser.getDoubleValue();
            if (Math.abs(size) <= Integer.MAX_VALUE) {
                return (long) size;
            }
        }
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            String text = parser.getText().strip();
            if (WHOLE_NUMBER.matcher(text).matches()) {
                return Long.parseLong(text);
            }
        }
        throw malformed(name, key + " is no size: " + parser.getText(), null);
    }

    private static void requireNothingIgnored(String name, JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY || parser.nextToken() != JsonToken.END_ARRAY) {
            throw malformed(name, "it has regions to ignore, which cannot be drawn", null);
        }
    }

    /** The published reader takes UTF-8 without a byte-order mark and nothing else. */
    private static void requirePlainUtf8(String name, byte[] json) {
        boolean mark = json.length >= 3 && json[0] == (byte) 0xEF && json[1] == (byte) 0xBB && json[2] == (byte) 0xBF;
        boolean wide =
                json.length >= 2 && (json[0] == 0 || json[1] == 0 || json[0] == (byte) 0xFE || json[0] == (byte) 0xFF);
        if (mark || wide) {
            throw malformed(name, "it is not UTF-8 without a byte-order mark", null);
        }
    }

    static DatasetsException malformed(String name, String problem, Throwable cause) {
        return new DatasetsException(name + " cannot be read as polygons: " + problem, REMEDY, cause);
    }
}
