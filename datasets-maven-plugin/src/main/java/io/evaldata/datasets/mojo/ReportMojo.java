package io.evaldata.datasets.mojo;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.prepare.Request;
import io.evaldata.datasets.prepare.Roots;
import io.evaldata.datasets.prepare.Verification;
import io.evaldata.datasets.prepare.Verification.Result;
import io.evaldata.datasets.report.DatasetsReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;

/**
 * Writes a page about the prepared datasets, {@code index.html}, that needs no network and opens from disk: verdicts,
 * sources, terms and citations, counts per split and class, picture sizes, and contact sheets with captions, classes or
 * label maps; and the same as {@code report.json}. Without a choice of datasets it shows all that are prepared. Damaged
 * ones are shown as such and do not fail the build.
 *
 * <p>Named in {@code <reporting>} it is also a page of {@code mvn site}, with a table of the datasets and a link to that
 * page; this needs maven-site-plugin 3.21.0 or newer. It is configured there, as Maven hands a report nothing of what
 * stands in {@code <build>}.
 */
@Mojo(name = "report", requiresProject = false, threadSafe = true)
public class ReportMojo extends DatasetsMojo implements MavenReport {
    /** The folder in a site, and the name of the page that leads there. */
    private static final String IN_SITE = "datasets";

    /**
     * Whether to read every file for the verdicts: decode the images, compare contents and label values.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.deep", defaultValue = "false")
    private boolean deep;

    /**
     * Where the report goes. Defaults to {@code target/datasets/report} in a project and to
     * {@code <root>/.datasets/reports} elsewhere. In a site it is {@code datasets}, whatever is said here.
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
        getLog().info("report: " + look(request).write(folder(request)));
    }

    /** Writes the report into the site, and the page of the site that leads to it. */
    @Override
    public void generate(Sink sink, Locale locale) throws MavenReportException {
        try {
            DatasetsReport report =
                    look(new RequestBuilder(this).buildForPrepared().request());
            report.write(reportOutputDirectory.toPath().resolve(IN_SITE));
            new SitePage(sink).write(report.lines(), IN_SITE + "/index.html");
        } catch (DatasetsException e) {
            throw new MavenReportException(e.report(), e);
        } catch (IOException e) {
            throw new MavenReportException("could not read or write: " + e, e);
        }
    }

    private DatasetsReport look(Request request) throws IOException {
        List<Result> results = new Verification(request).verify(deep);
        return DatasetsReport.of(request, results, deep, Clock.systemUTC(), result -> getLog().info(
                        result.dataset().id() + ": looking it over"));
    }

    private Path folder(Request request) {
        if (reportOutputDirectory != null) {
            return reportOutputDirectory.toPath().toAbsolutePath();
        }
        return new ProjectOutputs(session)
                .folder()
                .map(folder -> folder.resolve("report"))
                .orElse(request.roots().state().resolve("reports"));
    }

    /** A site of a project whose data is elsewhere gets no page; nor does it fail. */
    @Override
    public boolean canGenerateReport() throws MavenReportException {
        if (skip) {
            getLog().info("skipped (datasets.skip)");
            return false;
        }
        try {
            Optional<Roots> roots = new RequestBuilder(this).soundRoots();
            boolean chosen = datasets != null && !datasets.isEmpty();
            if (chosen || roots.isEmpty() || !Verification.prepared(roots.get()).isEmpty()) {
                return true;
            }
            getLog().info("no datasets are chosen, and none are prepared in "
                    + roots.get().root() + ": the site has no page about them");
            return false;
        } catch (IOException e) {
            throw new MavenReportException("could not read or write: " + e, e);
        }
    }

    @Override
    public boolean isExternalReport() {
        return false;
    }

    @Override
    public String getOutputPath() {
        return IN_SITE;
    }

    /** The former name of {@link #getOutputPath}; the interface still demands it. */
    @Override
    @Deprecated
    public String getOutputName() {
        return IN_SITE;
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public String getName(Locale locale) {
        return SitePage.TITLE;
    }

    @Override
    public String getDescription(Locale locale) {
        return "What the evaluation datasets hold, and whether they are whole.";
    }

    @Override
    public File getReportOutputDirectory() {
        return reportOutputDirectory;
    }

    /** Called by Maven with what is configured, and by the site with its own folder. */
    @Override
    public void setReportOutputDirectory(File folder) {
        reportOutputDirectory = folder;
    }
}
