package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.download.FetchRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what a preparation tells. */
final class Heard implements PrepareListener {
    private final Optional<String> stumbling;
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final List<String> reasons = new CopyOnWriteArrayList<>();
    private final List<String> retries = new CopyOnWriteArrayList<>();
    private final List<String> waits = new CopyOnWriteArrayList<>();

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
    public void preparing(Dataset dataset, Reason why) {
        reasons.add(dataset.id() + ": " + why.words());
    }

    @Override
    public void retrying(FetchRequest request, String reason) {
        retries.add(request.label() + ": " + reason);
    }

    @Override
    public void waitingForProcess(FetchRequest request) {
        waits.add(request.label());
    }

    /** Why something was tried again, each behind its file. */
    List<String> retries() {
        return List.copyOf(retries);
    }

    /** The files of which was said that another process fetches them. */
    List<String> waits() {
        return List.copyOf(waits);
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
