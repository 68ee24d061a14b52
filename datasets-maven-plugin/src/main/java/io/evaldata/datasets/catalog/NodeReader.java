package io.evaldata.datasets.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evaldata.datasets.catalog.Mistakes.Mistake;
import io.evaldata.datasets.catalog.Node.Place;
import io.evaldata.datasets.catalog.Node.Spot;
import io.evaldata.datasets.catalog.Node.WholeNumber;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a YAML or JSON document as nodes that know where they were written. */
final class NodeReader {
    private static final int DEEPEST = 50;

    private NodeReader() {}

    /** Reads the whole document; an empty one is an empty mapping. */
    static Node read(JsonParser parser, Place start, Mistakes mistakes) throws IOException {
        Spot document = new Spot(start, "", "", mistakes);
        if (parser.nextToken() == null) {
            return new Node(document, new LinkedHashMap<String, Node>());
        }
        return read(parser, new Spot(here(parser, start), "", "", mistakes), 0);
    }

    private static Place here(JsonParser parser, Place before) {
        return new Place(
                before.file(), before.rank(), parser.currentTokenLocation().getLineNr());
    }

    private static Node read(JsonParser parser, Spot spot, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new Node(spot, null).mistake("nested more than " + DEEPEST + " levels deep");
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> new Node(spot, readMap(parser, spot, depth));
            case START_ARRAY -> {
                List<Node> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(parser, spot.item(here(parser, spot.place()), items.size()), depth + 1));
                }
                yield new Node(spot, items);
            }
            case VALUE_NUMBER_INT -> new Node(spot, wholeNumber(parser));
            case VALUE_TRUE, VALUE_FALSE -> new Node(spot, parser.getBooleanValue());
            case VALUE_NULL -> new Node(spot, null);
            default -> new Node(spot, parser.getText());
        };
    }

    private static Object wholeNumber(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? parser.getText()
                : new WholeNumber(parser.getLongValue(), parser.getText());
    }

    private static Map<String, Node> readMap(JsonParser parser, Spot spot, int depth) throws IOException {
        Map<String, Node> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place place = here(parser, spot.place());
            parser.nextToken();
            Node member = read(parser, spot.member(place, name), depth + 1);
            if (members.put(name, member) != null) {
                spot.mistakes()
                        .add(new CatalogException(
                                List.of(new Mistake(place, place + ": key '" + name + "' is given twice"))));
            }
        }
        return members;
    }
}
