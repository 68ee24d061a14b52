package ${package}.classification;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads Python pickles of protocols 2 to 4 as far as data needs them: numbers, text, bytes, lists, tuples, dictionaries, and
 * NumPy arrays of bytes. Nothing in a pickle is ever called: a call is kept as a value ({@link Built}).
 */
final class Pickle {
    private static final Object MARK = new Object();

    private final DataInputStream in;
    private final Deque<Object> stack = new ArrayDeque<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    private Pickle(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /**
     * The value that the file holds.
     *
     * @throws IOException if the file is cut short, or holds anything but data
     */
    static Object read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return new Pickle(in).value();
        } catch (IOException | RuntimeException e) {
            throw new IOException(file + " can't be read as a pickle: " + e, e);
        }
    }

    /** An object that Python would make by calling {@code function}, with the state it would be given. */
    static final class Built {
        private final String function;
        private final List<?> arguments;
        private Object state = "";

        Built(String function, List<?> arguments) {
            this.function = function;
            this.arguments = arguments;
        }

        /** The bytes of a NumPy array, which are the last part of its state. */
        Object array() {
            return state instanceof List<?> parts && parts.size() == 5 ? parts.get(4) : this;
        }

        /** Python 3 writes bytes in old protocols as text to be encoded as Latin-1. */
        Object orBytes() {
            return function.equals("_codecs encode") && arguments.get(0) instanceof String text
                    ? text.getBytes(StandardCharsets.ISO_8859_1)
                    : this;
        }

        @Override
        public String toString() {
            return function + arguments;
        }
    }

    /** A list that is still being filled when it is first referred to. */
    private static final class PythonList extends ArrayList<Object> {}

    /** A dictionary that is still being filled when it is first referred to. */
    private static final class PythonDictionary extends LinkedHashMap<Object, Object> {}

    private Object value() throws IOException {
        while (true) {
            int code = in.readUnsignedByte();
            switch (code) {
                case '.' -> {
                    return stack.pop();
                }
                case 0x80 -> in.readUnsignedByte();
                case 0x95 -> in.skipNBytes(8);
                case '(' -> stack.push(MARK);
                case 'N' -> stack.push("None");
                case 0x88 -> stack.push(true);
                case 0x89 -> stack.push(false);
                case 'K' -> stack.push(in.readUnsignedByte());
                case 'M' -> stack.push(in.readUnsignedByte() | in.readUnsignedByte() << 8);
                case 'J' -> stack.push(int32());
                case 'U', 'C' -> stack.push(bytes(in.readUnsignedByte()));
                case 'T', 'B' -> stack.push(bytes(int32()));
                case 0x8c -> stack.push(text(in.readUnsignedByte()));
                case 'X' -> stack.push(text(int32()));
                case 'c' -> stack.push(line() + " " + line());
                case 0x93 -> global();
                case 'R' -> call();
                case 'b' -> build();
                case '0' -> stack.pop();
                default -> containerOrMemo(code);
            }
        }
    }

    private void containerOrMemo(int code) throws IOException {
        switch (code) {
            case ']' -> stack.push(new PythonList());
            case '}' -> stack.push(new PythonDictionary());
            case ')' -> stack.push(List.of());
            case 't' -> stack.push(sinceMark());
            case 0x85, 0x86, 0x87 -> stack.push(last(code - 0x84));
            case 'a' -> addAll(last(1));
            case 'e' -> addAll(sinceMark());
            case 's' -> putAll(last(2));
            case 'u' -> putAll(sinceMark());
            case 'q' -> memo.put(in.readUnsignedByte(), stack.peek());
            case 'r' -> memo.put(int32(), stack.peek());
            case 0x94 -> memo.put(memo.size(), stack.peek());
            case 'h' -> stack.push(memo.get(in.readUnsignedByte()));
            case 'j' -> stack.push(memo.get(int32()));
            default -> throw new IOException(String.format("it holds more than data (operation 0x%02x)", code));
        }
    }

    private void global() {
        Object name = stack.pop();
        stack.push(stack.pop() + " " + name);
    }

    private void call() throws IOException {
        if (!(stack.pop() instanceof List<?> arguments)) {
            throw new IOException("a call without arguments");
        }
        stack.push(new Built(String.valueOf(stack.pop()), arguments).orBytes());
    }

    private void build() throws IOException {
        Object state = stack.pop();
        if (!(stack.peek() instanceof Built built)) {
            throw new IOException("state for something that has none");
        }
        built.state = state;
    }

    private List<Object> sinceMark() {
        List<Object> items = new ArrayList<>();
        for (Object item = stack.pop(); item != MARK; item = stack.pop()) {
            items.add(item);
        }
        Collections.reverse(items);
        return items;
    }

    private List<Object> last(int count) {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(0, stack.pop());
        }
        return items;
    }

    private void addAll(List<Object> items) throws IOException {
        if (!(stack.peek() instanceof PythonList list)) {
            throw new IOException("items for something that is no list");
        }
        list.addAll(items);
    }

    private void putAll(List<Object> items) throws IOException {
        if (!(stack.peek() instanceof PythonDictionary dictionary)) {
            throw new IOException("entries for something that is no dictionary");
        }
        for (int i = 0; i + 1 < items.size(); i += 2) {
            dictionary.put(items.get(i), items.get(i + 1));
        }
    }

    private int int32() throws IOException {
        return Integer.reverseBytes(in.readInt());
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length != length) {
            throw new IOException("it ends in the middle of a value");
        }
        return bytes;
    }

    private String text(int length) throws IOException {
        return new String(bytes(length), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            line.append((char) c);
        }
        return line.toString();
    }
}
