package ${package}.segmentation;

import java.util.List;

/**
 * The probabilities of all classes at the centres of a grid of patches.
 *
 * @param scores for each patch, row by row, a probability per class
 */
record ScoreGrid(int rows, int columns, List<double[]> scores) {
    ScoreGrid {
        scores = List.copyOf(scores);
    }

    /**
     * The best class of every pixel, with probabilities interpolated linearly between the patches around it.
     *
     * @param dropped classes that count as impossible
     * @param threshold where no class reaches it the pixel is class 0
     */
    LabelMap best(int width, int height, boolean[] dropped, double threshold) {
        int[] labels = new int[width * height];
        for (int y = 0; y < height; y++) {
            Position down = Position.of(y, height, rows);
            for (int x = 0; x < width; x++) {
                Position across = Position.of(x, width, columns);
                labels[y * width + x] = best(down, across, dropped, threshold);
            }
        }
        return LabelMap.of(width, height, labels);
    }

    private int best(Position down, Position across, boolean[] dropped, double threshold) {
        double[] topLeft = scores.get(down.before() * columns + across.before());
        double[] topRight = scores.get(down.before() * columns + across.after());
        double[] bottomLeft = scores.get(down.after() * columns + across.before());
        double[] bottomRight = scores.get(down.after() * columns + across.after());
        int best = 0;
        double highest = -1;
        for (int label = 0; label < dropped.length; label++) {
            double top = topLeft[label] + (topRight[label] - topLeft[label]) * across.share();
            double bottom = bottomLeft[label] + (bottomRight[label] - bottomLeft[label]) * across.share();
            double score = dropped[label] ? 0 : top + (bottom - top) * down.share();
            if (score > highest) {
                best = label;
                highest = score;
            }
        }
        return highest < threshold ? 0 : best;
    }

    /**
     * Where a pixel's centre lies between the centres of two cells.
     *
     * @param share how far it is from the first to the second, 0 to 1
     */
    private record Position(int before, int after, double share) {
        static Position of(int pixel, int pixels, int cells) {
            double cell = Math.max(0, Math.min(cells - 1, (pixel + 0.5) * cells / pixels - 0.5));
            int before = (int) cell;
            return new Position(before, Math.min(cells - 1, before + 1), cell - before);
        }
    }
}
