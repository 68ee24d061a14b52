package io.evaldata.datasets.sample;

import java.util.Locale;

/** The paints of sample pictures; the names appear in captions and class names. */
enum Colour {
    RED(0xD64545),
    BLUE(0x3F78C9),
    YELLOW(0xF2CF4A),
    GREEN(0x4FA864),
    PURPLE(0x8A5BB5),
    ORANGE(0xE8873A),
    WHITE(0xF4F1EA),
    PINK(0xE79AB4),
    BROWN(0x8A5A3C),
    GREY(0x8F979E),
    BLACK(0x2B2F36),
    TEAL(0x2F9C95);

    private final int rgb;

    Colour(int rgb) {
        this.rgb = rgb;
    }

    /** The paint as {@code 0xRRGGBB}. */
    int rgb() {
        return rgb;
    }

    /** The paint as a caption says it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
