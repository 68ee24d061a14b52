package io.evaldata.datasets.mojo;

import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.download.FetchRequest;
import io.evaldata.datasets.download.Fetched;
import io.evaldata.datasets.prepare.PrepareListener;
import io.evaldata.datasets.prepare.Receipt;
import io.evaldata.datasets.prepare.Sizes;
import java.net.URI;
import org.apache.maven.plugin.logging.Log;

/** Makes sentences of what happens, in the build's log; the movement of bytes goes through Maven's own progress display. */
final class BuildLog implements PrepareListener {
    private final Log log;
    private final TransferProgress transfers;

    BuildLog(Log log, TransferProgress transfers) {
        this.log = log;
        this.transfers = transfers;
    }

    @Override
    public void upToDate(Dataset dataset) {
        log.debug(dataset.id() + ": up to date");
    }

    @Override
    public void preparing(Dataset dataset, String why) {
        log.info(dataset.id() + ": " + why);
    }

    @Override
    public void note(Dataset dataset, String sentence) {
        log.info(dataset.id() + ": " + sentence);
    }

    @Override
    public void step(Dataset dataset, String what) {
        log.info(dataset.id() + ": " + what);
    }

    @Override
    public void prepared(Dataset dataset, Receipt receipt) {
        log.info(String.format(
                "%s: prepared in %s (%,d files, %s)",
                dataset.id(), receipt.root(), receipt.files(), Sizes.text(receipt.bytes())));
    }

    @Override
    public void failed(Dataset dataset, String report) {
        log.warn(dataset.id() + ": failed; the others go on");
    }

    @Override
    public void waiting(FetchRequest request) {
        log.info(request.label() + ": another build is fetching it; waiting");
    }

    @Override
    public void started(FetchRequest request, URI from, long total, long present) {
        transfers.started(request, from, total, present);
        if (present > 0) {
            log.info(request.label() + ": going on behind the " + Sizes.text(present) + " that are there");
        }
    }

    @Override
    public void progressed(FetchRequest request, long bytes) {
        transfers.progressed(request, bytes);
    }

    @Override
    public void retrying(FetchRequest request, String reason) {
        log.info(request.label() + ": " + reason + "; going on");
    }

    @Override
    public void corrupted(FetchRequest request, String reason) {
        log.warn(request.label() + ": " + reason + "; fetching it anew");
    }

    @Override
    public void finished(FetchRequest request, Fetched fetched) {
        transfers.finished(request, fetched);
    }
}
