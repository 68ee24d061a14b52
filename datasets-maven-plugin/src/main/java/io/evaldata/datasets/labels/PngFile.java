package io.evaldata.datasets.labels;

import io.evaldata.datasets.DatasetsException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG file that matter for ids and colours: header, palette, image data.
 *
 * <p>As strict and as lenient as Pillow, whose reading defines the published conversions: checksums have to be right
 * up to the image data and are not looked at from there on, and the end chunk may be missing.
 *
 * @param palette red, green and blue of each entry, empty when there is none
 * @param imageData where the compressed data lies in the file, in order
 */
record PngFile(PngHeader header, ByteBuffer palette, List<Extent> imageData) {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int HEADER = type("IHDR");
    private static final int PALETTE = type("PLTE");
    private static final int IMAGE_DATA = type("IDAT");
    private static final int END = type("IEND");

    /** Deflate cannot do better: 258 bytes for two bits. */
    private static final int BEST_RATIO = 1032;

    /** Part of the file. */
    record Extent(int offset, int length) {}

    /** Finds the chunks; nothing is decompressed. */
    static PngFile parse(String name, byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        if (bytes.length < Long.BYTES || file.getLong() != SIGNATURE) {
            throw damaged(name, "it does not start like a PNG file");
        }
        PngHeader header = null;
        ByteBuffer palette = ByteBuffer.allocate(0);
        List<Extent> imageData = new ArrayList<>();
        while (file.remaining() >= 8) {
            int length = file.getInt();
            int type = file.getInt();
            if (type == IMAGE_DATA && length >= 0) {
                imageData.add(new Extent(file.position(), Math.min(length, file.remaining())));
            } else if (!imageData.isEmpty() || type == END) {
                break;
            } else {
                requireIntact(name, bytes, file, length);
                ByteBuffer content = file.slice(file.position(), length);
                if (header == null) {
                    header = header(name, type, content);
                } else if (type == PALETTE) {
                    palette = content;
                }
            }
            file.position((int) Math.min(file.limit(), file.position() + length + 4L));
        }
        if (header == null || imageData.isEmpty()) {
            throw damaged(name, "it ends before its image data");
        }
        requirePlausible(name, header, imageData);
        return new PngFile(header, palette, List.copyOf(imageData));
    }

    /** Keeps a lying header from claiming memory. */
    private static void requirePlausible(String name, PngHeader header, List<Extent> imageData) {
        long compressed = imageData.stream().mapToLong(Extent::length).sum();
        if (header.pixelBytes() > compressed * BEST_RATIO) {
            throw truncated(name);
        }
    }

    static DatasetsException truncated(String name) {
        return damaged(name, "its image data ends before its last row");
    }

    static DatasetsException damaged(String name, String what) {
        return new DatasetsException(
                name + " cannot be read as a label map: " + what, "The file is damaged; fetch or unpack it again.");
    }

    private static PngHeader header(String name, int type, ByteBuffer content) {
        if (type != HEADER || content.remaining() != 13) {
            throw damaged(name, "it does not begin with a PNG header");
        }
        long width = content.getInt() & 0xFFFFFFFFL;
        long height = content.getInt() & 0xFFFFFFFFL;
        int bitDepth = content.get();
        PngHeader.ColourType colourType = PngHeader.ColourType.of(content.get());
        int compression = content.get();
        int filter = content.get();
        int interlace = content.get();
        if (colourType == null || !colourType.allows(bitDepth)) {
            throw damaged(name, "its header names a bit depth and colour type that do not exist");
        }
        if (compression != 0 || filter != 0 || interlace < 0 || interlace > 1) {
            throw damaged(name, "its header names a compression, filter or interlace method that does not exist");
        }
        LabelMap.requireSize(name, width, height);
        return new PngHeader((int) width, (int) height, bitDepth, colourType, interlace == 1);
    }

    private static void requireIntact(String name, byte[] bytes, ByteBuffer file, int length) {
        if (length < 0 || length > file.remaining() - 4) {
            throw damaged(name, "it ends in the middle of a chunk");
        }
        CRC32 crc = new CRC32();
        crc.update(bytes, file.position() - 4, length + 4);
        if ((int) crc.getValue() != file.getInt(file.position() + length)) {
            throw damaged(
                    name, "the checksum of its chunk " + typeName(file.getInt(file.position() - 4)) + " is wrong");
        }
    }

    private static int type(String name) {
        return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
    }

    private static String typeName(int type) {
        byte[] letters = ByteBuffer.allocate(4).putInt(type).array();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = letters[i] > ' ' && letters[i] < 0x7F ? letters[i] : (byte) '?';
        }
        return new String(letters, StandardCharsets.US_ASCII);
    }
}
