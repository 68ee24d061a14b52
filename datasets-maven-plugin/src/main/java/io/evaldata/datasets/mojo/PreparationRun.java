package io.evaldata.datasets.mojo;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.download.Fetcher;
import io.evaldata.datasets.prepare.Outcome;
import io.evaldata.datasets.prepare.Preparation;
import io.evaldata.datasets.prepare.Request;
import io.evaldata.datasets.prepare.Summary;
import java.io.IOException;
import java.util.Optional;

/** One preparation inside a goal, with the build's log and connections. */
final class PreparationRun {
    private final DatasetsMojo mojo;

    PreparationRun(DatasetsMojo mojo) {
        this.mojo = mojo;
    }

    /** Prepares what is missing and says the sums. */
    Summary run(RequestBuilder.Built built) throws IOException, InterruptedException {
        Request request = built.request();
        Cache cache = Cache.at(request.fetching().cache(), request.fetching().manualDir());
        BuildLog log = new BuildLog(mojo.getLog(), new TransferProgress(mojo.session));
        try (Fetcher fetcher = SessionFetcher.open(mojo.session, built, cache, mojo.connections)) {
            return new Preparation(request, cache, fetcher, log).run();
        }
    }

    /**
     * Turns failed datasets into a failure of the goal.
     *
     * @throws DatasetsException saying for each what to do next
     */
    static void requireComplete(Summary summary) {
        requireComplete(summary, Optional.empty());
    }

    /**
     * The same, together with what else went wrong.
     *
     * @throws DatasetsException saying for each what to do next
     */
    static void requireComplete(Summary summary, Optional<DatasetsException> besides) {
        if (summary.isComplete() && besides.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder(summary.line());
        for (Outcome outcome : summary.outcomes()) {
            if (!outcome.report().isEmpty()) {
                message.append("\n").append(outcome.report());
            }
        }
        besides.ifPresent(other -> message.append("\n").append(other.report()));
        throw new DatasetsException(message.toString(), "");
    }
}
