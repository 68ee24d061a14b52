package io.evaldata.datasets.labels;

import java.util.zip.CRC32;

/**
 * Writes label maps as 8-bit grey PNG files: no row filter, since ids next to each other are not close numbers, and
 * the same bytes for the same map on every machine.
 *
 * <p>One instance serves one thread and keeps its memory between maps.
 */
public final class PngWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int HEADER_LENGTH = 13;
    /** Deflate with a 32 KiB window, fastest level: what RFC 1950 calls CMF and FLG. */
    private static final byte[] ZLIB_HEADER = {0x78, 0x01};

    private final MapDeflater deflater = new MapDeflater();
    private final BitOutput out = new BitOutput();
    private byte[] filtered = {};

    /** The PNG file of a map. */
    public byte[] write(LabelMap map) {
        int stride = map.width() + 1;
        int length = Math.multiplyExact(stride, map.height());
        filter(map, stride, length);
        out.reset();
        out.bytes(SIGNATURE, 0, SIGNATURE.length);
        int header = begin("IHDR");
        out.int32(map.width());
        out.int32(map.height());
        out.bytes(new byte[] {8, 0, 0, 0, 0}, 0, HEADER_LENGTH - 8);
        end(header);
        int data = begin("IDAT");
        out.bytes(ZLIB_HEADER, 0, ZLIB_HEADER.length);
        out.int32(deflater.deflate(filtered, length, stride, out));
        end(data);
        end(begin("IEND"));
        return out.toByteArray();
    }

    /** Puts filter type 0 before every row. */
    private void filter(LabelMap map, int stride, int length) {
        if (filtered.length < length) {
            filtered = new byte[length];
        }
        byte[] ids = map.ids();
        for (int y = 0; y < map.height(); y++) {
            filtered[y * stride] = 0;
            System.arraycopy(ids, y * map.width(), filtered, y * stride + 1, map.width());
        }
    }

    /** Begins a chunk and gives the position of its length, not known yet. */
    private int begin(String type) {
        int position = out.size();
        out.int32(0);
        for (int i = 0; i < 4; i++) {
            out.bits(type.charAt(i), 8);
        }
        out.align();
        return position;
    }

    private void end(int chunk) {
        out.putInt32(chunk, out.size() - chunk - 8);
        CRC32 crc = new CRC32();
        crc.update(out.array(), chunk + 4, out.size() - chunk - 4);
        out.int32((int) crc.getValue());
    }
}
