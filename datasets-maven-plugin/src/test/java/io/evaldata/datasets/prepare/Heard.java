package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what a preparation tells. */
final class Heard implements PrepareListener {
    private final Optional<String> stumbling;
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final List<String> reasons = new CopyOnWriteArrayList<>();

    /**
     * @param stumbling the dataset at whose first step something unforeseen happens
     */
    Heard(Optional<String> stumbling) {
        this.stumbling = stumbling;
    }

    @Override
    public void step(Dataset dataset, String what) {
        if (stumbling.filter(dataset.id()::equals).isPresent()) {
            throw new ArrayIndexOutOfBoundsException("index 7");
        }
    }

    @Override
    public void note(Dataset dataset, String sentence) {
        notes.add(dataset.id() + ": " + sentence);
    }

    @Override
    public void doubt(Dataset dataset, String sentence) {
        note(dataset, sentence);
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
