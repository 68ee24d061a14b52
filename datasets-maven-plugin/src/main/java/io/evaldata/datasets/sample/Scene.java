package io.evaldata.datasets.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/** What a sample picture shows; picture, label map, run lengths and captions are all made from it, so they agree. */
record Scene(int width, int height, Texture texture, Colour ground, List<Figure> figures) {
    private static final List<Colour> GROUNDS = List.of(Colour.TEAL, Colour.GREY, Colour.BROWN, Colour.PINK);
    private static final List<Colour> PAINTS =
            List.of(Colour.RED, Colour.BLUE, Colour.YELLOW, Colour.GREEN, Colour.PURPLE, Colour.ORANGE, Colour.WHITE);

    Scene {
        figures = List.copyOf(figures);
    }

    /** A picture of one thing, somewhere else and on other ground in every instance. */
    static Scene of(Kind kind, int instance, int width, int height) {
        Random random = new Random(31L * kind.name().hashCode() + instance);
        double radius = Math.min(width, height) * (0.28 + 0.14 * random.nextDouble());
        double x = width / 2.0 + (random.nextDouble() - 0.5) * (width - 2 * radius) * 0.8;
        double y = height / 2.0 + (random.nextDouble() - 0.5) * (height - 2 * radius) * 0.8;
        Texture texture = Texture.ALL.get(Math.floorMod(instance, Texture.ALL.size()));
        Colour ground = GROUNDS.get(random.nextInt(GROUNDS.size()));
        return new Scene(width, height, texture, ground, List.of(new Figure(kind.form(), kind.colour(), x, y, radius)));
    }

    /** A picture of two or three different things side by side, always the same for a number. */
    static Scene numbered(int number, int width, int height) {
        Random random = new Random(7919L * number + 17);
        int count = 2 + Math.floorMod(number, 2);
        int form = random.nextInt(Form.ALL.size());
        int paint = random.nextInt(PAINTS.size());
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double column = width / (double) count;
            double radius = Math.min(column, height) * (0.34 + 0.1 * random.nextDouble());
            double x = column * (i + 0.5) + (random.nextDouble() - 0.5) * (column - 2 * radius);
            double y = height / 2.0 + (random.nextDouble() - 0.5) * (height - 2 * radius) * 0.9;
            figures.add(new Figure(
                    Form.ALL.get((form + 2 * i) % Form.ALL.size()),
                    PAINTS.get((paint + 3 * i) % PAINTS.size()),
                    x,
                    y,
                    radius));
        }
        Texture texture = Texture.ALL.get(Math.floorMod(number, Texture.ALL.size()));
        return new Scene(width, height, texture, GROUNDS.get(Math.floorMod(number, GROUNDS.size())), figures);
    }

    /** The index of the figure that lies on top at a point, or -1 for the ground. */
    int figureAt(double x, double y) {
        for (int i = figures.size() - 1; i >= 0; i--) {
            if (figures.get(i).covers(x, y)) {
                return i;
            }
        }
        return -1;
    }

    /** The paint at a point, as {@code 0xRRGGBB}. */
    int colourAt(double x, double y) {
        int figure = figureAt(x, y);
        if (figure >= 0) {
            return figures.get(figure).colour().rgb();
        }
        return lighter(ground.rgb(), 0.15 + 0.3 * texture.light(x, y));
    }

    /** Five sentences on what is to be seen, as caption datasets have them. */
    List<String> captions() {
        String things =
                figures.stream().map(figure -> withArticle(figure.words())).collect(Collectors.joining(" and "));
        String place = "a " + texture.word() + " " + ground.word() + " ground";
        return List.of(
                capital(things) + " on " + place + ".",
                "A picture of " + things + ".",
                "There is " + things + " on " + place + ".",
                "Somebody painted " + things + ", side by side.",
                capital(place) + " and, \"right on it\", " + things + ".");
    }

    private static String withArticle(String words) {
        return ("aeiou".indexOf(words.charAt(0)) < 0 ? "a " : "an ") + words;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static int lighter(int rgb, double share) {
        int lighter = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int value = (rgb >> shift) & 0xFF;
            lighter |= (int) Math.round(value + (255 - value) * share) << shift;
        }
        return lighter;
    }
}
