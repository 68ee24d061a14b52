package io.evaldata.datasets.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts as bars, drawn in the page: lying with their names when there are few, standing and sorted when many. */
final class BarChart {
    /** So many bars can have names. */
    static final int FEW = 16;

    private static final int WIDTH = 380;
    private static final int NAMES = 156;
    private static final int ROW = 22;
    private static final int HEIGHT = 120;

    private BarChart() {}

    static void write(Html html, Map<String, Long> counts, String description) throws IOException {
        if (counts.size() <= FEW) {
            lying(html, counts, description);
        } else {
            standing(html, counts, description);
        }
    }

    private static void lying(Html html, Map<String, Long> counts, String description) throws IOException {
        long most = Collections.max(counts.values());
        String box = "0 0 " + WIDTH + " " + counts.size() * ROW;
        html.open("svg", "class", "chart", "viewBox", box, "role", "img", "aria-label", description);
        int y = 0;
        for (Map.Entry<String, Long> bar : counts.entrySet()) {
            double length = (WIDTH - NAMES - 60.0) * bar.getValue() / Math.max(1, most);
            html.open("g").leaf("title", bar.getKey() + ": " + Words.number(bar.getValue()));
            html.leaf("text", Words.shortened(bar.getKey(), 22), "x", "0", "y", y + 15 + "", "class", "name");
            html.leaf(
                    "rect",
                    "",
                    "x",
                    NAMES + "",
                    "y",
                    y + 4 + "",
                    "width",
                    number(Math.max(1.5, length)),
                    "height",
                    ROW - 8 + "",
                    "rx",
                    "2",
                    "class",
                    "bar");
            html.leaf(
                    "text",
                    Words.number(bar.getValue()),
                    "x",
                    number(NAMES + length + 6),
                    "y",
                    y + 15 + "",
                    "class",
                    "value");
            html.close();
            y += ROW;
        }
        html.close();
    }

    private static void standing(Html html, Map<String, Long> counts, String description) throws IOException {
        List<Long> sorted = new ArrayList<>(counts.values());
        sorted.sort(Collections.reverseOrder());
        long most = Math.max(1, sorted.get(0));
        StringBuilder outline = new StringBuilder("M0 " + HEIGHT);
        double step = (double) WIDTH / sorted.size();
        for (int i = 0; i < sorted.size(); i++) {
            outline.append(" V")
                    .append(number(HEIGHT - (HEIGHT - 14.0) * sorted.get(i) / most))
                    .append(" H")
                    .append(number((i + 1) * step));
        }
        outline.append(" V").append(HEIGHT).append("Z");
        html.open(
                "svg",
                "class",
                "chart",
                "viewBox",
                "0 0 " + WIDTH + " " + (HEIGHT + 18),
                "role",
                "img",
                "aria-label",
                description);
        html.leaf("path", "", "d", outline.toString(), "class", "bar");
        html.leaf("text", Words.number(most), "x", "0", "y", "10", "class", "value");
        html.leaf("text", "largest class", "x", "0", "y", HEIGHT + 14 + "", "class", "axis");
        html.leaf(
                "text",
                "smallest: " + Words.number(sorted.get(sorted.size() - 1)),
                "x",
                WIDTH + "",
                "y",
                HEIGHT + 14 + "",
                "class",
                "axis end");
        html.close();
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
