package io.evaldata.datasets.mojo;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.catalog.Expectation;
import io.evaldata.datasets.catalog.Scope;
import io.evaldata.datasets.download.FetchRequest;
import io.evaldata.datasets.download.Fetched;
import io.evaldata.datasets.prepare.Amount;
import io.evaldata.datasets.prepare.Plan;
import io.evaldata.datasets.prepare.PrepareListener;
import io.evaldata.datasets.prepare.Reason;
import io.evaldata.datasets.prepare.Receipt;
import io.evaldata.datasets.prepare.Sizes;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.plugin.logging.Log;

/** Makes sentences of what happens, in the build's log, and keeps count for the display of progress. */
final class BuildLog implements PrepareListener {
    private final Log log;
    private final Scope scope;
    private final ProgressMode mode;
    private final TransferProgress transfers;
    private final ProgressBoard board;
    private final ProgressDisplay display;
    private final Map<String, Long> planned = new ConcurrentHashMap<>();
    private final Set<FetchRequest> local = ConcurrentHashMap.newKeySet();
    private final boolean failFast;
    private volatile boolean alone;

    BuildLog(
            Log log,
            Scope scope,
            boolean failFast,
            ProgressMode mode,
            TransferProgress transfers,
            ProgressBoard board,
            ProgressDisplay display) {
        this.log = log;
        this.scope = scope;
        this.failFast = failFast;
        this.mode = mode;
        this.transfers = transfers;
        this.board = board;
        this.display = display;
    }

    @Override
    public void planned(Plan plan) {
        Map<String, Long> bytes = new HashMap<>();
        for (Plan.Item item : plan.items()) {
            // A sum that lacks files of unknown size would be passed; better none.
            Amount fetch = item.toFetch();
            bytes.put(item.dataset().id(), fetch.unknown() > 0 ? 0 : fetch.bytes());
        }
        planned.putAll(bytes);
        boolean known = plan.toFetch().unknown() == 0;
        alone = plan.items().size() == 1;
        board.planned((int) plan.missing(), known ? plan.toFetch().bytes() : 0);
        if (plan.missing() > 0) {
            info(plan.missing() + " of " + plan.items().size()
                    + (plan.sample()
                            ? " samples to make, without network"
                            : " datasets to prepare, " + plan.toFetch().words() + " to fetch"));
        }
    }

    @Override
    public void upToDate(Dataset dataset) {
        log.debug(dataset.id() + ": up to date");
    }

    @Override
    public void preparing(Dataset dataset, Reason why) {
        board.begun(dataset.id(), planned.getOrDefault(dataset.id(), 0L), files(dataset));
        if (why.isNew()) {
            log.debug(dataset.id() + ": " + why.words()); // said of all of them in one line
        } else {
            info(dataset.id() + ": " + why.words());
        }
    }

    /** About how many files come of it: those that the catalogue counts. */
    private long files(Dataset dataset) {
        return dataset.expectations().stream()
                .filter(expectation -> expectation instanceof Expectation.Count
                        && expectation.scopes().contains(scope))
                .mapToLong(expectation -> ((Expectation.Count) expectation).count())
                .sum();
    }

    @Override
    public void note(Dataset dataset, String sentence) {
        info(dataset.id() + ": " + sentence);
    }

    @Override
    public void doubt(Dataset dataset, String sentence) {
        warn(dataset.id() + ": " + sentence);
    }

    @Override
    public void step(Dataset dataset, String what) {
        board.phase(dataset.id(), what);
        if (mode == ProgressMode.LIVE) {
            log.debug(dataset.id() + ": " + what);
        } else {
            info(dataset.id() + ": " + what);
        }
    }

    @Override
    public void wrote(Dataset dataset, long files) {
        board.files(dataset.id(), files);
    }

    @Override
    public void prepared(Dataset dataset, Receipt receipt) {
        board.ended(dataset.id());
        info(String.format(
                Locale.ROOT,
                "%s: prepared in %s (%,d files, %s)",
                dataset.id(),
                receipt.root(),
                receipt.files(),
                Sizes.text(receipt.bytes())));
    }

    @Override
    public void failed(Dataset dataset, String report) {
        board.ended(dataset.id());
        warn(dataset.id() + ": failed"
                + (alone ? "" : (failFast ? "; the others are given up" : "; the others go on")));
    }

    @Override
    public void waitingForProcess(FetchRequest request) {
        info(request.label() + ": another build is fetching it; waiting");
    }

    @Override
    public void started(FetchRequest request, URI from, long total, long present) {
        if (isLocal(from)) {
            board.phase(request.dataset(), "reading " + request.file());
            log.debug(request.label() + ": reading " + from);
            local.add(request);
            return;
        }
        board.phase(request.dataset(), "fetching " + request.file());
        if (mode != ProgressMode.LIVE) {
            transfers.started(request, from, total, present);
        }
        if (present > 0) {
            info(request.label() + ": going on behind the " + Sizes.text(present) + " that are there");
        }
    }

    @Override
    public void progressed(FetchRequest request, long bytes) {
        board.fetched(request.dataset(), request.file(), bytes);
        if (mode != ProgressMode.LIVE) {
            transfers.progressed(request, bytes);
        }
    }

    @Override
    public void retrying(FetchRequest request, String reason) {
        info(request.label() + ": " + reason + "; going on");
    }

    @Override
    public void corrupted(FetchRequest request, String reason) {
        board.lost(request.dataset(), request.file());
        warn(request.label() + ": " + reason + "; what came of it is thrown away");
    }

    @Override
    public void finished(FetchRequest request, Fetched fetched) {
        if (mode == ProgressMode.LIVE) {
            if (fetched.transferred() > 0 && !local.contains(request)) {
                info(request.label() + ": fetched " + Sizes.text(fetched.transferred()));
            }
        } else {
            transfers.finished(request, fetched);
        }
    }

    /** Files of this machine, such as generated stand-ins, are not downloaded. */
    private static boolean isLocal(URI from) {
        return "file".equals(from.getScheme());
    }

    private void info(String line) {
        display.say(() -> log.info(line));
    }

    private void warn(String line) {
        display.say(() -> log.warn(line));
    }
}
