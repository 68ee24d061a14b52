package io.evaldata.datasets.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What the first bytes of a picture file say, whatever the file is called.
 *
 * @param format {@code jpeg}, {@code png}, {@code gif} or {@code bmp}
 * @param width in pixels, as stored
 * @param height in pixels, as stored
 * @param orientation how to turn it, from 1 (as it is) to 8 (Exif 2.3, tag 0x0112)
 * @param components of a JPEG: values per pixel; else 0
 * @param adobeTransform of a JPEG: the colour transform in its Adobe marker; -1 without one
 */
record PictureHeader(String format, int width, int height, int orientation, int components, int adobeTransform) {
    private static final int PNG = 0x89504E47;
    private static final int GIF = 0x47494638;

    /**
     * Reads the header only, a few kilobytes.
     *
     * @throws IOException when it is no picture of a known format or ends within the header
     */
    static PictureHeader read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            HeaderBytes bytes = new HeaderBytes(channel);
            int magic = bytes.u32(0);
            if (magic >>> 8 == 0xFFD8FF) {
                return JpegHeader.read(bytes);
            }
            PictureHeader header;
            if (magic == PNG) {
                header = plain("png", bytes.u32(16), bytes.u32(20));
            } else if (magic == GIF) {
                header = plain("gif", bytes.little16(6), bytes.little16(8));
            } else if (magic >>> 16 == 0x424D) {
                header = plain("bmp", bytes.little32(18), Math.abs(bytes.little32(22)));
            } else {
                throw new IOException("no picture format that is known");
            }
            if (header.width() < 1 || header.height() < 1) {
                throw new IOException("a picture without a size");
            }
            return header;
        }
    }

    private static PictureHeader plain(String format, int width, int height) {
        return new PictureHeader(format, width, height, 1, 0, -1);
    }

    /** Whether the picture lies on its side as stored. */
    boolean isTurned() {
        return orientation >= 5;
    }

    long pixels() {
        return (long) width * height;
    }
}
