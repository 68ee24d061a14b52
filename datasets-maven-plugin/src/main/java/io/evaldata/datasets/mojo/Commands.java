package io.evaldata.datasets.mojo;

import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;

/** The commands that messages name, as they work in the folder that this build runs in. */
final class Commands {
    private static final String KEY = "io.evaldata:datasets-maven-plugin";
    private static final String PREFIX = "datasets:";

    private final MavenSession session;
    private final Optional<String> version;

    /**
     * @param execution what runs; null when nobody says
     */
    Commands(MavenSession session, MojoExecution execution) {
        this.session = session;
        this.version = Optional.ofNullable(execution)
                .filter(running -> KEY.equals(running.getGroupId() + ":" + running.getArtifactId()))
                .map(MojoExecution::getVersion);
    }

    /** The command that runs a goal: by the short prefix where Maven knows it, else by the plugin's coordinates. */
    String of(String goal) {
        return "mvn "
                + (isPrefixKnown()
                        ? PREFIX
                        : KEY + version.map(known -> ":" + known).orElse("") + ":")
                + goal;
    }

    /** It was typed just now, or the POM names the plugin. */
    private boolean isPrefixKnown() {
        return session.getGoals().stream().anyMatch(typed -> typed.startsWith(PREFIX))
                || new ProjectOutputs(session)
                        .project()
                        .filter(project -> project.getPlugin(KEY) != null)
                        .isPresent();
    }
}
