package io.evaldata.datasets.labels;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Relabelling;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SortedMap;

/** Looks new ids up by colour, of RGB, palette and grey pictures of at most 8 bits; transparency is not looked at. */
final class ColourTable extends LabelTable {
    private final int[] colours;
    private final short[] ids;
    private final short otherId;

    ColourTable(String name, SortedMap<Integer, Short> idsByColour, short otherId) {
        super(name);
        this.colours = idsByColour.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.ids = new short[colours.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = idsByColour.get(colours[i]);
        }
        this.otherId = otherId;
    }

    @Override
    PngRows.Sink filling(LabelMap map, String file, PngFile png) {
        PngHeader header = png.header();
        if (header.bitDepth() == 16) {
            throw new DatasetsException(
                    file + " is a " + header.form() + " picture; colours are read from pictures of at most 8 bits",
                    "Save the picture with 8 bits per colour.");
        }
        return switch (header.colourType()) {
            case RGB, RGB_ALPHA -> directColours(map, file, header.colourType().samples());
            case PALETTE -> fewColours(map, file, header, paletteColours(png.palette()));
            case GREY, GREY_ALPHA -> fewColours(map, file, header, greyColours(header.bitDepth()));
        };
    }

    private PngRows.Sink directColours(LabelMap map, String file, int samples) {
        return (packed, offset, pixels, y, x, step) -> {
            int last = -1;
            int id = 0;
            for (int i = 0; i < pixels; i++) {
                int at = offset + i * samples;
                int colour = rgb(packed[at], packed[at + 1], packed[at + 2]);
                if (colour != last) {
                    last = colour;
                    id = require(idOf(colour), colour, file, x + i * step, y);
                }
                map.ids()[y * map.width() + x + i * step] = (byte) id;
            }
        };
    }

    /** Pictures with at most 256 colours: each is looked up once, and missed only where it is used. */
    private PngRows.Sink fewColours(LabelMap map, String file, PngHeader header, int[] palette) {
        short[] paletteIds = new short[256];
        for (int i = 0; i < palette.length; i++) {
            paletteIds[i] = palette[i] < 0 ? Relabelling.UNKNOWN : idOf(palette[i]);
        }
        int bits = header.bitDepth();
        int samples = header.colourType().samples();
        byte[] unpacked = new byte[header.width()];
        return (packed, offset, pixels, y, x, step) -> {
            if (bits < 8) {
                PackedSamples.unpack(packed, offset, bits, pixels, unpacked);
            }
            for (int i = 0; i < pixels; i++) {
                int index = (bits < 8 ? unpacked[i] : packed[offset + i * samples]) & 0xFF;
                int id = require(paletteIds[index], palette[index], file, x + i * step, y);
                map.ids()[y * map.width() + x + i * step] = (byte) id;
            }
        };
    }

    private static int[] paletteColours(ByteBuffer palette) {
        int[] colours = new int[256];
        Arrays.fill(colours, -1);
        for (int i = 0; i < Math.min(256, palette.limit() / 3); i++) {
            colours[i] = rgb(palette.get(3 * i), palette.get(3 * i + 1), palette.get(3 * i + 2));
        }
        return colours;
    }

    private static int[] greyColours(int bits) {
        int[] colours = new int[256];
        Arrays.fill(colours, -1);
        int stretch = 255 / ((1 << bits) - 1);
        for (int level = 0; level < 1 << bits; level++) {
            colours[level] = level * stretch * 0x010101;
        }
        return colours;
    }

    private static int rgb(byte red, byte green, byte blue) {
        return (red & 0xFF) << 16 | (green & 0xFF) << 8 | (blue & 0xFF);
    }

    private short idOf(int colour) {
        int index = Arrays.binarySearch(colours, colour);
        return index >= 0 ? ids[index] : otherId;
    }

    private int require(short id, int colour, String file, int x, int y) {
        if (id == Relabelling.UNKNOWN) {
            String seen = colour < 0
                    ? "an index without a palette entry"
                    : "colour [%d, %d, %d]".formatted(colour >> 16, (colour >> 8) & 0xFF, colour & 0xFF);
            throw new DatasetsException(
                    "%s has %s at column %d, row %d; table %s does not list it".formatted(file, seen, x, y, name()),
                    "Add the colour to the table, or give the table a value for others.");
        }
        return id;
    }
}
