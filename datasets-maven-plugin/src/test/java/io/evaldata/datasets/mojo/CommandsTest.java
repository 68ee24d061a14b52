package io.evaldata.datasets.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.PlexusContainer;
import org.eclipse.aether.RepositorySystemSession;
import org.junit.jupiter.api.Test;

/** Commands that messages name work where they are shown. */
class CommandsTest {
    private final MojoExecution running = new MojoExecution(plugin(), "list", "default-cli");

    @Test
    void thePrefixIsUsedWhereItWasTyped() throws Exception {
        assertThat(new Commands(session("clean", "datasets:plan"), running).of("list"))
                .isEqualTo("mvn datasets:list");
    }

    @Test
    void elsewhereOutsideOfProjectsTheCoordinatesAre() throws Exception {
        assertThat(new Commands(session("io.evaldata:datasets-maven-plugin:1.2:plan"), running).of("list"))
                .isEqualTo("mvn io.evaldata:datasets-maven-plugin:1.2:list");
    }

    @Test
    void thePrefixIsUsedInProjectsThatNameThePluginAndInNoOthers() throws Exception {
        MavenSession session = session("verify");
        MavenProject project = new MavenProject();
        project.setFile(new File("pom.xml"));
        session.setCurrentProject(project);
        assertThat(new Commands(session, running).of("list")).contains(":1.2:");

        project.setBuild(new Build());
        project.getBuild().addPlugin(plugin());
        assertThat(new Commands(session, running).of("list")).isEqualTo("mvn datasets:list");
    }

    private static Plugin plugin() {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.evaldata");
        plugin.setArtifactId("datasets-maven-plugin");
        plugin.setVersion("1.2");
        return plugin;
    }

    private static MavenSession session(String... goals) throws ReflectiveOperationException {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest().setGoals(List.of(goals));
        return MavenSession.class
                .getConstructor(
                        PlexusContainer.class,
                        RepositorySystemSession.class,
                        MavenExecutionRequest.class,
                        MavenExecutionResult.class)
                .newInstance(null, null, request, new DefaultMavenExecutionResult());
    }
}
