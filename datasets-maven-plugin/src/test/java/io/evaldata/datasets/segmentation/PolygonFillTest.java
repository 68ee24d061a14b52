package io.evaldata.datasets.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.labels.LabelMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule of Pillow's filling, and each corner case, as a small picture. */
class PolygonFillTest {
    @ParameterizedTest
    @EnumSource
    void bordersBelongToThePolygon(PillowRules rules) {
        assertThat(fill(rules, 7, 6, 1, 1, 4, 1, 4, 4, 1, 4))
                .isEqualTo(
                        """
                .......
                .####..
                .####..
                .####..
                .####..
                .......
                """);
    }

    @ParameterizedTest
    @EnumSource
    void halvesStartAtTheNextColumnAndEndAtThePreviousOne(PillowRules rules) {
        assertThat(fill(rules, 12, 11, 0, 0, 5, 10, 10, 0))
                .isEqualTo(
                        """
                ###########.
                .#########..
                .#########..
                ..#######...
                ..#######...
                ...#####....
                ...#####....
                ....###.....
                ....###.....
                .....#......
                .....#......
                """);
    }

    @ParameterizedTest
    @EnumSource
    void aPolygonOfOneRowIsPaintedFromItsSmallestToItsLargestColumn(PillowRules rules) {
        assertThat(fill(rules, 8, 3, 5, 1, 2, 1))
                .isEqualTo(
                        """
                ........
                ..####..
                ........
                """);
    }

    @ParameterizedTest
    @EnumSource
    void aRepeatedPointPaintsOnePixel(PillowRules rules) {
        assertThat(fill(rules, 4, 3, 2, 1, 2, 1))
                .isEqualTo("""
                ....
                ..#.
                ....
                """);
    }

    @ParameterizedTest
    @EnumSource
    void repeatedPointsAndAnExplicitEndChangeNothing(PillowRules rules) {
        String open = fill(rules, 20, 20, 2, 3, 17, 6, 9, 15);

        assertThat(fill(rules, 20, 20, 2, 3, 2, 3, 17, 6, 17, 6, 9, 15, 9, 15, 2, 3))
                .isEqualTo(open);
        assertThat(fill(rules, 20, 20, 2, 3, 17, 6, 9, 15, 2, 3)).isEqualTo(open);
    }

    @ParameterizedTest
    @EnumSource
    void horizontalEdgesThatGoOnOrTurnBackArePaintedWhole(PillowRules rules) {
        assertThat(fill(rules, 10, 4, 1, 1, 5, 1, 8, 1, 3, 1, 3, 2, 1, 2))
                .isEqualTo(
                        """
                ..........
                .########.
                .###......
                ..........
                """);
    }

    @ParameterizedTest
    @EnumSource
    void verticalLinesOfTwoPointsArePainted(PillowRules rules) {
        assertThat(fill(rules, 3, 5, 1, 1, 1, 3))
                .isEqualTo(
                        """
                ...
                .#.
                .#.
                .#.
                ...
                """);
    }

    @ParameterizedTest
    @EnumSource
    void whatLiesOutsideIsCutOff(PillowRules rules) {
        assertThat(fill(rules, 5, 3, -100, -100, 100, -100, 100, 100, -100, 100))
                .isEqualTo("""
                #####
                #####
                #####
                """);
        assertThat(fill(rules, 3, 2, 10, 0, 20, 0, 20, 1, 10, 1)).isEqualTo("...\n...\n");
        assertThat(fill(rules, 3, 2, -9, 0, -2, 0, -2, 1, -9, 1)).isEqualTo("...\n...\n");
        assertThat(fill(rules, 3, 2, 0, -9, 2, -9, 2, -3)).isEqualTo("...\n...\n");
        assertThat(fill(rules, 3, 2, 0, 9, 2, 9, 2, 3)).isEqualTo("...\n...\n");
    }

    @ParameterizedTest
    @EnumSource
    void insideAndOutsideAlternateWhereThePolygonCoversItselfTwice(PillowRules rules) {
        assertThat(fill(rules, 9, 9, 0, 0, 8, 0, 8, 8, 0, 8, 0, 0, 2, 2, 2, 6, 6, 6, 6, 2, 2, 2)
                        .lines()
                        .skip(4)
                        .findFirst())
                .contains("###...###");
    }

    @Test
    void crossedEndsOfARunAreSwappedUpTo94AndPaintNothingFrom95On() {
        int[] thin = {0, 0, 5, 2, 0, 0};

        assertThat(fill(PillowRules.V9_4, 6, 3, thin))
                .isEqualTo(
                        """
                ###...
                ..##..
                ....##
                """);
        assertThat(fill(PillowRules.V11_0, 6, 3, thin))
                .isEqualTo(
                        """
                ###...
                ......
                ....##
                """);
    }

    @Test
    void twoRisingEdgesFromOneCornerAreBentDifferently() {
        int[] points = {0, 8, 12, 0, 23, 8, 12, 1};
        String old =
                """
                ............#...........
                ...........###..........
                .........##...##........
                ........##.....##.......
                ......##.........#......
                .....#............##....
                ...#................#...
                ..#..................##.
                #......................#
                """;

        assertThat(fill(PillowRules.V9_4, 24, 9, points)).isEqualTo(old);
        assertThat(fill(PillowRules.V12_3, 24, 9, points))
                .isEqualTo(old.substring(0, 8 * 25) + "##.....................#\n");
    }

    @Test
    void flatCornersAreBentTowardsTheirNeighbours() {
        int[] points = {0, 0, 6, 3, 12, 0, 18, 3, 23, 0, 18, 5, 12, 2, 6, 5};
        String below =
                """
                .##.......#####......##.
                ..###...#########...##..
                ....#######...#######...
                .....####.......####....
                ......#...........#.....
                """;

        assertThat(fill(PillowRules.V9_4, 24, 6, points)).isEqualTo("##..........#..........#\n" + below);
        assertThat(fill(PillowRules.V12_3, 24, 6, points)).isEqualTo("#...........#..........#\n" + below);
    }

    @ParameterizedTest
    @EnumSource
    void aPolygonThatLeavesAtTheBottomHasItsLastRowOutside(PillowRules rules) {
        String whole = fill(rules, 12, 12, 2, 0, 10, 11, 0, 11);
        String cut = fill(rules, 12, 6, 2, 0, 10, 11, 0, 11);

        assertThat(whole).startsWith(cut);
    }

    @ParameterizedTest
    @CsvSource({
        "2.5, 3, 2",
        "-2.5, -3, -2",
        "2.4, 2, 2",
        "-2.6, -3, -3",
        "0.5, 1, 0",
        "-0.5, -1, 0",
        "0, 0, 0",
        "7, 7, 7"
    })
    void runsBeginAndEndAtTheNearestColumn(float crossing, int left, int right) {
        assertThat(Crossings.left(crossing)).isEqualTo(left);
        assertThat(Crossings.right(crossing)).isEqualTo(right);
    }

    @Test
    void halvesAreAddedInSinglePrecision() {
        float justBelowHalf = Math.nextDown(0.5f);

        assertThat(Crossings.left(justBelowHalf)).isEqualTo(1);
        assertThat(Crossings.left(-justBelowHalf)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void coordinatesAsFarAsAllowedAreFilled(PillowRules rules) {
        int far = PolygonFill.FARTHEST;

        assertThat(fill(rules, 3, 2, -far, -far, far, -far, far, far, -far, far))
                .isEqualTo("###\n###\n");
    }

    @Test
    void onePointIsNoPolygon() {
        assertThatThrownBy(() -> fill(PillowRules.V12_3, 3, 3, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String fill(PillowRules rules, int width, int height, int... coordinates) {
        LabelMap map = LabelMap.filled("map", width, height, 0);
        new PolygonFill(rules).fill(map, Polygon.of(coordinates), 1);
        StringBuilder picture = new StringBuilder();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.append(map.at(x, y) == 1 ? '#' : '.');
            }
            picture.append('\n');
        }
        return picture.toString();
    }
}
