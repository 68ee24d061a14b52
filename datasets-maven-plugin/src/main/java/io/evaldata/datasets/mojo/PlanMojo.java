package io.evaldata.datasets.mojo;

import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.prepare.Plan;
import io.evaldata.datasets.prepare.Request;
import io.evaldata.datasets.report.PlanText;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;

/** Says what {@code prepare} would do: bytes to fetch, what needs a login, what is there already. Touches nothing. */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public class PlanMojo extends DatasetsMojo {
    @Inject
    public PlanMojo(MavenSession session, MojoExecution execution) {
        super(session, execution);
    }

    @Override
    protected void run() throws IOException {
        Request request = new RequestBuilder(this).build().request();
        Cache cache = Cache.at(request.fetching().cache(), request.fetching().manualDir());
        PlanText.lines(Plan.of(request, cache)).forEach(getLog()::info);
    }
}
