package io.evaldata.datasets.sample;

import java.util.List;
import java.util.Locale;

/** The grounds of sample pictures: how much of a lighter shade lies at a point given in pixels. */
enum Texture {
    PLAIN {
        @Override
        double light(double x, double y) {
            return 0.5;
        }
    },
    STRIPED {
        @Override
        double light(double x, double y) {
            return square((x + y) / 24);
        }
    },
    DOTTED {
        @Override
        double light(double x, double y) {
            double dx = x - 20 * Math.floor(x / 20) - 10;
            double dy = y - 20 * Math.floor(y / 20) - 10;
            return dx * dx + dy * dy <= 30 ? 1 : 0;
        }
    },
    CHEQUERED {
        @Override
        double light(double x, double y) {
            return square(x / 32) == square(y / 32) ? 1 : 0;
        }
    },
    SWIRLY {
        @Override
        double light(double x, double y) {
            return 0.5 + 0.5 * StrictMath.sin(y / 4 + 3 * StrictMath.sin(x / 12));
        }
    },
    BANDED {
        @Override
        double light(double x, double y) {
            return square(y / 28);
        }
    };

    /** All of them, in the order in which pictures go through them. */
    static final List<Texture> ALL = List.of(values());

    /** From 0, the ground's own paint, to 1, its lighter shade. */
    abstract double light(double x, double y);

    /** The texture as a caption says it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static double square(double phase) {
        return phase - Math.floor(phase) < 0.5 ? 1 : 0;
    }
}
