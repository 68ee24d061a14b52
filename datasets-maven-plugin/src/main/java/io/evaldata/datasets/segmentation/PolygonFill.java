package io.evaldata.datasets.segmentation;

import io.evaldata.datasets.labels.LabelMap;

/**
 * Fills polygons as {@code ImageDraw.polygon(points, fill)} of Pillow does on a picture of mode L, pixel for pixel.
 *
 * <p>The published conversions of polygon annotations draw with Pillow, and pixels along borders count in their
 * scores. One instance serves one thread and keeps its memory between polygons.
 */
final class PolygonFill {
    /** Largest distance of a point from the origin; beyond it Pillow's own numbers overflow. */
    static final int FARTHEST = 1_000_000_000;

    private final EdgeTable edges = new EdgeTable();
    private final Crossings crossings = new Crossings();
    private final CornerRule cornerRule;
    private final boolean swapsEnds;

    PolygonFill(PillowRules rules) {
        cornerRule = rules == PillowRules.V12_3 ? CornerRule::meetingEnds : CornerRule::likeSlopes;
        swapsEnds = rules == PillowRules.V9_4;
    }

    /**
     * Fills one polygon.
     *
     * @param polygon at least two corners, with coordinates from -{@value #FARTHEST} to {@value #FARTHEST}
     */
    void fill(LabelMap map, Polygon polygon, int id) {
        int count = polygon.size();
        if (count < 2) {
            throw new IllegalArgumentException("a polygon of " + count + " points");
        }
        edges.clear();
        int top = map.height() - 1;
        int bottom = 0;
        for (int i = 0; i < count; i++) {
            int y = polygon.y(i);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            if (i > 0) {
                addEdge(map, polygon, i - 1, i, id);
            }
        }
        int last = count - 1;
        if (polygon.x(last) != polygon.x(0) || polygon.y(last) != polygon.y(0)) {
            addEdge(map, polygon, last, 0, id);
        }
        top = Math.max(top, 0);
        bottom = Math.min(bottom, map.height());
        fillRows(map, top, bottom, id);
    }

    /** Rows on which no edge begins or ends go a shorter way. */
    private void fillRows(LabelMap map, int top, int bottom, int id) {
        edges.start(top);
        int nextEnd = edges.nextEnd(top);
        for (int y = top; y <= Math.min(bottom, map.height() - 1); y++) {
            crossings.clear();
            if (y < nextEnd) {
                edges.addCrossings(y, crossings);
            } else {
                edges.moveTo(y);
                crossEnds(y, bottom);
                edges.moveTo(y + 1);
                nextEnd = edges.nextEnd(y + 1);
            }
            crossings.sort();
            paint(map, y, id);
        }
    }

    /** Horizontal edges are painted straight away and cross no row. */
    private void addEdge(LabelMap map, Polygon polygon, int from, int to, int id) {
        int fromX = polygon.x(from);
        int fromY = polygon.y(from);
        int toX = polygon.x(to);
        int toY = polygon.y(to);
        if (fromY == toY) {
            map.paint(fromY, Math.min(fromX, toX), Math.max(fromX, toX), id);
        } else {
            edges.add(fromX, fromY, toX, toY);
        }
    }

    private void crossEnds(int y, int bottom) {
        for (int i = 0; i < edges.activeCount(); i++) {
            int edge = edges.activeEdge(i);
            float x = edges.crossing(edge, y);
            crossings.add(x);
            if (y < bottom && edges.endsOn(edge, y)) {
                crossings.add(x);
            } else {
                cornerRule.apply(edges, i, y, bottom, crossings);
            }
        }
    }

    private void paint(LabelMap map, int y, int id) {
        for (int pair = 0; pair < crossings.pairs(); pair++) {
            int left = crossings.left(pair);
            int right = crossings.right(pair);
            if (left > right && swapsEnds) {
                map.paint(y, right, left, id);
            } else {
                map.paint(y, left, right, id);
            }
        }
    }
}
