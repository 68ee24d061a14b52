package io.evaldata.datasets.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts as bars, drawn in the page. */
final class BarChart {
    /** So many bars can have names. */
    private static final int FEW = 16;

    private static final int WIDTH = 380;
    private static final int HEIGHT = 120;

    private BarChart() {}

    /** Things to compare, each beside the largest: lying with their names when few, standing and sorted when many. */
    static void counts(Html html, Map<String, Long> counts, String description) throws IOException {
        if (counts.size() > FEW) {
            standing(html, counts, description);
        } else {
            lying(html, "bars", counts, Math.max(1, Collections.max(counts.values())), description);
        }
    }

    /** Parts of a whole: a bar that is full is all there is. */
    static void parts(Html html, Map<String, Long> counts, String description) throws IOException {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        lying(html, "bars parts", counts, Math.max(1, all), description);
    }

    /** Rows of text and a bar each, not one drawing, so that names stay legible however narrow the page is. */
    private static void lying(Html html, String style, Map<String, Long> counts, long full, String description)
            throws IOException {
        html.open("ul", "class", style, "aria-label", description);
        for (Map.Entry<String, Long> bar : counts.entrySet()) {
            html.open("li").leaf("span", bar.getKey(), "class", "name");
            html.open("svg", "viewBox", "0 0 100 4", "preserveAspectRatio", "none", "aria-hidden", "true");
            html.leaf("rect", "", "width", number(100.0 * bar.getValue() / full), "height", "4", "class", "bar");
            html.close()
                    .leaf("span", Words.number(bar.getValue()), "class", "value")
                    .close();
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
                    .append(number(HEIGHT - (HEIGHT - 2.0) * sorted.get(i) / most))
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
        html.leaf("text", "largest: " + Words.number(sorted.get(0)), "x", "0", "y", HEIGHT + 14 + "", "class", "axis");
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
