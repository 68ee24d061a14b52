package io.evaldata.datasets.mojo;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.download.Fetcher;
import io.evaldata.datasets.download.HostsUnreachable;
import io.evaldata.datasets.prepare.Probing;
import io.evaldata.datasets.prepare.Probing.Result;
import io.evaldata.datasets.prepare.Request;
import io.evaldata.datasets.report.ProbeText;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Asks every source and mirror of the chosen datasets, with one small request each, whether it is alive, moved, changed,
 * gated or slow, and thereby every credential whether it works. Downloads nothing. Fails when a dataset could not be
 * fetched from anywhere, for a nightly job. The findings are also written as JSON, to {@code target/datasets/probe.json}
 * in a project and to {@code <root>/.datasets/reports/probe.json} elsewhere.
 */
@Mojo(name = "probe", requiresProject = false, threadSafe = true)
public class ProbeMojo extends AnsweringMojo {
    @Inject
    public ProbeMojo(MavenSession session, MojoExecution execution) {
        super(session, execution);
    }

    @Override
    protected void run() throws IOException {
        RequestBuilder.Built built = requests().buildOr(List.of("all"));
        Request request = built.request();
        if (request.fetching().offline() && built.mirror().isEmpty()) {
            throw new DatasetsException("probe asks servers, and Maven is offline", "Run it without -o.");
        }
        if (request.sample()) {
            getLog().warn("datasets.sample is set: these are the stand-ins on this machine, nobody else was asked."
                    + " Run it with -Ddatasets.sample=false, or without <sample>, to ask the publishers");
        }
        Cache files = Cache.at(request.fetching().cache(), request.fetching().manualDir());
        try (Fetcher fetcher = SessionFetcher.open(session, built, files, connections)) {
            Probing probing = new Probing(request, files, fetcher);
            List<Result> results = probing.probe();
            answer(ProbeText.lines(results), ProbeText.json(results));
            keep("probe.json", request.roots(), ProbeText.json(results));
            List<String> gone =
                    probing.unavailable(results).stream().map(Dataset::id).toList();
            if (!gone.isEmpty()) {
                throw new DatasetsException(
                        gone.size() + " of " + request.datasets().size() + " datasets cannot be fetched from anywhere: "
                                + String.join(", ", gone),
                        Probing.nobodyAnswered(results)
                                ? HostsUnreachable.QUESTION
                                : "The lines above say why, address by address; files can be fetched by hand into"
                                        + " datasets.manualDir.");
            }
        }
    }
}
