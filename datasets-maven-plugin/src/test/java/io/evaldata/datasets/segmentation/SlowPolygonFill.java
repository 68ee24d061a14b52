package io.evaldata.datasets.segmentation;

import io.evaldata.datasets.labels.LabelMap;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Pillow's polygon filling written down as the rules are told: every row, every edge, every pixel. */
final class SlowPolygonFill {
    private final PillowRules rules;

    SlowPolygonFill(PillowRules rules) {
        this.rules = rules;
    }

    private record Edge(int x0, int y0, int x1, int y1) {
        int minX() {
            return Math.min(x0, x1);
        }

        int maxX() {
            return Math.max(x0, x1);
        }

        int minY() {
            return Math.min(y0, y1);
        }

        int maxY() {
            return Math.max(y0, y1);
        }

        float slope() {
            return (float) (x1 - x0) / (float) (y1 - y0);
        }

        float at(int y) {
            float product = (float) (y - y0) * slope();
            return product + (float) x0;
        }

        boolean endsAt(int y) {
            return y == minY() || y == maxY();
        }
    }

    void fill(LabelMap map, Polygon polygon, int id) {
        List<Edge> all = new ArrayList<>();
        int n = polygon.size();
        for (int i = 1; i < n; i++) {
            all.add(new Edge(polygon.x(i - 1), polygon.y(i - 1), polygon.x(i), polygon.y(i)));
        }
        if (polygon.x(n - 1) != polygon.x(0) || polygon.y(n - 1) != polygon.y(0)) {
            all.add(new Edge(polygon.x(n - 1), polygon.y(n - 1), polygon.x(0), polygon.y(0)));
        }
        List<Edge> table = new ArrayList<>();
        int top = map.height() - 1;
        int bottom = 0;
        for (Edge edge : all) {
            top = Math.min(top, edge.minY());
            bottom = Math.max(bottom, edge.maxY());
            if (edge.y0() == edge.y1()) {
                paint(map, edge.y0(), edge.minX(), edge.maxX(), id);
            } else {
                table.add(edge);
            }
        }
        top = Math.max(top, 0);
        bottom = Math.min(bottom, map.height());
        for (int y = top; y <= bottom; y++) {
            row(map, table, y, bottom, id);
        }
    }

    private void row(LabelMap map, List<Edge> table, int y, int bottom, int id) {
        List<Float> crossings = new ArrayList<>();
        for (int e = 0; e < table.size(); e++) {
            Edge edge = table.get(e);
            if (edge.minY() > y || edge.maxY() < y) {
                continue;
            }
            crossings.add(edge.at(y));
            if (y == edge.maxY() && y < bottom) {
                crossings.add(edge.at(y));
            } else if (rules == PillowRules.V12_3) {
                newCorners(table, e, y, crossings);
            } else {
                oldCorners(table, e, y, bottom, crossings);
            }
        }
        Collections.sort(crossings);
        for (int pair = 0; pair + 1 < crossings.size(); pair += 2) {
            int left = left(crossings.get(pair));
            int right = right(crossings.get(pair + 1));
            if (left <= right) {
                paint(map, y, left, right, id);
            } else if (rules == PillowRules.V9_4) {
                paint(map, y, right, left, id);
            }
        }
    }

    private static void newCorners(List<Edge> table, int e, int y, List<Float> crossings) {
        Edge edge = table.get(e);
        if (!edge.endsAt(y) || edge.slope() == 0) {
            return;
        }
        int next = y == edge.maxY() ? y - 1 : y + 1;
        float x = edge.at(y);
        for (Edge other : table.subList(0, e)) {
            boolean meets = other.endsAt(y)
                    && other.slope() != 0
                    && nearest(x) == nearest(other.at(y))
                    && other.minY() <= next
                    && next <= other.maxY();
            if (meets) {
                float a = edge.at(next);
                float b = other.at(next);
                int last = crossings.size() - 1;
                if (x > a + 1 && x > b + 1) {
                    crossings.set(last, (float) (nearest(Math.max(a, b)) + 1));
                } else if (x < a - 1 && x < b - 1) {
                    crossings.set(last, (float) (nearest(Math.min(a, b)) - 1));
                }
                return;
            }
        }
    }

    private static void oldCorners(List<Edge> table, int e, int y, int bottom, List<Float> crossings) {
        Edge edge = table.get(e);
        float x = edge.at(y);
        if (edge.slope() == 0 || x != (int) x) {
            return;
        }
        for (int k = 0; k < e; k++) {
            Edge other = table.get(k);
            boolean together = (y == edge.minY() && y == other.minY()) || (y == edge.maxY() && y == other.maxY());
            if (Math.signum(edge.slope()) == Math.signum(other.slope()) && together && other.at(y) == x) {
                int next = y == bottom ? y - 1 : y + 1;
                double a = edge.at(next);
                double b = other.at(next);
                boolean rising = edge.slope() > 0;
                double bent = y == edge.maxY()
                        ? (rising ? Math.max(a, b) + 1 : Math.min(a, b) - 1)
                        : (rising ? Math.min(a, b) : Math.max(a, b) + 1);
                if (k < crossings.size()) {
                    crossings.set(k, (float) bent);
                }
                return;
            }
        }
    }

    /** Rounds in decimal arithmetic, after the addition in the precision that the rules name. */
    private static int left(float x) {
        return x >= 0
                ? whole(new BigDecimal(x + 0.5f), RoundingMode.FLOOR)
                : -whole(new BigDecimal(Math.abs((double) x) + 0.5), RoundingMode.FLOOR);
    }

    private static int right(float x) {
        return x >= 0
                ? whole(new BigDecimal(x - 0.5f), RoundingMode.CEILING)
                : -whole(new BigDecimal(Math.abs((double) x) - 0.5), RoundingMode.CEILING);
    }

    private static int nearest(float x) {
        return whole(new BigDecimal(x), RoundingMode.HALF_UP);
    }

    private static int whole(BigDecimal value, RoundingMode rounding) {
        return value.setScale(0, rounding).intValueExact();
    }

    private static void paint(LabelMap map, int y, int from, int to, int id) {
        for (int x = Math.max(from, 0); x <= Math.min(to, map.width() - 1); x++) {
            if (y >= 0 && y < map.height()) {
                map.ids()[y * map.width() + x] = (byte) id;
            }
        }
    }
}
