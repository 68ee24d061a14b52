package io.evaldata.datasets.segmentation;

import com.fasterxml.jackson.databind.JsonNode;
import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.labels.LabelMap;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Draws the label maps of Pascal Context from {@code trainval_merged.json} of PASCAL in Detail, as the published
 * converter does: open-mmlab/mmsegmentation {@code tools/dataset_converters/pascal_context.py} with
 * zhanghang1989/detail-api, commit 568ef44d.
 *
 * <p>The file has hundreds of megabytes and the masks of a picture lie scattered in it. Opening reads it once and
 * keeps a few numbers per mask; drawing reads the masks of one picture where they are. Safe for use by several
 * threads at once.
 */
public final class PascalContextMasks implements Closeable {
    /** Drawn for a category that is not among the 60; an error where it stays visible. */
    private static final int UNKNOWN = 255;

    private final String name;
    private final FileChannel channel;
    private final ContextIndex index;
    private final Map<Integer, Integer> classes = new HashMap<>();

    private PascalContextMasks(String name, FileChannel channel, ContextIndex index) {
        this.name = name;
        this.channel = channel;
        this.index = index;
        for (JsonNode row : SegmentationTables.read("pascal-context-60.json").get("classes")) {
            classes.put(row.get("category").asInt(), classes.size());
        }
    }

    /**
     * Reads the file through and notes where everything is.
     *
     * @param phases which pictures are wanted: {@code train}, {@code val} or both
     * @throws DatasetsException when the file is malformed
     */
    public static PascalContextMasks open(Path file, Set<String> phases) throws IOException {
        String name = file.getFileName().toString();
        ContextIndex index = new ContextIndexReader(name, phases).read(file);
        return new PascalContextMasks(name, FileChannel.open(file, StandardOpenOption.READ), index);
    }

    /** The pictures of the wanted phases, in the order of the file. */
    public List<ContextImage> images() {
        return index.images();
    }

    /** Content of the split list of a phase, {@code train.txt} or {@code val.txt}: sorted stems, one per line. */
    public String splitList(String phase) {
        return index.images().stream()
                .filter(image -> image.phase().equals(phase))
                .map(ContextImage::stem)
                .sorted()
                .map(stem -> stem + "\n")
                .collect(Collectors.joining());
    }

    /**
     * Draws one picture: masks in file order, later ones on top, each with its class from 0 to 59.
     *
     * @throws DatasetsException when a mask is malformed, leaves the picture, or shows a category that is not among
     *     the 60, naming file, picture and annotation
     */
    public LabelMap draw(ContextImage image) throws IOException {
        LabelMap map = LabelMap.filled(name + ": " + image.fileName(), image.width(), image.height(), 0);
        int unknownMask = -1;
        for (int mask : index.masksOf(image)) {
            int value = classes.getOrDefault(index.category(mask), UNKNOWN);
            if (value == UNKNOWN) {
                unknownMask = mask;
            }
            try {
                paint(map, mask, value);
            } catch (MalformedMaskException e) {
                throw unusable(image, mask, e.getMessage());
            }
        }
        if (unknownMask >= 0 && map.distinctIds().get(UNKNOWN)) {
            throw unusable(image, unknownMask, "category " + index.category(unknownMask) + " is not one of the 60");
        }
        return map;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void paint(LabelMap map, int mask, int value) throws IOException {
        long position = index.countsPosition(mask);
        if (position < 0) {
            throw new MalformedMaskException("its mask is no run-length text with a size");
        }
        RunLengthMask.paint(
                new JsonTextBytes(channel, position), index.maskHeight(mask), index.maskWidth(mask), map, value);
    }

    private DatasetsException unusable(ContextImage image, int mask, String problem) {
        return new DatasetsException(
                "%s: picture %s, annotation %d: %s".formatted(name, image.fileName(), index.id(mask), problem),
                ContextIndexReader.REMEDY);
    }
}
