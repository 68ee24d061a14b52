package io.evaldata.datasets.mojo;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Dataset;
import io.evaldata.datasets.prepare.Remembered;
import io.evaldata.datasets.prepare.Roots;
import io.evaldata.datasets.prepare.Summary;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Downloads, verifies, unpacks, organises and converts what is missing of the chosen datasets, so that evaluation code
 * opens them as they are. What is there already is left alone; the second run does nothing.
 *
 * <p>One dataset that fails does not stop the others. The build still fails and says for each what to do next.
 */
@Mojo(name = "prepare", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, requiresProject = false, threadSafe = true)
public class PrepareMojo extends DatasetsMojo {
    /**
     * Folders with segmentation configs, or single Python files, to point at the prepared datasets; see the goal
     * {@code configure}.
     *
     * <p>In a POM:<br>
     * {@code <segConfigs>}<br>
     * {@code <segConfig>${project.basedir}/seg_configs</segConfig>}<br>
     * {@code </segConfigs>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.segConfigs")
    private List<File> segConfigs;

    @Inject
    public PrepareMojo(MavenSession session, MojoExecution execution) {
        super(session, execution);
    }

    @Override
    protected void run() throws IOException, InterruptedException {
        Optional<Roots> known = new RequestBuilder(this).soundRoots();
        if (known.isPresent() && isDone(known.get())) {
            return;
        }
        RequestBuilder builder = new RequestBuilder(this);
        RequestBuilder.Built built = builder.build();
        Roots roots = built.request().roots();
        Summary summary = new PreparationRun(this).run(built);
        Optional<DatasetsException> unwired =
                finish(roots, folders(built.request().datasets(), roots), folders(summary.ready(), roots));
        getLog().info(summary.line());
        PreparationRun.requireComplete(summary, unwired);
        try {
            new Remembered(roots, builder.configuration(roots)).remember(built.request());
        } catch (FileSystemException e) { // the datasets are there, in a root that may only be read
            getLog().debug("the next run will look at the receipts again: " + e);
        }
    }

    /** Answers from memory when the very same configuration was carried out before and nothing changed since. */
    private boolean isDone(Roots roots) throws IOException {
        RequestBuilder builder = new RequestBuilder(this);
        boolean lockIsThere = builder.lockFile().map(Files::exists).orElse(true);
        if (locked || (!lockIsThere && !sample) || !Files.isDirectory(roots.state())) {
            return false;
        }
        Optional<Map<String, Path>> unchanged = new Remembered(roots, builder.configuration(roots)).unchanged();
        if (unchanged.isEmpty()) {
            return false;
        }
        Optional<DatasetsException> unwired = finish(roots, unchanged.get(), unchanged.get());
        getLog().info(Summary.lineForUpToDate(unchanged.get().size()));
        if (unwired.isPresent()) {
            throw unwired.get();
        }
        return true;
    }

    /**
     * Tells the project where everything goes, and points the configs at what is there.
     *
     * @return what is wrong with the configs, to be told behind the sums
     */
    private Optional<DatasetsException> finish(Roots roots, Map<String, Path> asked, Map<String, Path> ready)
            throws IOException {
        new ProjectOutputs(session).publish(roots, asked);
        if (GivenValues.writtenFiles(segConfigs).isEmpty()) {
            return Optional.empty();
        }
        try {
            List<Path> configs = new RequestBuilder(this).configs(segConfigs);
            new ConfigWiringRun(configs, new RequestBuilder(this).withOwnConfig(), getLog()).wire(ready, roots, false);
            return Optional.empty();
        } catch (DatasetsException e) {
            return Optional.of(e);
        }
    }

    private static Map<String, Path> folders(Collection<Dataset> datasets, Roots roots) {
        Map<String, Path> folders = new LinkedHashMap<>();
        datasets.forEach(dataset -> folders.put(dataset.id(), roots.of(dataset)));
        return folders;
    }
}
