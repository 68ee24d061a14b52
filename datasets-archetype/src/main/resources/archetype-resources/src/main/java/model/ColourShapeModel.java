package ${package}.model;

import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * A model without weights: an image is what colours and edges it has, a text is what colours and shapes its words bring to mind.
 * It is no match for a trained model; it is there so that everything runs, and as a floor to compare with.
 */
public final class ColourShapeModel implements Model {
    /** Pixels looked at in each direction; larger images are sampled. */
    private static final int SAMPLES = 64;

    /** The difference of brightness from which on two neighbours are an edge. */
    private static final int EDGE = 24;

    /** What a word that says nothing about looks adds somewhere, so that unlike texts are not all alike. */
    private static final float NOISE = 0.05f;

    private static final Map<Trait, Integer> DIMENSIONS = new EnumMap<>(Trait.class);

    static {
        for (Trait trait : Trait.values()) {
            DIMENSIONS.put(trait, DIMENSIONS.size());
        }
    }

    @Override
    public String name() {
        return "colours and shapes only, no weights: shows that the code runs, not how good a model is";
    }

    @Override
    public float[] embed(BufferedImage image) {
        int columns = Math.min(SAMPLES, image.getWidth());
        int rows = Math.min(SAMPLES, image.getHeight());
        float[] traits = new float[DIMENSIONS.size()];
        int[] above = new int[columns];
        for (int row = 0; row < rows; row++) {
            int left = 0;
            for (int column = 0; column < columns; column++) {
                int rgb = image.getRGB(column * image.getWidth() / columns, row * image.getHeight() / rows);
                add(traits, Trait.ofColour(rgb), 1);
                int light = brightness(rgb);
                if (row > 0 && column > 0) {
                    addEdges(traits, Math.abs(light - above[column]), Math.abs(light - left));
                }
                above[column] = light;
                left = light;
            }
        }
        add(traits, Trait.ofForm(image.getWidth(), image.getHeight()), rows * columns / 4f);
        // Roots, or else a large background would drown what stands before it.
        for (int i = 0; i < traits.length; i++) {
            traits[i] = (float) Math.sqrt(traits[i]);
        }
        return Vectors.normalised(traits);
    }

    @Override
    public float[] embed(String text) {
        float[] traits = new float[DIMENSIONS.size()];
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            for (Trait trait : Trait.values()) {
                if (trait.isMeantBy(word)) {
                    add(traits, trait, 1);
                }
            }
            traits[Math.floorMod(word.hashCode(), traits.length)] += NOISE;
        }
        return Vectors.normalised(traits);
    }

    private static void addEdges(float[] traits, int vertical, int horizontal) {
        if (Math.max(vertical, horizontal) < EDGE) {
            add(traits, Trait.SMOOTH, 0.25f);
        } else {
            add(traits, vertical > horizontal ? Trait.LEVEL_EDGES : Trait.UPRIGHT_EDGES, 1);
        }
    }

    private static void add(float[] traits, Trait trait, float amount) {
        traits[DIMENSIONS.get(trait)] += amount;
    }

    private static int brightness(int rgb) {
        return ((rgb >> 16 & 0xff) * 3 + (rgb >> 8 & 0xff) * 6 + (rgb & 0xff)) / 10;
    }
}
