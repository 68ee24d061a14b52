package io.evaldata.datasets.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evaldata.datasets.catalog.Mistakes.Mistake;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One value of a catalogue file that remembers where it was written, so that every mistake can be shown with file,
 * line and key, also after several files were merged.
 */
final class Node {
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

    /** A number with its digits as written, because a digest may consist of decimal digits only. */
    record WholeNumber(long value, String digits) {
        @Override
        public String toString() {
            return digits;
        }
    }

    /**
     * Where a value hangs in its document.
     *
     * @param place file and line
     * @param path the keys that lead to it, such as {@code datasets[0].sources[1].file}; empty for the document
     * @param key the last of them
     * @param mistakes what is wrong with the files read so far
     */
    record Spot(Place place, String path, String key, Mistakes mistakes) {
        Spot member(Place where, String name) {
            return new Spot(where, path.isEmpty() ? name : path + "." + name, name, mistakes);
        }

        Spot item(Place where, int index) {
            String which = "[" + index + "]";
            return new Spot(where, path + which, key + which, mistakes);
        }
    }

    private final Spot spot;
    private final Object value; // Map<String, Node>, List<Node>, String, WholeNumber, Boolean or null

    Node(Spot spot, Object value) {
        this.spot = spot;
        this.value = value;
    }

    Place place() {
        return spot.place();
    }

    /** A mistake at this place, with the key it was made in and the keys that lead there. */
    CatalogException mistake(String what) {
        String key = spot.key();
        boolean top = key.equals(spot.path());
        return new CatalogException(List.of(new Mistake(
                place(),
                place() + ": " + (key.isEmpty() ? "" : "'" + key + "': ") + what
                        + (top ? "" : " (" + spot.path() + ")"))));
    }

    /** What the reading gives; the stand-in when it is refused, which is noted to be told with everything else. */
    <T> T orElse(T standIn, Supplier<T> reading) {
        return spot.mistakes().orElse(standIn, reading);
    }

    /** What the reading makes of every item of a list; those it refuses are noted and left out. */
    <T> List<T> each(String name, Function<Node, T> reading) {
        return orElse(List.<Node>of(), () -> list(name)).stream()
                .map(item -> orElse(Optional.<T>empty(), () -> Optional.of(reading.apply(item))))
                .flatMap(Optional::stream)
                .toList();
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
        if (value instanceof Map<?, ?> members) {
            Node member = (Node) members.get(name);
            return member == null || member.isNull() ? Optional.empty() : Optional.of(member);
        }
        throw mistake("expected a mapping, found " + describe());
    }

    /** What the reading makes of the value, where there is one; nothing when it is refused, which is noted. */
    <T> Optional<T> find(String name, Function<Node, T> reading) {
        return orElse(Optional.empty(), () -> find(name).map(reading));
    }

    Node get(String name) {
        return find(name)
                .orElseThrow(() -> isMisspelt(name)
                        ? new CatalogException(List.of()) // told already
                        : mistake("key '" + name + "' is missing"));
    }

    /** Whether the key is there, were it misspelled. */
    boolean mentions(String name) {
        return find(name).isPresent() || isMisspelt(name);
    }

    private boolean isMisspelt(String name) {
        return map().entrySet().stream()
                .anyMatch(member -> spot.mistakes().isUnknown(member.getValue())
                        && NearestName.of(member.getKey(), Set.of(name)).isPresent());
    }

    /** What the parser makes of the text that has to be there; the stand-in when it is refused, which is noted. */
    <T> T parse(String name, T standIn, Function<String, T> parser) {
        return orElse(standIn, () -> get(name).parse(parser));
    }

    /** What the parser makes of the text; the given value when there is none, or when it is refused, which is noted. */
    <T> T parseOr(String name, T absent, Function<String, T> parser) {
        return find(name, node -> node.parse(parser)).orElse(absent);
    }

    /** The text; the given one when there is none, or when it is refused, which is noted. */
    String text(String name, String absent) {
        return find(name, Node::text).orElse(absent);
    }

    /** The number; none also when it is refused, which is noted. */
    OptionalLong number(String name) {
        Optional<Long> number = find(name, Node::number);
        return number.isPresent() ? OptionalLong.of(number.get()) : OptionalLong.empty();
    }

    /** The flag; false also when it is refused, which is noted. */
    boolean flag(String name) {
        return find(name, Node::flag).orElse(false);
    }

    List<Node> list(String name) {
        return find(name).map(Node::itemsOrSelf).orElse(List.of());
    }

    List<String> texts(String name) {
        return list(name).stream().map(Node::text).toList();
    }

    /** Notes keys that nobody reads, so that a typing error never passes silently. */
    void allow(Set<String> known) {
        map().forEach((name, node) -> {
            if (!known.contains(name)) {
                String hint = NearestName.hint(name, known);
                String all = "; known here: " + String.join(", ", new TreeSet<>(known));
                spot.mistakes().addUnknown(node, "unknown key" + (hint.isEmpty() ? all : hint));
            }
        });
    }

    /** This mapping with the other's members in place of its own. */
    Node with(Map<String, Node> replaced) {
        Map<String, Node> members = map();
        members.putAll(replaced);
        return new Node(spot, members);
    }

    /** This mapping without some members. */
    Node without(Set<String> names) {
        Map<String, Node> members = map();
        members.keySet().removeAll(names);
        return new Node(spot, members);
    }

    /** A list of these nodes, placed here. */
    Node listOf(List<Node> items) {
        return new Node(spot, List.copyOf(items));
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

    /** {@code ; did you mean 'x'?} for the first of the keys that is nearly one of these; empty when none is. */
    String hint(Collection<String> names) {
        return keys().stream()
                .map(key -> NearestName.hint(key, names))
                .filter(hint -> !hint.isEmpty())
                .findFirst()
                .orElse("");
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
