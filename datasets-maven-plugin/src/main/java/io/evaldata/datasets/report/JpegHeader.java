package io.evaldata.datasets.report;

import java.io.IOException;

/** Walks the marker segments of a JPEG file (ITU-T T.81, annex B) up to the first scan. */
final class JpegHeader {
    private static final int SOS = 0xDA;
    private static final int EOI = 0xD9;
    private static final int APP1 = 0xE1;
    private static final int APP14 = 0xEE;
    private static final int ORIENTATION = 0x0112;
    private static final int MOST_SEGMENTS = 10_000;

    private final HeaderBytes bytes;
    private int width;
    private int height;
    private int components;
    private int orientation = 1;
    private int transform = -1;

    private JpegHeader(HeaderBytes bytes) {
        this.bytes = bytes;
    }

    static PictureHeader read(HeaderBytes bytes) throws IOException {
        JpegHeader header = new JpegHeader(bytes);
        header.walk();
        if (header.width < 1 || header.height < 1) {
            throw new IOException("a JPEG without a frame");
        }
        return new PictureHeader(
                "jpeg", header.width, header.height, header.orientation, header.components, header.transform);
    }

    private void walk() throws IOException {
        long place = 2;
        for (int segments = 0; segments < MOST_SEGMENTS; segments++) {
            while (bytes.u8(place) != 0xFF) {
                place++; // stray bytes between segments: decoders skip them too
            }
            while (bytes.u8(place) == 0xFF) {
                place++;
            }
            int marker = bytes.u8(place++);
            if (marker == SOS || marker == EOI) {
                return;
            }
            if (marker == 0 || marker == 1 || (marker >= 0xD0 && marker <= 0xD8)) {
                continue; // markers that have no length
            }
            int length = bytes.u16(place);
            segment(marker, place + 2, length - 2);
            place += Math.max(2, length);
        }
        throw new IOException("a JPEG header without an end");
    }

    private void segment(int marker, long place, int length) throws IOException {
        boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame && length >= 6) {
            height = bytes.u16(place + 1);
            width = bytes.u16(place + 3);
            components = bytes.u8(place + 5);
        } else if (marker == APP14 && length >= 12 && bytes.u32(place) == 0x41646F62) {
            transform = bytes.u8(place + 11);
        } else if (marker == APP1 && length >= 14 && bytes.u32(place) == 0x45786966) {
            orientation = orientation(place + 6, length - 6);
        }
    }

    /** The orientation among the entries of the first directory of the TIFF structure; 1 when it makes no sense. */
    private int orientation(long tiff, int length) throws IOException {
        boolean little = bytes.u16(tiff) == 0x4949;
        long directory = little ? bytes.little32(tiff + 4) : bytes.u32(tiff + 4);
        if (directory < 8 || directory + 2 > length) {
            return 1;
        }
        int entries = number(tiff + directory, little);
        for (int i = 0; i < entries && directory + 14 + 12L * i <= length; i++) {
            long entry = tiff + directory + 2 + 12L * i;
            if (number(entry, little) == ORIENTATION) {
                int found = number(entry + 8, little);
                return found >= 1 && found <= 8 ? found : 1;
            }
        }
        return 1;
    }

    private int number(long place, boolean little) throws IOException {
        return little ? bytes.little16(place) : bytes.u16(place);
    }
}
