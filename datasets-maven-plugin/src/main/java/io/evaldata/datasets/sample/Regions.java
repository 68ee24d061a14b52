package io.evaldata.datasets.sample;

/** What lies at each pixel of a scene, with outlines where two things meet, as annotators draw label maps. */
final class Regions {
    /** No thing, only ground. */
    static final int GROUND = -1;

    /** A pixel beside one that shows something else. */
    static final int OUTLINE = -2;

    private final int width;
    private final int[] figures;

    private Regions(int width, int[] figures) {
        this.width = width;
        this.figures = figures;
    }

    static Regions of(Scene scene) {
        int width = scene.width() + 2;
        int[] figures = new int[width * (scene.height() + 2)];
        for (int i = 0; i < figures.length; i++) {
            int x = i % width - 1;
            int y = i / width - 1;
            figures[i] = scene.figureAt(x + 0.5, y + 0.5);
        }
        return new Regions(width, figures);
    }

    /** The index of the figure that fills a pixel and all pixels around it, or {@link #GROUND} or {@link #OUTLINE}. */
    int at(int x, int y) {
        int middle = figures[(y + 1) * width + x + 1];
        for (int dy = 0; dy <= 2; dy++) {
            for (int dx = 0; dx <= 2; dx++) {
                if (figures[(y + dy) * width + x + dx] != middle) {
                    return OUTLINE;
                }
            }
        }
        return middle;
    }
}
