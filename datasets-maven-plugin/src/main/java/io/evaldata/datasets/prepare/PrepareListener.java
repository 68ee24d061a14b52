package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.download.FetchListener;

/** Hears what happens to the datasets. Called from several threads; must be quick and must not throw. */
public interface PrepareListener extends FetchListener {
    /** Hears nothing. */
    PrepareListener NONE = new PrepareListener() {};

    /** What is going to be done was looked at and found possible. */
    default void planned(Plan plan) {}

    /** The dataset is there as asked for. */
    default void upToDate(Dataset dataset) {}

    /** Work begins. */
    default void preparing(Dataset dataset, Reason why) {}

    /** A sentence worth a line. */
    default void note(Dataset dataset, String sentence) {}

    /** Something is likely to be wrong although the work goes on. */
    default void doubt(Dataset dataset, String sentence) {}

    /** An archive is being unpacked or a step carried out. */
    default void step(Dataset dataset, String what) {}

    /** So many more files were written. */
    default void wrote(Dataset dataset, long files) {}

    /** The dataset is complete. */
    default void prepared(Dataset dataset, Receipt receipt) {}

    /** The dataset could not be prepared; what was there before is still there. */
    default void failed(Dataset dataset, String report) {}
}
