package ${package}.model;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A grid of patches laid over an image, each with its vector. */
public final class Patches {
    private final int rows;
    private final int columns;
    private final List<float[]> vectors;

    private Patches(int rows, int columns, List<float[]> vectors) {
        this.rows = rows;
        this.columns = columns;
        this.vectors = List.copyOf(vectors);
    }

    /**
     * Cuts the image into at most {@code side * side} cells of equal size and embeds a window around each.
     *
     * @param reach how wide the window is, in cells: more shows the model more of the surroundings
     */
    static Patches of(BufferedImage image, int side, int reach, Model model) throws IOException {
        int rows = Math.min(side, image.getHeight());
        int columns = Math.min(side, image.getWidth());
        List<float[]> vectors = new ArrayList<>(rows * columns);
        for (int row = 0; row < rows; row++) {
            Span vertical = Span.of(row, rows, reach, image.getHeight());
            for (int column = 0; column < columns; column++) {
                Span horizontal = Span.of(column, columns, reach, image.getWidth());
                BufferedImage window =
                        image.getSubimage(horizontal.start(), vertical.start(), horizontal.length(), vertical.length());
                vectors.add(model.embed(window));
            }
        }
        return new Patches(rows, columns, vectors);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** The patches' vectors, row by row. */
    public List<float[]> vectors() {
        return vectors;
    }

    /** The pixels from {@code start} on that a window covers in one direction. */
    private record Span(int start, int length) {
        static Span of(int cell, int cells, int reach, int pixels) {
            int margin = (reach - 1) * pixels / (2 * cells);
            int start = Math.max(0, cell * pixels / cells - margin);
            int end = Math.min(pixels, (cell + 1) * pixels / cells + margin);
            return new Span(start, end - start);
        }
    }
}
