package io.evaldata.datasets.report;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * Makes a picture of the raw values of a JPEG that ImageIO has no colours for: CMYK, YCCK, odd profiles.
 *
 * <p>Adobe's CMYK files hold inverted inks, 255 for none (Adobe technical note 5116); YCCK is the same with the inks
 * turned into luminance and chrominance.
 */
final class RasterColours {
    private static final int YCCK = 2;

    private RasterColours() {}

    /**
     * The picture in RGB.
     *
     * @param adobeTransform what the Adobe marker says; -1 without one
     */
    static BufferedImage toRgb(Raster raster, int adobeTransform) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        int bands = raster.getNumBands();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width * bands];
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, pixel(row, x * bands, bands, adobeTransform));
            }
        }
        return image;
    }

    private static int pixel(int[] row, int at, int bands, int adobeTransform) {
        if (bands < 3) {
            return rgb(row[at], row[at], row[at]);
        }
        int first = row[at];
        int second = row[at + 1];
        int third = row[at + 2];
        if (bands == 3) {
            return adobeTransform == 0 ? rgb(first, second, third) : fromYcc(first, second, third);
        }
        int black = row[at + 3];
        if (adobeTransform == YCCK) {
            int light = ~fromYcc(first, second, third);
            return inked(light >> 16 & 0xFF, light >> 8 & 0xFF, light & 0xFF, black);
        }
        return adobeTransform == 0
                ? inked(first, second, third, black)
                : inked(255 - first, 255 - second, 255 - third, 255 - black);
    }

    /** Paper of that lightness under black of that lightness. */
    private static int inked(int red, int green, int blue, int black) {
        return rgb(red * black / 255, green * black / 255, blue * black / 255);
    }

    /** ITU-T T.871, section 7. */
    private static int fromYcc(int y, int cb, int cr) {
        return rgb(
                clamp(y + 1.402 * (cr - 128)),
                clamp(y - 0.344136 * (cb - 128) - 0.714136 * (cr - 128)),
                clamp(y + 1.772 * (cb - 128)));
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }

    private static int rgb(int red, int green, int blue) {
        return red << 16 | green << 8 | blue;
    }
}
