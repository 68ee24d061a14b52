package io.evaldata.datasets.segmentation;

import java.util.Arrays;

/** The corners of a polygon in whole pixels, in order; they may lie far outside the picture. */
final class Polygon {
    private final int[] coordinates;

    /**
     * Copies the corners.
     *
     * @param coordinates x and y by turns
     * @param size number of corners
     */
    Polygon(int[] coordinates, int size) {
        this.coordinates = Arrays.copyOf(coordinates, 2 * size);
    }

    /** A polygon with these corners, x and y by turns. */
    static Polygon of(int... coordinates) {
        return new Polygon(coordinates, coordinates.length / 2);
    }

    int size() {
        return coordinates.length / 2;
    }

    int x(int corner) {
        return coordinates[2 * corner];
    }

    int y(int corner) {
        return coordinates[2 * corner + 1];
    }
}
