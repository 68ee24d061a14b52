package io.evaldata.datasets.labels;

/**
 * The IHDR chunk of a PNG file (PNG specification, second edition, section 11.2.2).
 *
 * @param bitDepth bits per sample: 1, 2, 4, 8 or 16
 */
record PngHeader(int width, int height, int bitDepth, ColourType colourType, boolean interlaced) {

    /** What a pixel consists of. */
    enum ColourType {
        GREY(0, 1, "grey"),
        RGB(2, 3, "RGB"),
        PALETTE(3, 1, "palette"),
        GREY_ALPHA(4, 2, "grey with alpha"),
        RGB_ALPHA(6, 4, "RGB with alpha");

        private final int code;
        private final int samples;
        private final String label;

        ColourType(int code, int samples, String label) {
            this.code = code;
            this.samples = samples;
            this.label = label;
        }

        int samples() {
            return samples;
        }

        /** The type with this number in the file, or null. */
        static ColourType of(int code) {
            for (ColourType type : values()) {
                if (type.code == code) {
                    return type;
                }
            }
            return null;
        }

        boolean allows(int bitDepth) {
            return switch (this) {
                case GREY -> bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8 || bitDepth == 16;
                case PALETTE -> bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8;
                case RGB, GREY_ALPHA, RGB_ALPHA -> bitDepth == 8 || bitDepth == 16;
            };
        }
    }

    int bitsPerPixel() {
        return bitDepth * colourType.samples();
    }

    /** How far back the filters look for the pixel to the left: at least one byte. */
    int filterDistance() {
        return Math.max(1, bitsPerPixel() / 8);
    }

    /** Bytes of a row of so many pixels, without the filter byte. */
    int rowBytes(int pixels) {
        return (int) (((long) pixels * bitsPerPixel() + 7) / 8);
    }

    /** Bytes of all pixels, not counting what row ends and filters add. */
    long pixelBytes() {
        return (long) width * height * bitsPerPixel() / 8;
    }

    /** The form in words, such as {@code 16-bit grey}. */
    String form() {
        return bitDepth + "-bit " + colourType.label;
    }
}
