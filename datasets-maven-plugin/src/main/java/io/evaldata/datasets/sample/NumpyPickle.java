package io.evaldata.datasets.sample;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Writes Python pickles of protocol 2 as Python 2 and NumPy did for CIFAR: texts are byte strings, pictures a
 * two-dimensional array of unsigned bytes. Opcodes as in Python's {@code pickletools}; the array's state is what
 * NumPy's {@code ndarray.__reduce__} gives.
 */
final class NumpyPickle {
    private static final int SHORT = 256;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private NumpyPickle() {}

    /** An array of equally long rows of unsigned bytes. */
    record Rows(List<byte[]> rows) {}

    /** A dictionary of texts, numbers, arrays of bytes and lists of texts or numbers. */
    static byte[] of(Map<String, Object> dictionary) {
        NumpyPickle pickle = new NumpyPickle();
        pickle.op(0x80).op(2).op('}').op('(');
        dictionary.forEach((key, value) -> pickle.value(key).value(value));
        pickle.op('u').op('.');
        return pickle.out.toByteArray();
    }

    private NumpyPickle value(Object value) {
        if (value instanceof String text) {
            return text(text.getBytes(StandardCharsets.ISO_8859_1));
        } else if (value instanceof Integer number) {
            return op('J').int32(number);
        } else if (value instanceof Rows rows) {
            return array(rows.rows());
        } else if (value instanceof List<?> list) {
            op(']').op('(');
            list.forEach(this::value);
            return op('e');
        }
        throw new IllegalArgumentException("no way to pickle " + value);
    }

    private NumpyPickle array(List<byte[]> rows) {
        global("numpy.core.multiarray", "_reconstruct").global("numpy", "ndarray");
        value(0).op(0x85).value("b").op(0x87).op('R');
        op('(').value(1);
        value(rows.size()).value(rows.get(0).length).op(0x86);
        global("numpy", "dtype").value("u1").value(0).value(1).op(0x87).op('R');
        op('(').value(3)
                .value("|")
                .op('N')
                .op('N')
                .op('N')
                .value(-1)
                .value(-1)
                .value(0)
                .op('t')
                .op('b');
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        rows.forEach(content::writeBytes);
        return op(0x89).text(content.toByteArray()).op('t').op('b');
    }

    private NumpyPickle global(String module, String name) {
        op('c').bytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    private NumpyPickle text(byte[] text) {
        if (text.length < SHORT) {
            op('U').op(text.length);
        } else {
            op('T').int32(text.length);
        }
        return bytes(text);
    }

    private NumpyPickle int32(int value) {
        return bytes(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
    }

    private NumpyPickle bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    private NumpyPickle op(int code) {
        out.write(code);
        return this;
    }
}
