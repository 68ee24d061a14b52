package io.evaldata.datasets.mojo;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.prepare.Request;
import io.evaldata.datasets.prepare.Verification;
import io.evaldata.datasets.prepare.Verification.Result;
import io.evaldata.datasets.prepare.VerifyListener;
import io.evaldata.datasets.report.VerdictText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
public class VerifyMojo extends AnsweringMojo {
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
        RequestBuilder.Built built = requests().buildForPrepared();
        List<Result> results = look(built.request());
        List<Result> bad = results.stream().filter(result -> !result.isGood()).toList();
        if (repair && !bad.isEmpty()) {
            VerdictText.lines(bad).forEach(getLog()::info);
            for (Result result : bad) {
                if (result.receipt().isEmpty() || result.isDamaged()) {
                    mend(built, result);
                }
            }
            results = look(built.request());
            bad = results.stream().filter(result -> !result.isGood()).toList();
        }
        List<String> lines = new ArrayList<>(VerdictText.lines(results));
        lines.add(VerdictText.summary(results));
        answer(lines, VerdictText.json(results));
        if (!bad.isEmpty()) {
            throw unsound(results, bad);
        }
    }

    /** Makes a dataset again the way its receipt says, so that what is whole stays as it is until the new one is proven. */
    private void mend(RequestBuilder.Built built, Result result) throws IOException, InterruptedException {
        Request again = built.request().again(result.dataset(), result.receipt());
        PreparationRun.requireComplete(new PreparationRun(this).run(new RequestBuilder.Built(again, built.mirror())));
    }

    private DatasetsException unsound(List<Result> all, List<Result> bad) {
        boolean shown = isShown(); // what the answer says is not told a second time
        return new DatasetsException(
                VerdictText.summary(all)
                        + (shown
                                ? "; see above what is wrong with " + ids(bad)
                                : "\n" + String.join("\n", VerdictText.lines(bad))),
                commands.of("verify") + (deep ? " -Ddatasets.deep" : "") + " -Ddatasets.repair mends what is damaged, "
                        + commands.of("prepare")
                        + " makes what is not there; files that do not belong there are yours to remove.");
    }

    private static String ids(List<Result> results) {
        return results.stream().map(result -> result.dataset().id()).collect(Collectors.joining(", "));
    }

    private List<Result> look(Request request) throws IOException {
        ProgressBoard board = new ProgressBoard(System::nanoTime);
        board.planned(request.datasets().size(), 0);
        ProgressMode mode = new BuildConsole(session, getLog()).mode();
        ProgressDisplay display =
                new ProgressDisplay(board, mode, BuildConsole::print, getLog()::info, System::nanoTime).open();
        List<Result> results;
        try {
            results = new Verification(request).verify(deep, counting(board));
        } finally {
            display.close();
        }
        new ProjectOutputs(session).writeReport(request.roots(), "verify.json", VerdictText.json(results));
        return results;
    }

    private static VerifyListener counting(ProgressBoard board) {
        return new VerifyListener() {
            @Override
            public void looking(Dataset dataset, long files) {
                board.begun(dataset.id(), 0, files);
                board.phase(dataset.id(), "verifying");
            }

            @Override
            public void looked(Dataset dataset) {
                board.files(dataset.id(), 1);
            }

            @Override
            public void done(Dataset dataset) {
                board.ended(dataset.id());
            }
        };
    }
}
