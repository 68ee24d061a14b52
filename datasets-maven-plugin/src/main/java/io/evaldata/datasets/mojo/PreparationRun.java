package io.evaldata.datasets.mojo;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.download.Fetcher;
import io.evaldata.datasets.download.HostsUnreachable;
import io.evaldata.datasets.mojo.InterruptionNotice.Kept;
import io.evaldata.datasets.prepare.Outcome;
import io.evaldata.datasets.prepare.Preparation;
import io.evaldata.datasets.prepare.Request;
import io.evaldata.datasets.prepare.Summary;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

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
        ProgressMode mode = new BuildConsole(mojo.session, mojo.getLog()).mode();
        ProgressBoard board = new ProgressBoard(System::nanoTime);
        Optional<InterruptionNotice> notice = Optional.of(mojo.getLog())
                .filter(Log::isInfoEnabled) // nothing under -q
                .map(log -> InterruptionNotice.of(() -> new Kept(
                        board.moved(),
                        request.fetching().cache(),
                        request.roots().root())));
        try (Fetcher fetcher = SessionFetcher.open(mojo.session, built, cache, mojo.connections);
                ProgressDisplay display = new ProgressDisplay(
                                board, mode, BuildConsole::print, mojo.getLog()::info, System::nanoTime)
                        .open()) {
            TransferProgress transfers = new TransferProgress(mojo.session, mode == ProgressMode.MAVEN);
            BuildLog log =
                    new BuildLog(mojo.getLog(), request.scope(), request.failFast(), mode, transfers, board, display);
            return new Preparation(request, cache, fetcher, log).run();
        } finally {
            notice.ifPresent(InterruptionNotice::close);
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
        if (summary.isUnreachable()) {
            message.append("\n").append(HostsUnreachable.QUESTION);
        }
        throw new DatasetsException(message.toString(), "");
    }
}
