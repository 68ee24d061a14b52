package io.evaldata.datasets.segmentation;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.labels.LabelMap;
import io.evaldata.datasets.labels.PngWriter;

/**
 * Draws the polygon files of Cityscapes ({@code *_gtFine_polygons.json}) as maps of training ids, as the published
 * converter does: mcordts/cityscapesScripts {@code preparation/json2labelImg.py}, commit 0bcc4a72, with Pillow.
 *
 * <p>One instance serves one thread and keeps its memory between frames.
 */
public final class CityscapesPolygons {
    private final CityscapesLabels labels = new CityscapesLabels();
    private final PolygonFileReader reader = new PolygonFileReader();
    private final PolygonFill fill;
    private final PngWriter writer = new PngWriter();
    private LabelMap spare = LabelMap.filled("", 1, 1, 0);

    /** Draws like these releases of Pillow. */
    public CityscapesPolygons(PillowRules rules) {
        fill = new PolygonFill(rules);
    }

    /**
     * Draws one frame.
     *
     * @param name the file's name, for messages
     * @param json the bytes of the file
     * @throws DatasetsException when the file is malformed, has an unknown label, no usable size, or coordinates that
     *     are no numbers, naming file, object and label
     */
    public LabelMap draw(String name, byte[] json) {
        PolygonFile file = reader.read(name, json);
        return draw(name, file, LabelMap.filled(name, file.width(), file.height(), CityscapesLabels.BACKGROUND));
    }

    /**
     * Draws one frame as a PNG file, with equal bytes on every machine.
     *
     * @throws DatasetsException as {@link #draw(String, byte[])} says
     */
    public byte[] convert(String name, byte[] json) {
        PolygonFile file = reader.read(name, json);
        spare = spare.refilled(name, file.width(), file.height(), CityscapesLabels.BACKGROUND);
        return writer.write(draw(name, file, spare));
    }

    private LabelMap draw(String name, PolygonFile file, LabelMap map) {
        for (PolygonObject object : file.objects()) {
            if (!object.deleted()) {
                draw(name, object, map);
            }
        }
        return map;
    }

    private void draw(String name, PolygonObject object, LabelMap map) {
        CityscapesLabels.Label label = labels.find(object.label())
                .orElseThrow(() -> unusable(name, object, "its label is not one of Cityscapes"));
        if (!label.drawn()) {
            return;
        }
        if (!object.problem().isEmpty()) {
            throw unusable(name, object, object.problem());
        }
        if (object.polygon().size() < 2) {
            throw unusable(name, object, "its polygon has fewer than two points");
        }
        fill.fill(map, object.polygon(), label.trainId());
    }

    private static DatasetsException unusable(String name, PolygonObject object, String problem) {
        return new DatasetsException(
                "%s: object %d (label \"%s\"): %s".formatted(name, object.index(), object.label(), problem),
                PolygonFileReader.REMEDY);
    }
}
