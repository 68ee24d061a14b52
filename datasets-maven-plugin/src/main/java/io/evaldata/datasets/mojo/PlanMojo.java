package io.evaldata.datasets.mojo;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Mojo;

/** Says what {@code prepare} would do and touches nothing. */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public class PlanMojo extends AbstractMojo {
    @Override
    public void execute() {
        getLog().info("nothing yet");
    }
}
