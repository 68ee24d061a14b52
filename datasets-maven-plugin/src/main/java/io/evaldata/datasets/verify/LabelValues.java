package io.evaldata.datasets.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;

/** Tells which label values occur in a label map. Called by several threads at once. */
@FunctionalInterface
public interface LabelValues {

    /**
     * The distinct values, from 0 to 255.
     *
     * @throws IOException when the file is no label map
     */
    BitSet of(Path map) throws IOException;
}
