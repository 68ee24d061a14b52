package io.evaldata.datasets.segmentation;

/**
 * How Pillow bends a crossing so that two edges leaving a corner in the same direction stay connected.
 *
 * <p>Applied to each edge of a row just after its crossing was appended, with the edges before it in the table.
 */
interface CornerRule {

    /**
     * Changes the crossings found so far where the rule says so.
     *
     * @param index place of the edge among the active ones; its crossing is the last of the list
     * @param lastRow the polygon's last row, or the height of the picture when it goes on below
     */
    void apply(EdgeTable edges, int index, int row, int lastRow, Crossings crossings);

    /**
     * Pillow 9.2 to 11.0: edges of like slope that start, or end, at exactly the same whole column.
     *
     * <p>The new value goes to the place in the list that has the number of the other edge in the edge table, whatever
     * is there; odd, but it is what those releases draw.
     */
    static void likeSlopes(EdgeTable edges, int index, int row, int lastRow, Crossings crossings) {
        int edge = edges.activeEdge(index);
        float x = crossings.last();
        boolean starts = edges.startsOn(edge, row);
        boolean ends = edges.endsOn(edge, row);
        if (!(starts || ends) || edges.slope(edge) == 0 || x != (float) Math.rint(x)) {
            return;
        }
        for (int before = 0; before < index; before++) {
            int other = edges.activeEdge(before);
            boolean sameEnd = (starts && edges.startsOn(other, row)) || (ends && edges.endsOn(other, row));
            boolean sameSign = edges.slope(edge) > 0 ? edges.slope(other) > 0 : edges.slope(other) < 0;
            if (sameEnd && sameSign && edges.crossing(other, row) == x) {
                int next = row + (row == lastRow ? -1 : 1);
                double a = edges.crossing(edge, next);
                double b = edges.crossing(other, next);
                double bent;
                if (edges.slope(edge) > 0) {
                    bent = ends ? Math.max(a, b) + 1 : Math.min(a, b);
                } else {
                    bent = ends ? Math.min(a, b) - 1 : Math.max(a, b) + 1;
                }
                crossings.replace(other, (float) bent);
                return;
            }
        }
    }

    /** Pillow 11.2.1 to 12.3: slanted edges that meet at an end and both run away to the same side. */
    static void meetingEnds(EdgeTable edges, int index, int row, int lastRow, Crossings crossings) {
        int edge = edges.activeEdge(index);
        boolean ends = edges.endsOn(edge, row);
        if (!(ends || edges.startsOn(edge, row)) || edges.slope(edge) == 0) {
            return;
        }
        float x = crossings.last();
        int next = row + (ends ? -1 : 1);
        for (int before = 0; before < index; before++) {
            int other = edges.activeEdge(before);
            if (!(edges.startsOn(other, row) || edges.endsOn(other, row))
                    || edges.slope(other) == 0
                    || !edges.reaches(other, next)
                    || Crossings.nearest(edges.crossing(other, row)) != Crossings.nearest(x)) {
                continue;
            }
            float a = edges.crossing(edge, next);
            float b = edges.crossing(other, next);
            if (x > a + 1 && x > b + 1) {
                crossings.replaceLast(Crossings.nearest(Math.max(a, b)) + 1);
            } else if (x < a - 1 && x < b - 1) {
                crossings.replaceLast(Crossings.nearest(Math.min(a, b)) - 1);
            }
            return;
        }
    }
}
