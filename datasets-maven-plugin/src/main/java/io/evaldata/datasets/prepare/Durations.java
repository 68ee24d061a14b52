package io.evaldata.datasets.prepare;

import java.time.Duration;

/** Spans of time for people. */
public final class Durations {
    private Durations() {}

    /** In at most two units, rounded up: {@code 40 s}, {@code 12 min}, {@code 1 h 5 min}, {@code 2 d 3 h}. */
    public static String text(Duration span) {
        long seconds = span.plusNanos(999_999_999).toSeconds();
        if (seconds < 60) {
            return Math.max(1, seconds) + " s";
        }
        long minutes = (seconds + 59) / 60;
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        return hours < 24 ? two(hours, "h", minutes % 60, "min") : two(hours / 24, "d", hours % 24, "h");
    }

    private static String two(long large, String unit, long small, String smaller) {
        return large + " " + unit + (small == 0 ? "" : " " + small + " " + smaller);
    }
}
