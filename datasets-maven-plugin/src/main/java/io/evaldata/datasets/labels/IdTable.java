package io.evaldata.datasets.labels;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Relabelling;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks new ids up by the stored id.
 *
 * <p>Palette maps count by index, whatever their colours. Grey maps of 2 and 4 bits count as every reader shows them,
 * stretched to 0 to 255, which is also how the published converters see them. What those make of 1-bit and 16-bit
 * grey, RGB and alpha is no 8-bit label map, so it is refused.
 */
final class IdTable extends LabelTable {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final short[] ids;
    private final boolean incomplete;

    IdTable(String name, short[] ids) {
        super(name);
        this.ids = ids.clone();
        boolean unlisted = false;
        for (short id : ids) {
            unlisted |= id == Relabelling.UNKNOWN;
        }
        incomplete = unlisted;
    }

    /** Leaves every id as it is. */
    static IdTable identity() {
        short[] same = new short[256];
        for (int id = 0; id < same.length; id++) {
            same[id] = (short) id;
        }
        return new IdTable("identity", same);
    }

    @Override
    PngRows.Sink filling(LabelMap map, String file, PngFile png) {
        PngHeader header = png.header();
        int bits = header.bitDepth();
        boolean palette = header.colourType() == PngHeader.ColourType.PALETTE;
        boolean grey = header.colourType() == PngHeader.ColourType.GREY && (bits == 2 || bits == 4 || bits == 8);
        if (!palette && !grey) {
            throw new DatasetsException(
                    file + " is a " + header.form()
                            + " picture; ids are read from 8-bit grey and from palette pictures",
                    "Save the map as 8-bit grey, or give the data set a table of colours if its colours are the labels.");
        }
        if (bits == 8) {
            return (packed, offset, pixels, y, x, step) -> bytes(map, file, packed, offset, pixels, y, x, step);
        }
        int stretch = grey ? 255 / ((1 << bits) - 1) : 1;
        byte[] samples = new byte[header.width()];
        return (packed, offset, pixels, y, x, step) -> {
            PackedSamples.unpack(packed, offset, bits, pixels, samples);
            for (int i = 0; i < pixels; i++) {
                samples[i] *= (byte) stretch;
            }
            bytes(map, file, samples, 0, pixels, y, x, step);
        };
    }

    /** Looks up a row of ids, eight at a time: in a run the eight before are often the same. */
    private void bytes(LabelMap map, String file, byte[] old, int offset, int pixels, int y, int x, int step) {
        if (incomplete) {
            requireListed(file, old, offset, pixels, y, x, step);
        }
        byte[] target = map.ids();
        int at = y * map.width() + x;
        int i = 0;
        if (step == 1) {
            long lastOld = 0;
            long lastNew = eight(lastOld);
            for (; i + Long.BYTES <= pixels; i += Long.BYTES) {
                long next = (long) LONGS.get(old, offset + i);
                if (next != lastOld) {
                    lastOld = next;
                    lastNew = eight(next);
                }
                LONGS.set(target, at + i, lastNew);
            }
        }
        for (; i < pixels; i++) {
            target[at + i * step] = (byte) ids[old[offset + i] & 0xFF];
        }
    }

    private long eight(long old) {
        long result = 0;
        for (int bit = 0; bit < Long.SIZE; bit += Byte.SIZE) {
            result |= (ids[(int) (old >>> bit) & 0xFF] & 0xFFL) << bit;
        }
        return result;
    }

    private void requireListed(String file, byte[] old, int offset, int pixels, int y, int x, int step) {
        for (int i = 0; i < pixels; i++) {
            int id = old[offset + i] & 0xFF;
            if (ids[id] == Relabelling.UNKNOWN) {
                throw new DatasetsException(
                        "%s has id %d at column %d, row %d; table %s does not list it"
                                .formatted(file, id, x + i * step, y, name()),
                        "Add the id to the table, or give the table a value for others.");
            }
        }
    }
}
