package io.evaldata.datasets.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One value of a catalogue file that remembers where it was written, so that every mistake can be shown with file,
 * line and key, also after several files were merged.
 */
final class Node {
    private static final int DEEPEST = 50;

    /**
     * Where a value was written; for the value of a key, where the key is.
     *
     * @param rank how many files were read before this one
     */
    record Place(String file, int rank, int line) {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    private record WholeNumber(long value, String digits) {
        @Override
        public String toString() {
            return digits;
        }
    }

    private final Place place;
    private final String key;
    private final Object value; // Map<String, Node>, List<Node>, String, WholeNumber, Boolean or null

    private Node(Place place, String key, Object value) {
        this.place = place;
        this.key = key;
        this.value = value;
    }

    /** Reads the whole document; an empty one is an empty mapping. */
    static Node read(JsonParser parser, String file, int rank) throws IOException {
        Place start = new Place(file, rank, 1);
        if (parser.nextToken() == null) {
            return new Node(start, "", new LinkedHashMap<String, Node>());
        }
        return read(parser, here(parser, start), "", 0);
    }

    private static Place here(JsonParser parser, Place before) {
        return new Place(
                before.file(), before.rank(), parser.currentTokenLocation().getLineNr());
    }

    private static Node read(JsonParser parser, Place place, String key, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new CatalogException(place + ": '" + key + "' is nested more than " + DEEPEST + " levels deep");
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> new Node(place, key, readMap(parser, place, depth));
            case START_ARRAY -> {
                List<Node> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(parser, here(parser, place), key + "[" + items.size() + "]", depth + 1));
                }
                yield new Node(place, key, items);
            }
            case VALUE_NUMBER_INT -> new Node(place, key, wholeNumber(parser));
            case VALUE_TRUE, VALUE_FALSE -> new Node(place, key, parser.getBooleanValue());
            case VALUE_NULL -> new Node(place, key, null);
            default -> new Node(place, key, parser.getText());
        };
    }

    /** The number with its digits as written, because a digest may consist of decimal digits only. */
    private static Object wholeNumber(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? parser.getText()
                : new WholeNumber(parser.getLongValue(), parser.getText());
    }

    private static Map<String, Node> readMap(JsonParser parser, Place start, int depth) throws IOException {
        Map<String, Node> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place place = here(parser, start);
            parser.nextToken();
            Node member = read(parser, place, name, depth + 1);
            if (members.put(name, member) != null) {
                throw new CatalogException(place + ": key '" + name + "' is given twice");
            }
        }
        return members;
    }

    Place place() {
        return place;
    }

    /** A mistake at this place, with the key it was made in. */
    CatalogException mistake(String what) {
        return new CatalogException(place + ": " + (key.isEmpty() ? "" : "'" + key + "': ") + what);
    }

    boolean isMap() {
        return value instanceof Map;
    }

    boolean isNull() {
        return value == null;
    }

    Map<String, Node> map() {
        if (value instanceof Map<?, ?> found) {
            Map<String, Node> members = new LinkedHashMap<>();
            found.forEach((name, member) -> members.put((String) name, (Node) member));
            return members;
        }
        throw mistake("expected a mapping, found " + describe());
    }

    List<Node> items() {
        if (value instanceof List<?> found) {
            return found.stream().map(Node.class::cast).toList();
        }
        throw mistake("expected a list, found " + describe());
    }

    /** The items of a list, or the value itself as the only item. */
    List<Node> itemsOrSelf() {
        return value instanceof List ? items() : List.of(this);
    }

    String text() {
        if (value == null || value instanceof Map || value instanceof List) {
            throw mistake("expected a text, found " + describe());
        }
        return String.valueOf(value);
    }

    long number() {
        if (value instanceof WholeNumber number && number.value() >= 0) {
            return number.value();
        }
        throw mistake("expected a whole number from 0 on, found " + describe());
    }

    boolean flag() {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw mistake("expected true or false, found " + describe());
    }

    /** Runs a parser of this text; what it refuses becomes a mistake at this place. */
    <T> T parse(Function<String, T> parser) {
        String text = text();
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw mistake(e.getMessage());
        }
    }

    Optional<Node> find(String name) {
        return Optional.ofNullable(map().get(name)).filter(node -> !node.isNull());
    }

    Node get(String name) {
        return find(name).orElseThrow(() -> mistake("key '" + name + "' is missing"));
    }

    String text(String name, String absent) {
        return find(name).map(Node::text).orElse(absent);
    }

    OptionalLong number(String name) {
        return find(name).map(node -> OptionalLong.of(node.number())).orElse(OptionalLong.empty());
    }

    boolean flag(String name) {
        return find(name).map(Node::flag).orElse(false);
    }

    List<Node> list(String name) {
        return find(name).map(Node::itemsOrSelf).orElse(List.of());
    }

    List<String> texts(String name) {
        return list(name).stream().map(Node::text).toList();
    }

    /** Refuses keys that nobody reads, so that a typing error never passes silently. */
    void allow(Set<String> known) {
        map().forEach((name, node) -> {
            if (!known.contains(name)) {
                throw node.mistake("unknown key; known here: "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        });
    }

    /** This mapping with the other's members in place of its own. */
    Node with(Map<String, Node> replaced) {
        Map<String, Node> members = map();
        members.putAll(replaced);
        return new Node(place, key, members);
    }

    /** This mapping without some members. */
    Node without(Set<String> names) {
        Map<String, Node> members = map();
        members.keySet().removeAll(names);
        return new Node(place, key, members);
    }

    /** A list of these nodes, placed here. */
    Node listOf(List<Node> items) {
        return new Node(place, key, List.copyOf(items));
    }

    /** The value as plain JSON, for what has a form of its own. */
    JsonNode json() {
        JsonNodeFactory factory = JsonNodeFactory.instance;
        if (value instanceof Map) {
            ObjectNode members = factory.objectNode();
            map().forEach((name, member) -> members.set(name, member.json()));
            return members;
        }
        if (value instanceof List) {
            ArrayNode list = factory.arrayNode();
            items().forEach(item -> list.add(item.json()));
            return list;
        }
        if (value instanceof WholeNumber number) {
            return factory.numberNode(number.value());
        }
        return value instanceof Boolean flag ? factory.booleanNode(flag) : factory.textNode(String.valueOf(value));
    }

    /** One line per value, in key order: equal exactly when the content is equal, wherever it was written. */
    void canonical(StringBuilder out) {
        if (value instanceof Map) {
            Map<String, Node> members = map();
            out.append('{');
            for (String name : new TreeSet<>(members.keySet())) {
                out.append(name).append('=');
                members.get(name).canonical(out);
            }
            out.append('}');
        } else if (value instanceof List) {
            out.append('[');
            items().forEach(item -> item.canonical(out));
            out.append(']');
        } else {
            out.append(value).append('\n');
        }
    }

    Set<String> keys() {
        return new LinkedHashSet<>(map().keySet());
    }

    private String describe() {
        if (value == null) {
            return "nothing";
        }
        return value instanceof Map ? "a mapping" : value instanceof List ? "a list" : "'" + value + "'";
    }
}
