package io.evaldata.datasets.labels;

/**
 * Reads label maps from PNG files of every form.
 *
 * <p>One instance serves one thread and keeps its memory between files; closing it frees the native part.
 */
public final class PngReader implements AutoCloseable {
    private static final IdTable AS_STORED = IdTable.identity();

    private final PngRows rows = new PngRows();

    /**
     * Reads the ids as they are stored: grey values, or palette indices.
     *
     * @param name the file's name, for messages
     * @throws io.evaldata.datasets.DatasetsException when the file is damaged, larger than a map may be, or of a form
     *     that holds no 8-bit ids
     */
    public LabelMap read(String name, byte[] png) {
        return read(name, png, AS_STORED);
    }

    /**
     * Reads a map and gives each pixel the id that the table has for it.
     *
     * @throws io.evaldata.datasets.DatasetsException also when a pixel is not in the table, naming its value and place
     */
    public LabelMap read(String name, byte[] png, LabelTable table) {
        PngFile file = PngFile.parse(name, png);
        LabelMap map =
                LabelMap.filled(name, file.header().width(), file.header().height(), 0);
        rows.decode(name, png, file, table.filling(map, name, file));
        return map;
    }

    @Override
    public void close() {
        rows.close();
    }
}
