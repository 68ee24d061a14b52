package io.evaldata.datasets.prepare;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Way;
import java.io.IOException;

/**
 * Publishers that hand out data only to those who accept their terms. The question is asked at the publisher's door: who
 * has the files already, or gets them from a company mirror, answered it there.
 */
final class Terms {
    private Terms() {}

    /**
     * Makes sure that the terms were accepted by name where that is needed.
     *
     * @throws DatasetsException saying where to read them and how to accept
     */
    static void require(Dataset dataset, Request request, Sources sources) throws IOException {
        boolean asked = dataset.terms().mustAccept()
                && !request.sample()
                && !request.fetching().mirrored();
        if (!asked || accepted(dataset, request)) {
            return;
        }
        Way way = sources.ordered(dataset).get(0);
        for (String file : way.sources(request.scope())) {
            if (!sources.isThere(dataset, file)) {
                throw new DatasetsException(
                        dataset.id()
                                + ": its publisher hands it out only to those who accept its terms, and they were not"
                                + " accepted: " + dataset.terms().licence(),
                        "Read them at " + dataset.terms().page() + ", then run again with -Ddatasets.acceptTerms="
                                + dataset.id() + " (or <acceptTerms> in the POM).");
            }
        }
    }

    /** Whether the user accepted the dataset's terms by name. */
    static boolean accepted(Dataset dataset, Request request) {
        return request.fetching().acceptedTerms().contains(dataset.id())
                || request.fetching().acceptedTerms().contains("all");
    }
}
