package io.evaldata.datasets.mojo;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.prepare.Request;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Points segmentation configs at the dataset roots: writes the eight configs into a folder that has none, and rewrites in
 * those that are there (a COSMOS, SCLIP or mmsegmentation checkout) nothing but the value of {@code data_root}, and of
 * {@code dataset_root} in a Python file named in {@code segConfigs}.
 */
@Mojo(name = "configure", requiresProject = false, threadSafe = true)
public class ConfigureMojo extends DatasetsMojo {
    /**
     * Folders with configs, or single Python files.
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

    /**
     * Whether to show the difference and change nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "datasets.dryRun", defaultValue = "false")
    private boolean dryRun;

    @Inject
    public ConfigureMojo(MavenSession session, MojoExecution execution) {
        super(session, execution);
    }

    @Override
    protected void run() throws IOException {
        if (GivenValues.writtenFiles(segConfigs).isEmpty()) {
            throw new DatasetsException(
                    "no configs are named",
                    "Set -Ddatasets.segConfigs= (or <segConfigs> in the POM) to the folder to write them into, or to the"
                            + " folder of your own ones.");
        }
        Request request =
                new RequestBuilder(this).buildOr(List.of("segmentation")).request();
        Map<String, Path> folders = new LinkedHashMap<>();
        request.datasets()
                .forEach(dataset -> folders.put(dataset.id(), request.roots().of(dataset)));
        new ConfigWiringRun(
                        new RequestBuilder(this).configs(segConfigs),
                        new RequestBuilder(this).withOwnConfig(),
                        getLog())
                .wire(folders, request.roots(), dryRun);
    }
}
