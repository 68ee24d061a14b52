package io.evaldata.datasets.it.originals;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** What the publishers of the datasets in the documentation's walk-through would hand out, made here. */
public final class OwnDatasets {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final int ROAD = 0x804080;
    private static final int BUILDING = 0x464646;
    private static final int PERSON = 0xdc143c;

    private OwnDatasets() {}

    /** All files by address. */
    public static Map<URI, byte[]> published() throws IOException {
        Map<URI, byte[]> files = new LinkedHashMap<>();
        files.put(URI.create("https://data.example.org/birds.zip"), birds());
        files.put(URI.create("https://data.example.org/postcards/pictures.zip"), pictures());
        files.put(
                URI.create("https://data.example.org/postcards/captions.csv"),
                utf8(
                        """
                picture,sentence
                a.jpg,"A harbour, at dawn."
                a.jpg,Boats.
                training.jpg,Nobody asks for this one.
                b.jpg,The Alps.
                c.jpg,"A square with a ""fountain""."
                """));
        files.put(URI.create("https://data.example.org/postcards/test.txt"), utf8("c.jpg\na.jpg\nb.jpg\n"));
        files.put(URI.create("https://data.example.org/streets.tar.gz"), streets(ROAD, BUILDING, PERSON, 0));
        return files;
    }

    /** Street scenes whose label maps have these colours, a quarter of the width each. */
    public static byte[] streets(int... colours) throws IOException {
        Archive tar = new Archive();
        int number = 0;
        for (String stem : List.of("s1", "s2", "t1")) {
            tar.add("streets/photos/" + stem + ".jpg", Generated.jpeg(++number, WIDTH, HEIGHT));
            tar.add("streets/colours/" + stem + "_L.png", map(stem.equals("s2"), colours));
        }
        return tar.add("streets/val.txt", "s1\ns2\n").tarGz();
    }

    private static byte[] birds() throws IOException {
        Archive zip = new Archive();
        int number = 20;
        for (String bird : List.of("robin", "wren", "blue_tit")) {
            for (String file :
                    List.of("val/" + bird + "/1.jpg", "val/" + bird + "/2.jpg", "train/" + bird + "/3.jpg")) {
                zip.add("birds-1.0/" + file, Generated.jpeg(++number, WIDTH, HEIGHT));
            }
        }
        return zip.add("birds-1.0/README", "birds").zip();
    }

    private static byte[] pictures() throws IOException {
        Archive zip = new Archive();
        int number = 40;
        for (String picture : List.of("album/1911/a.jpg", "album/1912/spring/b.jpg", "c.jpg", "album/training.jpg")) {
            zip.add(picture, Generated.jpeg(++number, WIDTH, HEIGHT));
        }
        return zip.zip();
    }

    /** Colours are stored as they are, or as indices into a palette. */
    private static byte[] map(boolean palette, int... colours) throws IOException {
        BufferedImage map = palette ? indexed(colours) : new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                map.setRGB(x, y, 0xff000000 | colours[x * colours.length / WIDTH]);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(map, "png", bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage indexed(int... colours) {
        return new BufferedImage(
                WIDTH,
                HEIGHT,
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A jar that brings a catalogue file. */
    public static byte[] jar(String name, String catalogue) {
        return new Archive()
                .add("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n")
                .add("META-INF/datasets/" + name, catalogue)
                .zip();
    }
}
