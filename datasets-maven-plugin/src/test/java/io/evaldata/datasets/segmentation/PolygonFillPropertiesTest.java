package io.evaldata.datasets.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.labels.LabelMap;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PolygonFillPropertiesTest {
    @Property(tries = 2000)
    void everyPolygonIsFilledAsTheSlowFillDoesIt(
            @ForAll PillowRules rules,
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @IntRange(min = 2, max = 30) int corners,
            @ForAll @IntRange(min = 0, max = 3) int kind,
            @ForAll long seed) {
        Polygon polygon = polygon(width, height, corners, kind, new Random(seed));
        LabelMap fast = LabelMap.filled("map", width, height, 0);
        LabelMap slow = LabelMap.filled("map", width, height, 0);

        new PolygonFill(rules).fill(fast, polygon, 9);
        new SlowPolygonFill(rules).fill(slow, polygon, 9);

        assertThat(fast.ids()).isEqualTo(slow.ids());
    }

    @Property(tries = 30)
    void polygonsOfManyCornersAreFilledAsTheSlowFillDoesIt(@ForAll PillowRules rules, @ForAll long seed) {
        Polygon polygon = polygon(300, 200, 400, 0, new Random(seed));
        LabelMap fast = LabelMap.filled("map", 300, 200, 0);
        LabelMap slow = LabelMap.filled("map", 300, 200, 0);
        PolygonFill fill = new PolygonFill(rules);

        fill.fill(LabelMap.filled("map", 20, 20, 0), Polygon.of(1, 1, 9, 3, 4, 12), 5);
        fill.fill(fast, polygon, 9);
        new SlowPolygonFill(rules).fill(slow, polygon, 9);

        assertThat(fast.ids()).isEqualTo(slow.ids());
    }

    /** Inside the picture, far around it, with few different columns and rows, or in small steps. */
    private static Polygon polygon(int width, int height, int corners, int kind, Random random) {
        int[] coordinates = new int[2 * corners];
        for (int i = 0; i < coordinates.length; i++) {
            int side = i % 2 == 0 ? width : height;
            coordinates[i] = switch (kind) {
                case 0 -> random.nextInt(side);
                case 1 -> random.nextInt(5 * side) - 2 * side;
                case 2 -> random.nextInt(4) * Math.max(1, side / 4);
                default -> i < 2 ? side / 2 : coordinates[i - 2] + random.nextInt(7) - 3;
            };
        }
        return new Polygon(coordinates, corners);
    }
}
