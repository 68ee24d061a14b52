package io.evaldata.datasets.it;

import static io.evaldata.datasets.it.MavenBuild.version;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short name {@code datasets:} where no POM names the plugin. */
class PrefixIT {
    private static final String INSTALL_FILE = "org.apache.maven.plugins:maven-install-plugin:"
            + System.getProperty("it.install-plugin.version") + ":install-file";

    private static final String GROUPS = "<pluginGroups><pluginGroup>io.evaldata</pluginGroup></pluginGroups>";

    @TempDir
    private Path temp;

    /** Before 3.9 Maven does not note the prefix of a plugin that it installs. */
    @Test
    void worksByThePluginGroupWhereMaven39InstalledThePlugin() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("work"));
        Path installed = MavenBuild.localRepository().resolve("io/evaldata/datasets-maven-plugin/" + version());
        String name = "datasets-maven-plugin-" + version();
        Path jar = Files.copy(installed.resolve(name + ".jar"), temp.resolve("plugin.jar"));
        Path pom = Files.copy(installed.resolve(name + ".pom"), temp.resolve("plugin.pom"));
        MavenBuild.in(folder)
                .on(Distribution.MAVEN_3_9)
                .with("-o", "-Daether.offline.protocols=file", INSTALL_FILE, "-Dfile=" + jar, "-DpomFile=" + pom)
                .run()
                .succeeds();
        for (Distribution maven : new Distribution[] {Distribution.MAVEN_3_6, Distribution.MAVEN_3_9}) {
            MavenBuild.in(folder)
                    .on(maven)
                    .settings(GROUPS)
                    .with("-o", "-Daether.offline.protocols=file", "datasets:list")
                    .run()
                    .succeeds()
                    .says("oxford_pets");
        }
    }
}
