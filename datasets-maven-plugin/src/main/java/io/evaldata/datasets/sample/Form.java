package io.evaldata.datasets.sample;

import java.util.List;
import java.util.Locale;

/** The shapes of sample pictures, each within the square from -1 to 1, y pointing down. */
enum Form {
    CIRCLE {
        @Override
        boolean covers(double x, double y) {
            return x * x + y * y <= 0.9;
        }
    },
    SQUARE {
        @Override
        boolean covers(double x, double y) {
            return Math.max(Math.abs(x), Math.abs(y)) <= 0.82;
        }
    },
    STAR {
        @Override
        boolean covers(double x, double y) {
            double fifth = 2 * Math.PI / 5;
            double angle = (StrictMath.atan2(x, -y) + 2 * Math.PI) % fifth;
            double fromTip = Math.min(angle, fifth - angle);
            // The edge runs straight from a tip at 1 to a notch at 0.45, half a fifth further round.
            double notchX = 0.45 * StrictMath.cos(fifth / 2);
            double notchY = 0.45 * StrictMath.sin(fifth / 2);
            double reach = notchY / (StrictMath.cos(fromTip) * notchY - StrictMath.sin(fromTip) * (notchX - 1));
            return x * x + y * y <= reach * reach;
        }
    },
    TRIANGLE {
        @Override
        boolean covers(double x, double y) {
            return y <= 0.8 && Math.abs(x) <= (y + 0.95) * 0.56;
        }
    },
    DIAMOND {
        @Override
        boolean covers(double x, double y) {
            return Math.abs(x) * 1.3 + Math.abs(y) <= 1;
        }
    },
    RING {
        @Override
        boolean covers(double x, double y) {
            double square = x * x + y * y;
            return square <= 0.95 && square >= 0.3;
        }
    },
    CROSS {
        @Override
        boolean covers(double x, double y) {
            return Math.max(Math.abs(x), Math.abs(y)) <= 0.92 && Math.min(Math.abs(x), Math.abs(y)) <= 0.32;
        }
    };

    /** All of them, in the order in which pictures go through them. */
    static final List<Form> ALL = List.of(values());

    /** Whether a point belongs to the shape. */
    abstract boolean covers(double x, double y);

    /** The shape as a caption says it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
