package io.evaldata.datasets.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes pictures of any size into small ones, leaving pixels out while reading, and takes what it can get of damaged
 * ones.
 *
 * <p>Only the JDK's readers are used, chosen by content: thumbnail libraries build on the same ones and stop at CMYK.
 */
final class PictureReader {
    /** More than any data set has; beyond it even skipping through the rows takes seconds. */
    private static final long MOST_PIXELS = 250_000_000;

    private static final String PREMATURE_END = "premature end";

    private PictureReader() {}

    /**
     * Decodes a picture, as stored, to no less than that many pixels on its long side unless it has fewer.
     *
     * @param notes where to say what is odd about it
     * @throws IOException when nothing can be shown
     */
    static BufferedImage read(Path file, PictureHeader header, int side, List<String> notes) throws IOException {
        if (header.pixels() > MOST_PIXELS) {
            throw new NotDrawableException(
                    "too large to show: " + header.width() + " x " + header.height() + " pixels");
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(header.format());
        if (!readers.hasNext()) {
            throw new NotDrawableException("no reader for " + header.format());
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            Truncation truncation = new Truncation();
            reader.addIIOReadWarningListener(truncation);
            reader.setInput(in, true, true);
            BufferedImage image = decode(reader, in, header, side);
            if (truncation.seen) {
                notes.add("ends in the middle; the missing part is shown grey");
            }
            return image;
        } catch (RuntimeException e) {
            // The JDK's readers let all kinds through for damaged files, such as an index out of bounds.
            throw new IOException(e.toString(), e);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage decode(ImageReader reader, ImageInputStream in, PictureHeader header, int side)
            throws IOException {
        boolean inks = header.components() == 4 || header.components() == 2;
        if (inks && reader.canReadRaster()) {
            return RasterColours.toRgb(reader.readRaster(0, sparse(reader, header, side)), header.adobeTransform());
        }
        try {
            return reader.read(0, sparse(reader, header, side));
        } catch (IOException | RuntimeException e) {
            if (!reader.canReadRaster()) {
                throw e;
            }
            in.seek(0);
            reader.setInput(in, true, true);
            return RasterColours.toRgb(reader.readRaster(0, sparse(reader, header, side)), header.adobeTransform());
        }
    }

    /** Twice the wanted size is kept, so that scaling down the rest has something to average. */
    private static ImageReadParam sparse(ImageReader reader, PictureHeader header, int side) {
        int step = Math.max(1, Math.max(header.width(), header.height()) / (2 * side));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }

    private static final class Truncation implements IIOReadWarningListener {
        private boolean seen;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            seen |= warning.toLowerCase(Locale.ROOT).contains(PREMATURE_END);
        }
    }
}
