package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;

/** Hears how far a verification is. Called from several threads; must be quick and must not throw. */
public interface VerifyListener {
    /** Hears nothing. */
    VerifyListener NONE = new VerifyListener() {};

    /** A dataset of so many files is looked at. */
    default void looking(Dataset dataset, long files) {}

    /** One of its files was read. */
    default void looked(Dataset dataset) {}

    /** All of it was looked at. */
    default void done(Dataset dataset) {}
}
