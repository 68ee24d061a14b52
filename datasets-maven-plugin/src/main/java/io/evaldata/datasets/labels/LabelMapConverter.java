package io.evaldata.datasets.labels;

/**
 * Turns one PNG label map into another by table: always 8-bit grey, with equal bytes on every machine.
 *
 * <p>One instance serves one thread and keeps its memory between files.
 */
public final class LabelMapConverter implements AutoCloseable {
    private final LabelTable table;
    private final PngReader reader = new PngReader();
    private final PngWriter writer = new PngWriter();

    public LabelMapConverter(LabelTable table) {
        this.table = table;
    }

    /**
     * Converts one file.
     *
     * @param name the file's name, for messages
     * @param png the bytes of the file
     * @return the bytes of the new file
     * @throws io.evaldata.datasets.DatasetsException as {@link PngReader#read(String, byte[], LabelTable)} says
     */
    public byte[] convert(String name, byte[] png) {
        return writer.write(reader.read(name, png, table));
    }

    @Override
    public void close() {
        reader.close();
    }
}
