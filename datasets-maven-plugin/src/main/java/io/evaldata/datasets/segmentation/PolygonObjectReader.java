package io.evaldata.datasets.segmentation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evaldata.datasets.DatasetsException;
import java.io.IOException;
import java.util.Arrays;

/** Reads one object of a polygon file; what is wrong with a polygon is kept until its label is known too. */
final class PolygonObjectReader {
    /** Characters of whole numbers that are all within {@link PolygonFill#FARTHEST}. */
    private static final int SURELY_NEAR = 9;

    private int[] points = new int[256];
    private int count;
    private String problem = "";

    /** Reads the object that begins at the current token, up to its end. */
    PolygonObject read(String name, int index, JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw PolygonFileReader.malformed(name, "object " + index + " is no JSON object", null);
        }
        String label = null;
        boolean deleted = false;
        count = -1;
        problem = "";
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "label" -> {
                    label = parser.currentToken().isStructStart() ? "no text" : parser.getText();
                    parser.skipChildren();
                }
                case "deleted" -> deleted = isTrue(parser);
                case "polygon" -> readPolygon(parser);
                default -> parser.skipChildren();
            }
        }
        if (label == null) {
            throw incomplete(name, index, "no label", "label");
        }
        if (count < 0) {
            throw incomplete(name, index, "label \"" + label + "\"", "polygon");
        }
        return new PolygonObject(index, label, deleted, new Polygon(points, count), problem);
    }

    private void readPolygon(JsonParser parser) throws IOException {
        count = 0;
        problem = "";
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            problem = "its polygon is no list of points";
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            readPoint(parser);
        }
    }

    private void readPoint(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            note("is no pair of numbers");
            parser.skipChildren();
            return;
        }
        if (2 * count + 2 > points.length) {
            points = Arrays.copyOf(points, Math.multiplyExact(points.length, 2));
        }
        int read = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (read < 2) {
                points[2 * count + read] = coordinate(parser);
            }
            parser.skipChildren();
            read++;
        }
        if (read < 2) {
            note("has fewer than two numbers");
        }
        count++;
    }

    /** Fractions are dropped, towards zero. */
    private int coordinate(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getTextLength() <= SURELY_NEAR) {
            return parser.getIntValue();
        }
        if (!parser.currentToken().isNumeric()) {
            note("has a coordinate that is no number: " + parser.getText());
            return 0;
        }
        double value = parser.getDoubleValue();
        if (!(Math.abs(value) <= PolygonFill.FARTHEST)) {
            note("has a coordinate beyond " + PolygonFill.FARTHEST + ": " + parser.getText());
            return 0;
        }
        return (int) value;
    }

    private void note(String what) {
        if (problem.isEmpty()) {
            problem = "point " + count + " of its polygon " + what;
        }
    }

    /** Truth as the published reader, a Python program, has it: not false, null, zero or empty. */
    private static boolean isTrue(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_FALSE, VALUE_NULL -> false;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue() != 0;
            case VALUE_STRING -> parser.getTextLength() > 0;
            case START_ARRAY, START_OBJECT -> hasContent(parser);
            default -> true;
        };
    }

    private static boolean hasContent(JsonParser parser) throws IOException {
        int depth = 1;
        boolean content = false;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            content |= depth > 0;
        }
        return content;
    }

    private static DatasetsException incomplete(String name, int index, String label, String key) {
        return new DatasetsException(
                "%s: object %d (%s): the key %s is missing".formatted(name, index, label, key),
                PolygonFileReader.REMEDY);
    }
}
