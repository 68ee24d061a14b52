package io.evaldata.datasets.organise;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Step;
import io.evaldata.datasets.io.Tree;
import java.io.IOException;

/**
 * Carries out the steps that only move, choose and describe what is staged already: nothing is decoded, nothing opened
 * as an archive.
 */
public final class Organiser {
    private Organiser() {}

    /** Whether the step is one of this package's. */
    public static boolean does(Step step) {
        return step instanceof Step.WriteLines
                || step instanceof Step.KeepListed
                || step instanceof Step.Remove
                || step instanceof Step.Move
                || step instanceof Step.SplitCaptions
                || step instanceof Step.SynsetFolders
                || step instanceof Step.ListStems;
    }

    /**
     * Does one step. What the step reads is looked through before anything is written or moved.
     *
     * @throws DatasetsException when a table or list does not say what it should, with file, line, expected and found
     * @throws IllegalArgumentException when the step is not one of this package's
     */
    public static void apply(Step step, Tree tree) throws IOException {
        if (step instanceof Step.WriteLines lines) {
            LineFile.write(lines, tree);
        } else if (step instanceof Step.KeepListed keep) {
            UnlistedFiles.delete(keep, tree);
        } else if (step instanceof Step.Remove remove) {
            MatchingFiles.delete(remove.files(), tree);
        } else if (step instanceof Step.Move move) {
            MovedFiles.move(move, tree);
        } else if (step instanceof Step.SplitCaptions captions) {
            CaptionSplitter.split(captions, tree);
        } else if (step instanceof Step.SynsetFolders folders) {
            SynsetSorter.sort(folders, tree);
        } else if (step instanceof Step.ListStems stems) {
            StemList.write(stems, tree);
        } else {
            throw new IllegalArgumentException(step.getClass().getSimpleName() + " is not organised here");
        }
    }
}
