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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Looks at prepared datasets again: by default whether files were added or removed, and at counts and lists; sizes and
 * contents of files are compared with {@code datasets.deep}, which reads every byte and decodes every picture. Without a
 * choice of datasets it looks at all that are prepared. The verdicts are also written as JSON, to
 * {@code target/datasets/verify.json} in a project and to {@code <root>/.datasets/reports/verify.json} elsewhere.
 */
@Mojo(name = "verify", requiresProject = false, threadSafe = true)
public class VerifyMojo extends AnsweringMojo {
    /**
     * Whether to read every file: decode the images, compare sizes, contents and label values. Without it only files
     * added or removed, counts and lists are looked at.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.deep", defaultValue = "false")
    private boolean deep;

    /**
     * Whether to prepare again what is found damaged. Files that this plugin did not make stay; move them elsewhere.
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
        Set<String> madeAgain = new HashSet<>();
        if (repair && !bad.isEmpty()) {
            VerdictText.lines(bad).forEach(getLog()::info);
            for (Result result : bad) {
                if (result.receipt().isEmpty() || result.isDamaged()) {
                    mend(built, result);
                    madeAgain.add(result.dataset().id());
                }
            }
            results = look(built.request());
            bad = results.stream().filter(result -> !result.isGood()).toList();
        }
        List<String> lines = new ArrayList<>(VerdictText.lines(results));
        lines.add(VerdictText.summary(results));
        answer(lines, VerdictText.json(results));
        if (!bad.isEmpty()) {
            throw unsound(results, bad, madeAgain);
        }
    }

    /** Makes a dataset again the way its receipt says, so that what is whole stays as it is until the new one is proven. */
    private void mend(RequestBuilder.Built built, Result result) throws IOException, InterruptedException {
        Request again = built.request().again(result.dataset(), result.receipt());
        PreparationRun.requireComplete(new PreparationRun(this).run(new RequestBuilder.Built(again, built.mirror())));
    }

    private DatasetsException unsound(List<Result> all, List<Result> bad, Set<String> madeAgain) {
        boolean shown = isShown(); // what the answer says is not told a second time
        String verify = commands.of("verify") + (deep ? " -Ddatasets.deep" : "");
        return new DatasetsException(
                VerdictText.summary(all)
                        + (shown
                                ? "; see above what is wrong with " + VerifyAdvice.ids(bad)
                                : "\n" + String.join("\n", VerdictText.lines(bad))),
                new VerifyAdvice(verify, commands.of("prepare"), madeAgain).on(bad));
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
        keep("verify.json", request.roots(), VerdictText.json(results));
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
