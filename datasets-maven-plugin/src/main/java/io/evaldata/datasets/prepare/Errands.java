package io.evaldata.datasets.prepare;

import io.evaldata.datasets.catalog.Access;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Source;
import io.evaldata.datasets.prepare.Errand.Kind;
import io.evaldata.datasets.prepare.Plan.FileState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds what only the user can do for a dataset, from what its files are known to ask for. */
final class Errands {
    /** Where accounts for {@link Access#CITYSCAPES} are made. */
    private static final String REGISTRATION = "https://www.cityscapes-dataset.com/register/";

    private final Request request;
    private final Dataset dataset;
    private final List<Errand> errands = new ArrayList<>();
    private final Set<Kind> told = EnumSet.noneOf(Kind.class);

    Errands(Request request, Dataset dataset) {
        this.request = request;
        this.dataset = dataset;
    }

    /** What is to be done for these files; who has them already, or asks a mirror, need not ask the publisher. */
    List<Errand> of(List<FileState> files) {
        List<Source> absent = files.stream()
                .filter(file -> file.there().isEmpty() && !file.shared())
                .map(FileState::source)
                .toList();
        if (absent.isEmpty() || request.sample()) {
            return List.of();
        }
        boolean remote = absent.stream()
                .anyMatch(source ->
                        !source.urls().isEmpty() && LocalSource.files(source).isEmpty());
        if (remote && request.fetching().offline() && !request.fetching().mirrored()) {
            add(Kind.ONLINE, "Maven is offline; run without -o, or put the files into datasets.manualDir.");
        }
        if (!request.fetching().mirrored()) {
            terms();
            absent.forEach(this::source);
        }
        return errands;
    }

    private void terms() {
        if (dataset.terms().mustAccept() && !Terms.accepted(dataset, request)) {
            add(
                    Kind.TERMS,
                    "Read the terms at " + dataset.terms().page() + ", then accept them with -Ddatasets.acceptTerms="
                            + dataset.id() + " (or <acceptTerms> in the POM).");
        }
    }

    private void source(Source source) {
        if (source.isDead()) {
            errands.add(new Errand(
                    dataset,
                    Kind.DEAD,
                    source.file() + " is " + source.state() + "; put a copy of it into datasets.manualDir"
                            + page(source) + "."));
            return;
        }
        if (source.urls().isEmpty() && source.access() != Access.MANUAL) {
            errands.add(new Errand(
                    dataset,
                    Kind.BY_HAND,
                    "The catalogue has no address for " + source.file() + page(source) + "; put it into"
                            + " datasets.manualDir, as " + source.file() + " or " + dataset.id() + "/" + source.file()
                            + "."));
            return;
        }
        if (LocalSource.isGone(source)) {
            errands.add(new Errand(
                    dataset,
                    Kind.BY_HAND,
                    source.file() + " is not where the catalogue says: "
                            + LocalSource.files(source).get(0)
                            + "; put it there, or into datasets.manualDir."));
            return;
        }
        switch (source.access()) {
            case HUGGINGFACE ->
                add(
                        Kind.LOGIN,
                        "Ask for access at " + source.page() + ", then give your token as the password of the server"
                                + " 'huggingface' in settings.xml, as HF_TOKEN, or by 'hf auth login'.");
            case CITYSCAPES ->
                add(
                        Kind.LOGIN,
                        "Register at " + REGISTRATION + " and try your login at " + source.page()
                                + ", then give user name and password of the server 'cityscapes' in"
                                + " settings.xml.");
            case MANUAL ->
                errands.add(new Errand(
                        dataset,
                        Kind.BY_HAND,
                        "Fetch " + source.file() + " with a browser" + page(source) + " and put it into"
                                + " datasets.manualDir."));
            case OPEN -> {}
        }
    }

    private static String page(Source source) {
        return source.page().isEmpty() ? "" : " (see " + source.page() + ")";
    }

    /** Once for a dataset, however many files ask for it. */
    private void add(Kind kind, String text) {
        if (told.add(kind)) {
            errands.add(new Errand(dataset, kind, text));
        }
    }
}
