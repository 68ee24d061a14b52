package io.evaldata.datasets.verify;

import java.awt.Dimension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * A picture file, recognised by its content, whatever its name says.
 *
 * <p>Colours are of no interest, so JPEGs are read without converting them: CMYK pictures and odd colour profiles, which
 * ImageNet has, are no damage.
 */
final class Picture {
    /** Pictures are decoded in full but only about so many pixels kept, to bound memory. */
    private static final int KEPT_PIXELS = 1 << 18;

    // libjpeg's warning when it runs into a marker, such as the end that ImageIO makes up behind a truncated file.
    private static final String PREMATURE_END = "premature end of data segment";

    private Picture() {}

    /** Width and height, from the header. */
    static Dimension size(Path file) throws IOException {
        try (PictureStream stream = new PictureStream(file)) {
            return read(stream, reader -> new Dimension(reader.getWidth(0), reader.getHeight(0)));
        }
    }

    /**
     * Decodes the whole picture.
     *
     * @throws IOException when that is not possible: no picture, damaged or cut off
     */
    static void decode(Path file) throws IOException {
        try (PictureStream stream = new PictureStream(file)) {
            boolean cutOff = read(stream, reader -> {
                PrematureEnd warning = new PrematureEnd();
                reader.addIIOReadWarningListener(warning);
                ImageReadParam param = sparse(reader);
                stream.forgetEnd();
                if (reader.canReadRaster()) {
                    reader.readRaster(0, param);
                } else {
                    reader.read(0, param);
                }
                // Either alone is harmless: stray bytes in the middle, or a picture that only lacks its end marker.
                return warning.seen && stream.endPassed();
            });
            if (cutOff) {
                throw new IOException("the file ends in the middle of the picture");
            }
        }
    }

    private static ImageReadParam sparse(ImageReader reader) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        int step = (int) Math.ceil(Math.sqrt((double) pixels / KEPT_PIXELS));
        ImageReadParam param = reader.getDefaultReadParam();
        if (step > 1) {
            param.setSourceSubsampling(step, step, 0, 0);
        }
        return param;
    }

    /** What is done with a reader. */
    @FunctionalInterface
    private interface Use<T> {
        T of(ImageReader reader) throws IOException;
    }

    private static <T> T read(PictureStream stream, Use<T> use) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            throw new IOException("no picture format that is known");
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(stream, true, true);
            return use.of(reader);
        } catch (RuntimeException e) {
            // ImageIO's readers let all kinds through for damaged files, such as an index out of bounds.
            throw new IOException(e.toString(), e);
        } finally {
            reader.dispose();
        }
    }

    private static final class PrematureEnd implements IIOReadWarningListener {
        private boolean seen;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            seen |= warning.contains(PREMATURE_END);
        }
    }
}
