package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what a preparation tells. */
final class Heard implements PrepareListener {
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final List<String> reasons = new CopyOnWriteArrayList<>();

    @Override
    public void note(Dataset dataset, String sentence) {
        notes.add(dataset.id() + ": " + sentence);
    }

    @Override
    public void preparing(Dataset dataset, String why) {
        reasons.add(dataset.id() + ": " + why);
    }

    /** The sentences worth a line, each behind its dataset. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Why work began, each behind its dataset. */
    List<String> reasons() {
        return List.copyOf(reasons);
    }
}
