package io.evaldata.datasets.mojo;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.prepare.Request;
import io.evaldata.datasets.prepare.Verification;
import io.evaldata.datasets.prepare.Verification.Result;
import io.evaldata.datasets.report.VerdictText;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
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
    public VerifyMojo(MavenSession session, MojoExecution execution) {
        super(session, execution);
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
            throw unsound(results, bad);
        }
        for (Result result : bad) {
            if (result.receipt().isEmpty() || result.isDamaged()) {
                mend(built, result);
            }
        }
        List<Result> mended = look(built.request());
        List<Result> still = mended.stream().filter(result -> !result.isGood()).toList();
        if (!still.isEmpty()) {
            throw unsound(mended, still);
        }
    }

    /** Makes a dataset again the way its receipt says, so that what is whole stays as it is until the new one is proven. */
    private void mend(RequestBuilder.Built built, Result result) throws IOException, InterruptedException {
        Request again = built.request().again(result.dataset(), result.receipt());
        PreparationRun.requireComplete(new PreparationRun(this).run(new RequestBuilder.Built(again, built.mirror())));
    }

    private DatasetsException unsound(List<Result> all, List<Result> bad) {
        return new DatasetsException(
                VerdictText.summary(all) + "\n" + String.join("\n", VerdictText.lines(bad)),
                "mvn datasets:verify " + (deep ? "-Ddatasets.deep " : "")
                        + "-Ddatasets.repair mends what is damaged, mvn datasets:prepare makes what is not there;"
                        + " files that do not belong there are yours to remove.");
    }

    private List<Result> look(Request request) throws IOException {
        List<Result> results = new Verification(request).verify(deep);
        VerdictText.lines(results).forEach(getLog()::info);
        getLog().info(VerdictText.summary(results));
        new ProjectOutputs(session).writeReport(request.roots(), "verify.json", VerdictText.json(results));
        return results;
    }
}
