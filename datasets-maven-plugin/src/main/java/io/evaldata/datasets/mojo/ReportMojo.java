package io.evaldata.datasets.mojo;

import io.evaldata.datasets.prepare.Request;
import io.evaldata.datasets.prepare.Verification;
import io.evaldata.datasets.prepare.Verification.Result;
import io.evaldata.datasets.report.DatasetsReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes a page about the prepared datasets, {@code index.html}, that needs no network and opens from disk: verdicts,
 * sources, terms and citations, counts per split and class, picture sizes, and contact sheets with captions, classes or
 * label maps; and the same as {@code report.json}. Without a choice of datasets it shows all that are prepared. Damaged
 * ones are shown as such and do not fail the build.
 */
@Mojo(name = "report", requiresProject = false, threadSafe = true)
public class ReportMojo extends DatasetsMojo {
    /**
     * Whether to read every file for the verdicts: decode the images, compare contents and label values.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.deep", defaultValue = "false")
    private boolean deep;

    /**
     * Where the report goes. Defaults to {@code target/datasets/report} in a project and to
     * {@code <root>/.datasets/reports} elsewhere.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.report.outputDirectory")
    private File reportOutputDirectory;

    @Inject
    public ReportMojo(MavenSession session, MojoExecution execution) {
        super(session, execution);
    }

    @Override
    protected void run() throws IOException {
        Request request = new RequestBuilder(this).buildForPrepared().request();
        List<Result> results = new Verification(request).verify(deep);
        DatasetsReport report = DatasetsReport.of(request, results, deep, Clock.systemUTC(), result -> getLog().info(
                        result.dataset().id() + ": looking it over"));
        getLog().info("report: " + report.write(folder(request)));
    }

    private Path folder(Request request) {
        if (reportOutputDirectory != null) {
            return reportOutputDirectory.toPath().toAbsolutePath();
        }
        return new ProjectOutputs(session)
                .project()
                .map(project -> Path.of(project.getBuild().getDirectory(), "datasets", "report"))
                .orElse(request.roots().state().resolve("reports"));
    }
}
