package io.evaldata.datasets.sample;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Paints scenes pixel by pixel, so that no font, graphics library or random source has a say, and encodes them. */
final class SamplePicture {
    private static final int ENTRIES = 256;
    private static final float JPEG_QUALITY = 0.85f;

    private SamplePicture() {}

    /** The colour of the points of a picture, given in pixels, as {@code 0xRRGGBB}. */
    interface Paint {
        int at(double x, double y);
    }

    /** The label of the pixels of a map. */
    interface Labels {
        int at(int x, int y);
    }

    static byte[] jpeg(Scene scene) throws IOException {
        return encode("jpeg", render(scene.width(), scene.height(), scene::colourAt));
    }

    static byte[] png(int width, int height, Paint paint) throws IOException {
        return encode("png", render(width, height, paint));
    }

    /** An 8-bit grey label map. */
    static byte[] greyMap(int width, int height, Labels labels) throws IOException {
        return encode("png", fill(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), labels));
    }

    /** An 8-bit label map with the palette of the PASCAL VOC development kit. */
    static byte[] paletteMap(int width, int height, Labels labels) throws IOException {
        return encode(
                "png", fill(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, vocPalette()), labels));
    }

    /** Red, green and blue planes one after the other, rows from the top, as CIFAR stores pictures. */
    static byte[] planes(Scene scene) {
        BufferedImage image = render(scene.width(), scene.height(), scene::colourAt);
        int area = scene.width() * scene.height();
        byte[] planes = new byte[3 * area];
        for (int i = 0; i < area; i++) {
            int rgb = image.getRGB(i % scene.width(), i / scene.width());
            planes[i] = (byte) (rgb >> 16);
            planes[area + i] = (byte) (rgb >> 8);
            planes[2 * area + i] = (byte) rgb;
        }
        return planes;
    }

    private static BufferedImage render(int width, int height, Paint paint) {
        int[] centres = new int[width * height];
        for (int i = 0; i < centres.length; i++) {
            int x = i % width;
            int y = i / width;
            centres[i] = paint.at(x + 0.5, y + 0.5);
        }
        int[] pixels = centres.clone();
        for (int i = 0; i < pixels.length; i++) {
            if (isAtAnEdge(centres, width, i)) {
                pixels[i] = smooth(paint, i % width, i / width);
            }
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, width, height, pixels);
        return image;
    }

    private static boolean isAtAnEdge(int[] centres, int width, int i) {
        int x = i % width;
        return (x > 0 && centres[i - 1] != centres[i])
                || (x < width - 1 && centres[i + 1] != centres[i])
                || (i >= width && centres[i - width] != centres[i])
                || (i < centres.length - width && centres[i + width] != centres[i]);
    }

    /** The mean of four points of a pixel, for clean edges. */
    private static int smooth(Paint paint, int x, int y) {
        int[] corners = {
            paint.at(x + 0.25, y + 0.25),
            paint.at(x + 0.75, y + 0.25),
            paint.at(x + 0.25, y + 0.75),
            paint.at(x + 0.75, y + 0.75)
        };
        int mean = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int sum = 2;
            for (int corner : corners) {
                sum += (corner >> shift) & 0xFF;
            }
            mean |= (sum / 4) << shift;
        }
        return mean;
    }

    private static BufferedImage fill(BufferedImage map, Labels labels) {
        byte[] pixels = new byte[map.getWidth() * map.getHeight()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) labels.at(i % map.getWidth(), i / map.getWidth());
        }
        map.getRaster().setDataElements(0, 0, map.getWidth(), map.getHeight(), pixels);
        return map;
    }

    /** Bits 0, 3, 6.. of an entry's number make its red from the top bit down, 1, 4, 7.. green, 2, 5.. blue. */
    private static IndexColorModel vocPalette() {
        byte[][] channels = new byte[3][ENTRIES];
        for (int entry = 0; entry < ENTRIES; entry++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                int channel = bit % 3;
                channels[channel][entry] |= (byte) (((entry >> bit) & 1) << (7 - bit / 3));
            }
        }
        return new IndexColorModel(Byte.SIZE, ENTRIES, channels[0], channels[1], channels[2]);
    }

    /** Encodes in memory; ImageIO's file cache would be a global setting. */
    private static byte[] encode(String format, BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                settings.setCompressionQuality(JPEG_QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
