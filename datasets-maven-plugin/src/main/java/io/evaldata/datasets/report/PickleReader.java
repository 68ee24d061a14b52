package io.evaldata.datasets.report;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the plain values of a Python pickle of protocol 2 (PEP 307; opcodes as in CPython's {@code pickletools}): dictionaries,
 * lists, texts and numbers. What would call Python code becomes the list of its arguments instead; nothing is ever run.
 *
 * <p>Long texts, such as an array's content, stay where they are: {@link Span} says where.
 */
final class PickleReader {
    private static final int LONGEST_TEXT = 1 << 12;
    private static final Object MARK = new Object();

    private final DataInputStream in;
    private final Deque<Object> stack = new ArrayDeque<>();
    private final Map<Integer, Object> memo = new HashMap<>();
    private long place;

    private PickleReader(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    }

    /** Bytes that were not read: where they start in the file, and how many they are. */
    record Span(long start, long length) {}

    /** A list, a tuple, or the parts of what would be an object. */
    record Items(List<Object> values) {}

    /** A dictionary. */
    record Dictionary(Map<Object, Object> values) {}

    /**
     * Reads the one value of a pickle.
     *
     * @throws IOException when it is cut off, holds what plain data does not need, or makes no sense
     */
    static Object read(InputStream in) throws IOException {
        try {
            return new PickleReader(in).run();
        } catch (RuntimeException e) {
            // An empty stack, a wrong type: a pickle that no writer makes.
            throw new IOException("not a pickle of plain data (" + e + ")", e);
        }
    }

    private Object run() throws IOException {
        for (int opcode = u8(); opcode != '.'; opcode = u8()) {
            step(opcode);
        }
        return stack.pop();
    }

    private void step(int opcode) throws IOException {
        switch (opcode) {
            case 0x80 -> u8(); // protocol
            case '(' -> stack.push(MARK);
            case 'N' -> stack.push(new Items(List.of()));
            case 0x88 -> stack.push(true);
            case 0x89 -> stack.push(false);
            case 'K' -> stack.push(u8());
            case 'M' -> stack.push(u8() | u8() << 8);
            case 'J' -> stack.push(int32());
            case 'U', 'C' -> stack.push(text(u8()));
            case 'T', 'X', 'B' -> stack.push(text(int32()));
            case 'c' -> stack.push(line() + "." + line());
            case '}' -> stack.push(new Dictionary(new LinkedHashMap<>()));
            case ']', ')' -> stack.push(new Items(new ArrayList<>()));
            default -> combine(opcode);
        }
    }

    private void combine(int opcode) throws IOException {
        switch (opcode) {
            case 'q' -> memo.put(u8(), stack.peek());
            case 'r' -> memo.put(int32(), stack.peek());
            case 'h' -> stack.push(known(u8()));
            case 'j' -> stack.push(known(int32()));
            case 'a' -> append(List.of(stack.pop()));
            case 'e' -> append(marked());
            case 's' -> {
                Object value = stack.pop();
                put(List.of(stack.pop(), value));
            }
            case 'u' -> put(marked());
            case 't', 'l' -> stack.push(new Items(marked()));
            case 0x85 -> stack.push(new Items(last(1)));
            case 0x86 -> stack.push(new Items(last(2)));
            case 0x87 -> stack.push(new Items(last(3)));
            case 'R', 'b' -> build();
            default -> throw new IOException("not a pickle of plain data: opcode " + opcode + " at " + (place - 1));
        }
    }

    private Object known(int number) throws IOException {
        Object value = memo.get(number);
        if (value == null) {
            throw new IOException("a pickle that refers to what it does not hold");
        }
        return value;
    }

    private void append(List<Object> items) throws IOException {
        if (!(stack.peek() instanceof Items list)) {
            throw new IOException("a pickle that appends to no list");
        }
        list.values().addAll(items);
    }

    private void put(List<Object> items) throws IOException {
        if (!(stack.peek() instanceof Dictionary dictionary)) {
            throw new IOException("a pickle that puts into no dictionary");
        }
        for (int i = 0; i + 1 < items.size(); i += 2) {
            dictionary.values().put(items.get(i), items.get(i + 1));
        }
    }

    private List<Object> marked() {
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

    /** A call, or the state given to an object: both parts as a list. */
    private void build() {
        stack.push(new Items(last(2)));
    }

    private int u8() throws IOException {
        place++;
        return in.readUnsignedByte();
    }

    private int int32() throws IOException {
        return u8() | u8() << 8 | u8() << 16 | u8() << 24;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = u8(); c != '\n'; c = u8()) {
            line.append((char) c);
            if (line.length() > LONGEST_TEXT) {
                throw new IOException("not a pickle: a line without an end");
            }
        }
        return line.toString();
    }

    private Object text(int length) throws IOException {
        if (length < 0) {
            throw new IOException("not a pickle: a text of negative length");
        }
        if (length > LONGEST_TEXT) {
            Span span = new Span(place, length);
            in.skipNBytes(length);
            place += length;
            return span;
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("a pickle that is cut off");
        }
        place += length;
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
