package io.evaldata.datasets.mojo;

import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.prepare.LineRate;
import io.evaldata.datasets.prepare.Plan;
import io.evaldata.datasets.prepare.Request;
import io.evaldata.datasets.report.PlanJson;
import io.evaldata.datasets.report.PlanText;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Says what {@code prepare} would do: bytes to fetch and how long that takes, disk when done and at the peak, what each
 * way costs, which terms, logins and dead sources need your hand first, what is there already. Touches nothing and asks
 * no server.
 */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public class PlanMojo extends AnsweringMojo {
    /**
     * How fast your line is, for foretelling times: a number with kbit/s, Mbit/s, Gbit/s, kB/s, MB/s or GB/s; a bare
     * number is of Mbit/s.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.rate", defaultValue = "100 Mbit/s")
    private String rate;

    @Inject
    public PlanMojo(MavenSession session, MojoExecution execution) {
        super(session, execution);
    }

    @Override
    protected void run() throws IOException {
        RequestBuilder requests = requests();
        LineRate line = requests.rate(rate);
        Request request = requests.build().request();
        Cache cache = Cache.at(request.fetching().cache(), request.fetching().manualDir());
        Plan plan = Plan.of(request, cache);
        answer(PlanText.lines(plan, line), PlanJson.of(plan, line));
    }
}
