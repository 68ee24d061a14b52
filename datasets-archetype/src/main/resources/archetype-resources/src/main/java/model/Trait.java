package ${package}.model;

/** What the weight-free model sees and understands: the basic colour words, the form of the image, its edges. */
enum Trait {
    RED(0xd02020, "red strawberry strawberries tomato poppy rose fire brick"),
    ORANGE(0xf08020, "orange carrot pumpkin marigold tiger sunset"),
    YELLOW(0xf0e030, "yellow banana lemon sunflower daffodil buttercup sand"),
    GREEN(
            0x30a030,
            "green grass tree trees leaf leaves plant forest frog field lawn vegetation bush broccoli pottedplant"),
    BLUE(0x3060d0, "blue sky sea ocean water river lake pool airplane aeroplane ship boat"),
    PURPLE(0x8030a0, "purple violet lavender iris grape pansy"),
    PINK(0xf0a0b0, "pink primrose skin face person man woman girl boy people child baby pig"),
    BROWN(0x805030, "brown wood wooden table floor earth mountain dog horse deer bear sofa chocolate"),
    BLACK(0x101010, "black dark night shadow"),
    GREY(
            0x808080,
            "grey gray road street pavement wall building stone rock elephant cat bus train truck automobile car"),
    WHITE(0xf8f8f8, "white snow cloud clouds sheep bird paper plate daisy lily fog"),
    WIDE("wide landscape panorama beach horizon bridge train long"),
    TALL("tall tower bottle giraffe standing lamp pole"),
    LEVEL_EDGES("striped lined banded horizontal stairs fence"),
    UPRIGHT_EDGES("vertical pleated grid chequered dotted zigzagged crowd bookcase"),
    SMOOTH("smooth plain empty clear sky wall");

    private static final int NO_COLOUR = -1;

    private final int rgb;
    private final String words;

    Trait(int rgb, String words) {
        this.rgb = rgb;
        this.words = " " + words + " ";
    }

    Trait(String words) {
        this(NO_COLOUR, words);
    }

    boolean isMeantBy(String word) {
        return words.contains(" " + word + " ");
    }

    /** The basic colour nearest to that of a pixel. */
    static Trait ofColour(int rgb) {
        Trait nearest = BLACK;
        for (Trait trait : values()) {
            if (trait.rgb != NO_COLOUR && distance(rgb, trait.rgb) < distance(rgb, nearest.rgb)) {
                nearest = trait;
            }
        }
        return nearest;
    }

    static Trait ofForm(int width, int height) {
        return width < height ? TALL : WIDE;
    }

    private static int distance(int a, int b) {
        int red = (a >> 16 & 0xff) - (b >> 16 & 0xff);
        int green = (a >> 8 & 0xff) - (b >> 8 & 0xff);
        int blue = (a & 0xff) - (b & 0xff);
        return red * red + green * green + blue * blue;
    }
}
