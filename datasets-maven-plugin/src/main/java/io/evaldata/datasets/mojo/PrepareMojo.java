package io.evaldata.datasets.mojo;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.download.Fetcher;
import io.evaldata.datasets.prepare.Outcome;
import io.evaldata.datasets.prepare.Preparation;
import io.evaldata.datasets.prepare.Request;
import io.evaldata.datasets.prepare.Summary;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Downloads, verifies, unpacks, organises and converts what is missing of the chosen datasets, so that evaluation code
 * opens them as they are. What is there already is left alone; the second run does nothing.
 *
 * <p>One dataset that fails does not stop the others. The build still fails and says for each what to do next.
 */
@Mojo(name = "prepare", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, requiresProject = false, threadSafe = true)
public class PrepareMojo extends DatasetsMojo {
    @Inject
    public PrepareMojo(MavenSession session) {
        super(session);
    }

    @Override
    protected void run() throws IOException, InterruptedException {
        RequestBuilder.Built built = new RequestBuilder(this).build();
        Request request = built.request();
        Cache cache = Cache.at(request.fetching().cache(), request.fetching().manualDir());
        Summary summary;
        BuildLog log = new BuildLog(getLog(), new TransferProgress(session));
        try (Fetcher fetcher = SessionFetcher.open(session, built, cache, connections)) {
            summary = new Preparation(request, cache, fetcher, log).run();
        }
        new ProjectOutputs(session).publish(request);
        getLog().info(summary.line());
        if (!summary.isComplete()) {
            throw failure(summary);
        }
    }

    private static DatasetsException failure(Summary summary) {
        StringBuilder message = new StringBuilder(summary.line());
        for (Outcome outcome : summary.outcomes()) {
            if (!outcome.report().isEmpty()) {
                message.append("\n").append(outcome.report());
            }
        }
        return new DatasetsException(message.toString(), "");
    }
}
