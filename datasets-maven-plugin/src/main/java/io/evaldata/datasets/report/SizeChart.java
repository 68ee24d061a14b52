package io.evaldata.datasets.report;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;

/** Widths and heights of pictures as a map of cells, both axes logarithmic; the darker a cell, the more pictures. */
final class SizeChart {
    private static final int SIDE = 200;
    private static final int MARGIN = 54;
    private static final int CELLS_PER_OCTAVE = 4;

    private final PictureSizes sizes;
    private final int first;
    private final int octaves;

    private SizeChart(PictureSizes sizes) {
        this.sizes = sizes;
        int smallest = Math.min(sizes.widths().min(), sizes.heights().min());
        int largest = Math.max(sizes.widths().max(), sizes.heights().max());
        int from = PictureSizes.cell(smallest) / CELLS_PER_OCTAVE;
        int to = PictureSizes.cell(largest) / CELLS_PER_OCTAVE + 1;
        this.first = to - from < 3 ? from - 1 : from;
        this.octaves = Math.max(3, to - first);
    }

    static void write(Html html, PictureSizes sizes, String description) throws IOException {
        new SizeChart(sizes).write(html, description);
    }

    private void write(Html html, String description) throws IOException {
        html.open(
                "svg",
                "class",
                "chart sizes",
                "viewBox",
                "0 0 " + (SIDE + MARGIN + 60) + " " + (SIDE + MARGIN),
                "role",
                "img",
                "aria-label",
                description);
        html.leaf("rect", "", "x", MARGIN + "", "y", "4", "width", SIDE + "", "height", SIDE + "", "class", "ground");
        axes(html);
        double most = Collections.max(sizes.cells().values());
        double cell = (double) SIDE / (octaves * CELLS_PER_OCTAVE);
        for (Map.Entry<Integer, Long> entry : sizes.cells().entrySet()) {
            int column = (entry.getKey() >> 16) - first * CELLS_PER_OCTAVE;
            int row = (entry.getKey() & 0xFFFF) - first * CELLS_PER_OCTAVE;
            double weight = 0.25 + 0.75 * Math.log1p(entry.getValue()) / Math.log1p(most);
            html.open(
                    "rect",
                    "x",
                    BarChart.number(MARGIN + column * cell + 0.3),
                    "y",
                    BarChart.number(4 + SIDE - (row + 1) * cell + 0.3),
                    "width",
                    BarChart.number(cell - 0.6),
                    "height",
                    BarChart.number(cell - 0.6),
                    "rx",
                    "1.5",
                    "class",
                    "bar",
                    "fill-opacity",
                    BarChart.number(weight));
            html.leaf(
                    "title",
                    "about " + side(column) + " × " + side(row) + ": " + Words.count(entry.getValue(), "picture"));
            html.close();
        }
        html.close();
    }

    private void axes(Html html) throws IOException {
        double octave = (double) SIDE / octaves;
        html.leaf("path", "", "d", "M" + MARGIN + " " + (SIDE + 4) + "L" + (MARGIN + SIDE) + " 4", "class", "diagonal");
        int every = octaves > 6 ? 2 : 1;
        for (int i = 0; i <= octaves; i += every) {
            String label = (1 << (first + i)) + "";
            String x = BarChart.number(MARGIN + i * octave);
            String y = BarChart.number(4 + SIDE - i * octave);
            html.leaf(
                    "path",
                    "",
                    "d",
                    "M" + x + " 4V" + (SIDE + 4) + "M" + MARGIN + " " + y + "H" + (MARGIN + SIDE),
                    "class",
                    "grid");
            html.leaf("text", label, "x", x, "y", SIDE + 18 + "", "class", "axis middle");
            html.leaf(
                    "text",
                    label,
                    "x",
                    MARGIN - 5 + "",
                    "y",
                    BarChart.number(8 + SIDE - i * octave),
                    "class",
                    "axis end");
        }
        html.leaf("text", "width in pixels", "x", MARGIN + SIDE / 2 + "", "y", SIDE + 34 + "", "class", "axis middle");
        html.leaf("text", "height in pixels", "x", "12", "y", SIDE / 2 + "", "class", "axis middle turned");
        html.leaf("text", "square", "x", MARGIN + SIDE + 4 + "", "y", "12", "class", "axis");
    }

    private int side(int cell) {
        return (int) Math.round(Math.pow(2, first + (cell + 0.5) / CELLS_PER_OCTAVE));
    }
}
