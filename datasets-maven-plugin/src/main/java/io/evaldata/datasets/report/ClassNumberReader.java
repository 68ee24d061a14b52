package io.evaldata.datasets.report;

import io.evaldata.datasets.catalog.Presentation.ClassNumbers;
import io.evaldata.datasets.catalog.Presentation.Fields;
import io.evaldata.datasets.io.StructArray;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;

/** Reads which picture has which class number from a MATLAB file. */
final class ClassNumberReader {
    private ClassNumberReader() {}

    /**
     * The class numbers, from 1 on, by picture.
     *
     * @param pictures in order, for files that name none
     * @throws IOException when the file is not there or does not hold them
     */
    static Map<String, Integer> read(ClassNumbers where, Tree tree, List<String> pictures) throws IOException {
        return where.fields().isPresent() ? rows(where, where.fields().get(), tree) : inOrder(where, tree, pictures);
    }

    private static Map<String, Integer> rows(ClassNumbers where, Fields fields, Tree tree) throws IOException {
        StructArray rows = StructArray.read(tree.resolve(where.mat()), where.variable());
        Map<String, Integer> numbers = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            String name = rows.text(row, fields.name());
            numbers.put(fields.files().fill(name, Map.of("name", name)), rows.number(row, fields.number()));
        }
        return numbers;
    }

    private static Map<String, Integer> inOrder(ClassNumbers where, Tree tree, List<String> pictures)
            throws IOException {
        byte[] content = Files.readAllBytes(tree.resolve(where.mat()));
        Map<String, Integer> numbers = new HashMap<>();
        try {
            // Never closed: that would empty the arrays, and all of it is plain memory.
            MatFile mat = Mat5.newReader(Sources.wrap(content)).readMat();
            Matrix matrix = mat.getMatrix(where.variable());
            if (matrix.getNumElements() != pictures.size()) {
                throw new IOException(where.mat() + " has " + matrix.getNumElements() + " class numbers for "
                        + pictures.size() + " pictures");
            }
            for (int i = 0; i < pictures.size(); i++) {
                numbers.put(pictures.get(i), matrix.getInt(i));
            }
        } catch (RuntimeException e) {
            // Whatever the reader stumbles over in a damaged file.
            throw new IOException(where.mat() + " holds no matrix '" + where.variable() + "' (" + e + ")", e);
        }
        return numbers;
    }
}
