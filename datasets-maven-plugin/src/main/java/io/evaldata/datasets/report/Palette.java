package io.evaldata.datasets.report;

import io.evaldata.datasets.catalog.Presentation;
import java.awt.Color;
import java.util.List;

/** Names and colours of label values. */
final class Palette {
    /** The value that evaluation code ignores. */
    static final int VOID = 255;

    private static final double GOLDEN_ANGLE = 137.508 / 360;

    private final List<String> names;
    private final List<Integer> colours;

    Palette(Presentation presentation) {
        this.names = presentation.classNames();
        this.colours = presentation.colours();
    }

    String name(int id) {
        if (id < names.size()) {
            return names.get(id);
        }
        return isIgnored(id) ? "ignored" : "class " + id;
    }

    /** Whether evaluation code passes over it, and the overlay shows nothing there. */
    boolean isIgnored(int id) {
        return id == VOID && id >= names.size();
    }

    /** As {@code 0xRRGGBB}: the published colour, or one that differs from those around it. */
    int colour(int id) {
        if (id < colours.size()) {
            return colours.get(id);
        }
        if (id == VOID) {
            return 0xFFFFFF;
        }
        float hue = (float) (id * GOLDEN_ANGLE % 1);
        float saturation = 0.55f + 0.15f * (id % 3);
        float brightness = 0.95f - 0.17f * (id / 3 % 3);
        return Color.HSBtoRGB(hue, saturation, brightness) & 0xFFFFFF;
    }

    /** Such as {@code #ff8000}. */
    String hex(int id) {
        return String.format("#%06x", colour(id));
    }
}
