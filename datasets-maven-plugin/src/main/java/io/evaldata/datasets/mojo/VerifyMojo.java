package io.evaldata.datasets.mojo;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.prepare.Request;
import io.evaldata.datasets.prepare.Summary;
import io.evaldata.datasets.prepare.Verification;
import io.evaldata.datasets.prepare.Verification.Result;
import io.evaldata.datasets.report.VerdictText;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Looks at prepared datasets again: by default at what changed since they were prepared, with {@code datasets.deep} at
 * every byte and picture. Without a choice of datasets it looks at all that are prepared. The verdicts are also written
 * as JSON, to {@code target/datasets/verify.json} in a project and to {@code <root>/.datasets/reports/verify.json}
 * elsewhere.
 */
@Mojo(name = "verify", requiresProject = false, threadSafe = true)
public class VerifyMojo extends DatasetsMojo {
    /**
     * Whether to read every file: decode the images, compare contents and label values.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.deep", defaultValue = "false")
    private boolean deep;

    /**
     * Whether to prepare again what is found damaged.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.repair", defaultValue = "false")
    private boolean repair;

    @Inject
    public VerifyMojo(MavenSession session) {
        super(session);
    }

    @Override
    protected void run() throws IOException, InterruptedException {
        RequestBuilder.Built built = new RequestBuilder(this).buildForPrepared();
        List<Result> results = look(built.request());
        List<Result> bad = results.stream().filter(result -> !result.isGood()).toList();
        if (bad.isEmpty()) {
            return;
        }
        if (!repair) {
            throw new DatasetsException(
                    VerdictText.summary(results) + "\n" + String.join("\n", VerdictText.lines(bad)),
                    "mvn datasets:verify -Ddatasets.repair mends what is damaged; mvn datasets:prepare makes what is not"
                            + " there.");
        }
        Verification verification = new Verification(built.request());
        for (Result result : bad) {
            verification.forget(result.dataset());
        }
        Summary summary = new PreparationRun(this).run(built);
        look(built.request());
        PreparationRun.requireComplete(summary);
    }

    private List<Result> look(Request request) throws IOException {
        List<Result> results = new Verification(request).verify(deep);
        VerdictText.lines(results).forEach(getLog()::info);
        getLog().info(VerdictText.summary(results));
        new ProjectOutputs(session).writeReport(request.roots(), "verify.json", VerdictText.json(results));
        return results;
    }
}
