package io.evaldata.datasets.extract;

/** Hears of progress; called from several threads at once, so it must be quick and safe for that. */
@FunctionalInterface
public interface ExtractionListener {
    /** Hears nothing. */
    ExtractionListener NONE = file -> {};

    /** One file is complete. */
    void wrote(WrittenFile file);
}
