package io.evaldata.datasets.labels;

import io.evaldata.datasets.DatasetsException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A picture of class ids: one number from 0 to 255 per pixel, row by row from the top left.
 *
 * <p>The pixels can be changed in place, so a map belongs to one thread at a time.
 */
public final class LabelMap {
    /** Most pixels a map may have; larger ones are refused before memory is set aside for them. */
    public static final int MAX_PIXELS = 1 << 26;

    private final int width;
    private final int height;
    private final byte[] ids;
    /** As many pixels as a row has, of the id painted last: copying them is fast even before the code is compiled. */
    private final byte[] brush;

    private LabelMap(int width, int height) {
        this.width = width;
        this.height = height;
        this.ids = new byte[width * height];
        this.brush = new byte[width];
    }

    /**
     * A map of this size with the same id everywhere.
     *
     * @param name what the map is made from, for the message
     * @throws DatasetsException when a side is not positive or the map would have more than {@link #MAX_PIXELS}
     */
    public static LabelMap filled(String name, long width, long height, int id) {
        requireSize(name, width, height);
        LabelMap map = new LabelMap((int) width, (int) height);
        if (id != 0) {
            Arrays.fill(map.ids, (byte) id);
        }
        return map;
    }

    /**
     * This map with the same id everywhere if it has the size, or else a new one.
     *
     * @throws DatasetsException as {@link #filled} does
     */
    public LabelMap refilled(String name, long newWidth, long newHeight, int id) {
        if (newWidth != width || newHeight != height) {
            return filled(name, newWidth, newHeight, id);
        }
        Arrays.fill(ids, (byte) id);
        return this;
    }

    static void requireSize(String name, long width, long height) {
        if (width < 1 || height < 1 || width > MAX_PIXELS || height > MAX_PIXELS || width * height > MAX_PIXELS) {
            throw new DatasetsException(
                    name + " says it is " + width + " x " + height
                            + " pixels; a label map has at least 1 x 1 and at most " + MAX_PIXELS + " pixels",
                    "The file is damaged or no label map; fetch it again.");
        }
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The id at a place inside the map. */
    public int at(int x, int y) {
        return ids[y * width + x] & 0xFF;
    }

    /** The pixels themselves, not a copy: the id at (x, y) is the unsigned byte at {@code y * width + x}. */
    public byte[] ids() {
        return ids;
    }

    /** Which ids occur. */
    public BitSet distinctIds() {
        boolean[] seen = new boolean[256];
        for (byte id : ids) {
            seen[id & 0xFF] = true;
        }
        BitSet distinct = new BitSet(seen.length);
        for (int id = 0; id < seen.length; id++) {
            distinct.set(id, seen[id]);
        }
        return distinct;
    }

    /** Paints a run of pixels of one row, both ends included; what lies outside the map is left out. */
    public void paint(int y, int fromX, int toX, int id) {
        if (y < 0 || y >= height || toX < 0 || fromX >= width || fromX > toX) {
            return;
        }
        if (brush[0] != (byte) id) {
            Arrays.fill(brush, (byte) id);
        }
        int first = Math.max(fromX, 0);
        System.arraycopy(brush, 0, ids, y * width + first, Math.min(toX, width - 1) - first + 1);
    }
}
