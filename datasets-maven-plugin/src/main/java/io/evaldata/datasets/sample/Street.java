package io.evaldata.datasets.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A street seen from a car, as areas of which later ones lie over earlier ones. */
record Street(int width, int height, List<Area> areas) {
    Street {
        areas = List.copyOf(areas);
    }

    /** A corner of an outline, in whole pixels. */
    record Corner(int x, int y) {}

    /** An outlined thing with its Cityscapes label, label number and paint. */
    record Area(String label, int id, int rgb, int top, int bottom, List<Corner> outline) {
        Area {
            outline = List.copyOf(outline);
        }

        Area(String label, int id, int rgb, List<Corner> outline) {
            this(
                    label,
                    id,
                    rgb,
                    outline.stream().mapToInt(Corner::y).min().orElseThrow(),
                    outline.stream().mapToInt(Corner::y).max().orElseThrow(),
                    outline);
        }

        /** By the even-odd rule. */
        boolean covers(double x, double y) {
            if (y < top || y > bottom) {
                return false;
            }
            boolean inside = false;
            Corner last = outline.get(outline.size() - 1);
            for (Corner corner : outline) {
                if ((corner.y() > y) != (last.y() > y)
                        && x
                                < (double) (last.x() - corner.x()) * (y - corner.y()) / (last.y() - corner.y())
                                        + corner.x()) {
                    inside = !inside;
                }
                last = corner;
            }
            return inside;
        }
    }

    /** A street with houses, trees, a car and somebody on the pavement, always the same for a number. */
    static Street numbered(int number, int width, int height) {
        Random random = new Random(104_729L * number + 5);
        int horizon = height * 2 / 5 + random.nextInt(height / 10);
        List<Area> areas = new ArrayList<>();
        areas.add(new Area("sky", 23, 0x9CC9EA, box(0, 0, width, height)));
        for (int left = 0; left < width; left += width / 5) {
            int roof = horizon / 4 + random.nextInt(horizon / 2);
            int paint = List.of(0xB98B6B, 0xA8735F, 0xC9B08C, 0x8F8577).get(random.nextInt(4));
            areas.add(new Area(
                    "building", 11, paint, box(left, roof, left + width / 5 - random.nextInt(12), horizon + 8)));
        }
        areas.add(new Area("sidewalk", 8, 0xC7BEB4, box(0, horizon + 4, width, height)));
        int vanish = width / 2 + random.nextInt(width / 8);
        areas.add(new Area(
                "road",
                7,
                0x6E7178,
                List.of(
                        new Corner(vanish - 6, horizon + 4),
                        new Corner(vanish + 6, horizon + 4),
                        new Corner(width * 7 / 8, height - 1),
                        new Corner(width / 10, height - 1))));
        for (int i = 0; i < 2; i++) {
            int x = width / 12 + random.nextInt(width / 8) + i * width * 2 / 3;
            areas.add(new Area("vegetation", 21, 0x5E9A56, round(x, horizon - 8, 14 + random.nextInt(8), 8)));
            areas.add(new Area("pole", 17, 0x6B5A4A, box(x - 1, horizon + 6, x + 2, horizon + 24)));
        }
        int x = vanish - 34 + random.nextInt(12);
        int y = horizon + 26 + random.nextInt(10);
        areas.add(new Area(
                "car",
                26,
                0xC8473F,
                List.of(
                        new Corner(x, y),
                        new Corner(x + 6, y - 2),
                        new Corner(x + 12, y - 12),
                        new Corner(x + 32, y - 12),
                        new Corner(x + 38, y - 2),
                        new Corner(x + 44, y),
                        new Corner(x + 44, y + 12),
                        new Corner(x, y + 12))));
        areas.add(new Area("license plate", -1, 0xF2F2EC, box(x + 17, y + 4, x + 27, y + 8)));
        int walker = width * 5 / 6 + random.nextInt(width / 12);
        areas.add(new Area("person", 24, 0x3B4F8C, round(walker, horizon + 22, 6, 6)));
        areas.add(new Area("person", 24, 0x3B4F8C, box(walker - 4, horizon + 26, walker + 4, horizon + 46)));
        areas.add(new Area("ego vehicle", 1, 0x22252B, round(width / 2, height + 6, width / 6, 10)));
        return new Street(width, height, areas);
    }

    /** The area that lies on top at a point. */
    Area areaAt(double x, double y) {
        for (int i = areas.size() - 1; i > 0; i--) {
            if (areas.get(i).covers(x, y)) {
                return areas.get(i);
            }
        }
        return areas.get(0);
    }

    private static List<Corner> box(int left, int top, int right, int bottom) {
        return List.of(
                new Corner(left, top), new Corner(right, top), new Corner(right, bottom), new Corner(left, bottom));
    }

    private static List<Corner> round(int x, int y, int radius, int corners) {
        List<Corner> outline = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * (i + 0.5) / corners;
            outline.add(new Corner(
                    x + (int) Math.round(radius * StrictMath.cos(angle)),
                    y + (int) Math.round(radius * StrictMath.sin(angle))));
        }
        return outline;
    }
}
