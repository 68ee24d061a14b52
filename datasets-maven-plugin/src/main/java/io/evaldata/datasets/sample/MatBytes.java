package io.evaldata.datasets.sample;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sink;
import us.hebi.matlab.mat.types.Sinks;

/** MAT files of level 5 that are the same bytes every time. */
final class MatBytes {
    /** Length of the free text a level 5 file begins with ("MAT-File Format", MathWorks, 1-5). */
    private static final int DESCRIPTION = 116;

    /** More than any sample needs. */
    private static final int ROOM = 1 << 16;

    private MatBytes() {}

    static byte[] of(MatFile file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(ROOM);
        try (Sink sink = Sinks.wrap(buffer)) {
            Mat5.newWriter(sink).writeMat(file).flush();
        }
        byte[] mat = Arrays.copyOf(buffer.array(), buffer.position());
        // The library notes the time and platform of writing there.
        Arrays.fill(mat, 0, DESCRIPTION, (byte) ' ');
        byte[] description =
                "MATLAB 5.0 MAT-file, Platform: PCWIN, generated stand-in".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(description, 0, mat, 0, description.length);
        return mat;
    }

    /** A row of numbers. */
    static Matrix row(MatlabType type, List<Integer> numbers) {
        Matrix row = Mat5.newMatrix(1, numbers.size(), type);
        for (int i = 0; i < numbers.size(); i++) {
            row.setInt(i, numbers.get(i));
        }
        return row;
    }

    /** A row of texts, each in a cell. */
    static Cell cells(List<String> texts) {
        Cell cells = Mat5.newCell(1, texts.size());
        for (int i = 0; i < texts.size(); i++) {
            cells.set(i, Mat5.newString(texts.get(i)));
        }
        return cells;
    }
}
