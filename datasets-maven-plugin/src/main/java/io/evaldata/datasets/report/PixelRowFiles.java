package io.evaldata.datasets.report;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.PathPattern;
import io.evaldata.datasets.catalog.Presentation.PixelRows;
import io.evaldata.datasets.io.Tree;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pictures that are rows of pixels in pickled files; each is called by its file and number, such as {@code test#17}. */
final class PixelRowFiles {
    /** Pixels on a side, as CIFAR has them. */
    static final int SIDE = 32;

    private static final int PLANE = SIDE * SIDE;
    private static final int ROW = 3 * PLANE;

    private final Tree tree;
    private final List<PictureEntry> pictures = new ArrayList<>();
    private final Map<String, PickleReader.Span> rows = new HashMap<>();

    private PixelRowFiles(Tree tree) {
        this.tree = tree;
    }

    /**
     * Finds the rows and their classes; the pixels stay on disk.
     *
     * @throws IOException when a file holds no such rows
     */
    static PixelRowFiles of(Dataset dataset, PixelRows where, Tree tree) throws IOException {
        PixelRowFiles files = new PixelRowFiles(tree);
        ClassNames names = ClassNames.of(dataset);
        for (Map.Entry<String, PathPattern> split : where.splits().entrySet()) {
            for (String path : tree.below(split.getValue().folder()).keySet()) {
                if (split.getValue().matches(path)) {
                    files.add(path, split.getKey(), where.labels(), names);
                }
            }
        }
        return files;
    }

    List<PictureEntry> pictures() {
        return pictures;
    }

    private void add(String path, String split, String labelKey, ClassNames names) throws IOException {
        Object content;
        try (var in = Files.newInputStream(tree.resolve(path))) {
            content = PickleReader.read(in);
        }
        if (!(content instanceof PickleReader.Dictionary dictionary)
                || !(dictionary.values().get(labelKey) instanceof PickleReader.Items labels)) {
            throw new IOException(path + " has no '" + labelKey + "'");
        }
        PickleReader.Span data = largest(dictionary.values().get("data"));
        if (data == null || data.length() != (long) ROW * labels.values().size()) {
            throw new IOException(path + " does not hold " + labels.values().size() + " rows of " + ROW + " bytes");
        }
        rows.put(path, data);
        for (int i = 0; i < labels.values().size(); i++) {
            int label = labels.values().get(i) instanceof Integer number ? number : -1;
            pictures.add(new PictureEntry(path + "#" + i, split, names.ofNumber(label)));
        }
    }

    /** The content of the array: the one long text among the parts that it is built from. */
    private static PickleReader.Span largest(Object value) {
        if (value instanceof PickleReader.Span span) {
            return span;
        }
        PickleReader.Span found = null;
        if (value instanceof PickleReader.Items items) {
            for (Object item : items.values()) {
                PickleReader.Span span = largest(item);
                found = span != null && (found == null || span.length() > found.length()) ? span : found;
            }
        }
        return found;
    }

    /** The picture of that name. */
    BufferedImage picture(String name) throws IOException {
        String path = name.substring(0, name.lastIndexOf('#'));
        long number = Long.parseLong(name.substring(path.length() + 1));
        ByteBuffer row = ByteBuffer.allocate(ROW);
        try (FileChannel file = FileChannel.open(tree.resolve(path), StandardOpenOption.READ)) {
            long start = rows.get(path).start() + number * ROW;
            while (row.hasRemaining()) {
                if (file.read(row, start + row.position()) < 0) {
                    throw new EOFException(path + " is cut off");
                }
            }
        }
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < PLANE; i++) {
            int rgb = (row.get(i) & 0xFF) << 16 | (row.get(PLANE + i) & 0xFF) << 8 | (row.get(2 * PLANE + i) & 0xFF);
            image.setRGB(i % SIDE, i / SIDE, rgb);
        }
        return image;
    }
}
