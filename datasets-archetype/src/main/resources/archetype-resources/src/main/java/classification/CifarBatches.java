package ${package}.classification;

import ${package}.classification.LabelledImages.LabelledImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** CIFAR's pickled batches: a row of 3072 bytes an image, red, green and blue planes of 32 x 32. */
final class CifarBatches {
    private static final int SIDE = 32;
    private static final int PLANE = SIDE * SIDE;

    private CifarBatches() {}

    static LabelledImages readCifar10(Path root) throws IOException {
        return read(root.resolve("batches.meta"), "label_names", root.resolve("test_batch"), "labels");
    }

    static LabelledImages readCifar100(Path root) throws IOException {
        return read(root.resolve("meta"), "fine_label_names", root.resolve("test"), "fine_labels");
    }

    private static LabelledImages read(Path metaFile, String names, Path batchFile, String labels) throws IOException {
        List<String> classes = new ArrayList<>();
        for (Object name : list(metaFile, names)) {
            classes.add(ClassNames.readable(text(name)));
        }
        byte[] pixels = bytes(batchFile, entry(batchFile, "data"));
        List<?> labelList = list(batchFile, labels);
        if (pixels.length != labelList.size() * 3 * PLANE) {
            throw new IOException(batchFile + " has " + labelList.size() + " labels but " + pixels.length
                    + " bytes of pixels, which is not " + 3 * PLANE + " each");
        }
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < labelList.size(); i++) {
            int start = i * 3 * PLANE;
            int label = ((Number) labelList.get(i)).intValue();
            images.add(new LabelledImage(() -> image(pixels, start), label));
        }
        return new LabelledImages(classes, images);
    }

    private static BufferedImage image(byte[] pixels, int start) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < PLANE; i++) {
            int red = pixels[start + i] & 0xff;
            int green = pixels[start + PLANE + i] & 0xff;
            int blue = pixels[start + 2 * PLANE + i] & 0xff;
            image.setRGB(i % SIDE, i / SIDE, red << 16 | green << 8 | blue);
        }
        return image;
    }

    private static Object entry(Path file, String key) throws IOException {
        if (Pickle.read(file) instanceof Map<?, ?> entries) {
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                if (text(entry.getKey()).equals(key)) {
                    return entry.getValue();
                }
            }
        }
        throw new IOException(file + " has no " + key);
    }

    private static List<?> list(Path file, String key) throws IOException {
        if (entry(file, key) instanceof List<?> list) {
            return list;
        }
        throw new IOException(key + " in " + file + " is no list");
    }

    private static byte[] bytes(Path file, Object value) throws IOException {
        Object data = value instanceof Pickle.Built built ? built.array() : value;
        if (data instanceof byte[] bytes) {
            return bytes;
        }
        throw new IOException("The pixels in " + file + " are neither bytes nor an array of bytes");
    }

    /** Python 2 wrote its text as bytes. */
    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
    }
}
