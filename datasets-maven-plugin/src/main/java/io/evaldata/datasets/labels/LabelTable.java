package io.evaldata.datasets.labels;

import com.fasterxml.jackson.databind.JsonNode;
import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Relabelling;
import java.util.List;

/** Which id each pixel of a published map becomes: looked up by its id, or by its colour. Immutable. */
public abstract sealed class LabelTable permits IdTable, ColourTable {
    /** The tables that come with the product. */
    public static final List<String> BUNDLED = Relabelling.BUNDLED;

    private final String name;

    LabelTable(String name) {
        this.name = name;
    }

    /**
     * A table that comes with the product.
     *
     * @throws DatasetsException when there is none of this name
     */
    public static LabelTable bundled(String name) {
        try {
            return of(name, Relabelling.bundled(name));
        } catch (IllegalArgumentException e) {
            throw new DatasetsException(e.getMessage(), "Name one of these, or write the table into the catalogue.", e);
        }
    }

    /**
     * A table from parsed JSON or YAML, in the form that {@link Relabelling} shows.
     *
     * @param name what to call the table in messages
     * @throws DatasetsException when it is malformed, naming the key
     */
    public static LabelTable parse(String name, JsonNode tree) {
        try {
            return of(name, Relabelling.parse(tree));
        } catch (IllegalArgumentException e) {
            throw new DatasetsException("Label table " + name + ": " + e.getMessage(), "Correct the table.", e);
        }
    }

    /**
     * A table as a catalogue has it.
     *
     * @param name what to call the table in messages
     */
    public static LabelTable of(String name, Relabelling relabelling) {
        if (relabelling instanceof Relabelling.ByColours colours) {
            return new ColourTable(name, colours.newIds(), colours.others());
        }
        List<Short> newIds = ((Relabelling.ByIds) relabelling).newIds();
        short[] ids = new short[newIds.size()];
        for (int id = 0; id < ids.length; id++) {
            ids[id] = newIds.get(id);
        }
        return new IdTable(name, ids);
    }

    /** The name given when the table was made. */
    public final String name() {
        return name;
    }

    /** What to do with the rows of a picture so that a map of new ids comes about. */
    abstract PngRows.Sink filling(LabelMap map, String file, PngFile png);
}
