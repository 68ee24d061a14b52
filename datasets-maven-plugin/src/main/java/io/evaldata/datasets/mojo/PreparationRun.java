package io.evaldata.datasets.mojo;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.download.Fetcher;
import io.evaldata.datasets.prepare.Outcome;
import io.evaldata.datasets.prepare.Preparation;
import io.evaldata.datasets.prepare.Request;
import io.evaldata.datasets.prepare.Sizes;
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
        ProgressMode mode = new BuildConsole(mojo.session, mojo.getLog()).mode();
        ProgressBoard board = new ProgressBoard(System::nanoTime);
        InterruptionNotice notice = InterruptionNotice.of(() -> lastWord(request, board));
        try (Fetcher fetcher = SessionFetcher.open(mojo.session, built, cache, mojo.connections);
                ProgressDisplay display = new ProgressDisplay(
                                board, mode, BuildConsole::print, mojo.getLog()::info, System::nanoTime)
                        .open()) {
            TransferProgress transfers = new TransferProgress(mojo.session, mode == ProgressMode.MAVEN);
            BuildLog log = new BuildLog(mojo.getLog(), request.scope(), mode, transfers, board, display);
            return new Preparation(request, cache, fetcher, log).run();
        } finally {
            notice.close();
        }
    }

    /** What somebody who pressed Ctrl-C wants to know. */
    private static String lastWord(Request request, ProgressBoard board) {
        String fetched =
                board.moved() == 0 ? "what was fetched" : "the " + Sizes.text(board.moved()) + " fetched just now";
        return "\ninterrupted; nothing is lost: " + fetched + " and before stay in\n  "
                + request.fetching().cache() + "\nand datasets that are complete stay in\n  "
                + request.roots().root()
                + "\nRun the same command again to go on; only the rest is fetched.\n";
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
