package io.evaldata.datasets.mojo;

import io.evaldata.datasets.prepare.Summary;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
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
     * <pre>{@code
     * <segConfigs>
     *   <segConfig>${project.basedir}/seg_configs</segConfig>
     * </segConfigs>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.segConfigs")
    private List<File> segConfigs;

    @Inject
    public PrepareMojo(MavenSession session) {
        super(session);
    }

    @Override
    protected void run() throws IOException, InterruptedException {
        RequestBuilder.Built built = new RequestBuilder(this).build();
        Summary summary = new PreparationRun(this).run(built);
        new ProjectOutputs(session).publish(built.request());
        if (segConfigs != null && !segConfigs.isEmpty()) {
            new ConfigWiringRun(segConfigs, getLog())
                    .wire(summary.ready(), built.request().roots(), false);
        }
        getLog().info(summary.line());
        PreparationRun.requireComplete(summary);
    }
}
