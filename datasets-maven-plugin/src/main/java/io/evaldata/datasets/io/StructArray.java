package io.evaldata.datasets.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;
import us.hebi.matlab.mat.types.Struct;

/**
 * A structure array of a MATLAB 5 file, such as ImageNet's {@code synsets}: rows with named fields.
 *
 * <p>The whole file is held in memory; those that datasets bring are smaller than a few megabytes.
 */
public final class StructArray {
    private final String name;
    private final Struct rows;

    private StructArray(String name, Struct rows) {
        this.name = name;
        this.rows = rows;
    }

    /**
     * Reads a variable of a file.
     *
     * @throws IOException when the file is no whole MATLAB 5 file or has no such structure array
     */
    public static StructArray read(Path file, String variable) throws IOException {
        byte[] content = Files.readAllBytes(file);
        try {
            // Never closed: that would empty the arrays, and all of it is plain memory.
            MatFile mat = Mat5.newReader(Sources.wrap(content)).readMat();
            for (MatFile.Entry entry : mat.getEntries()) {
                if (entry.getName().equals(variable) && entry.getValue() instanceof Struct struct) {
                    return new StructArray(variable, struct);
                }
            }
        } catch (RuntimeException e) {
            // Whatever the reader stumbles over in a damaged file: negative sizes, unknown types, the end of its
            // buffer.
            throw new IOException("not a whole MATLAB 5 file (" + e + ")", e);
        }
        throw new IOException("no structure array '" + variable + "' in it");
    }

    /** Number of rows. */
    public int size() {
        return rows.getNumElements();
    }

    /** The names of the fields that every row has. */
    public List<String> fields() {
        return List.copyOf(rows.getFieldNames());
    }

    /**
     * A text.
     *
     * @throws IOException when the field is no text
     */
    public String text(int row, String field) throws IOException {
        if (value(row, field) instanceof Char text) {
            return text.getString();
        }
        throw new IOException(place(row, field) + " is no text");
    }

    /**
     * A whole number.
     *
     * @throws IOException when the field is none
     */
    public int number(int row, String field) throws IOException {
        if (value(row, field) instanceof Matrix matrix && matrix.getNumElements() == 1) {
            double number = matrix.getDouble(0);
            if (number == (int) number) {
                return (int) number;
            }
        }
        throw new IOException(place(row, field) + " is no whole number");
    }

    private Array value(int row, String field) throws IOException {
        if (!rows.getFieldNames().contains(field)) {
            throw new IOException("'" + name + "' has no field '" + field + "'; found " + rows.getFieldNames());
        }
        return rows.get(field, row);
    }

    private String place(int row, String field) {
        return name + "(" + (row + 1) + ")." + field;
    }
}
