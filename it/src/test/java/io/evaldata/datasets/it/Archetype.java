package io.evaldata.datasets.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The archetype of this build, and builds of the projects it generates.
 *
 * <p>Unless datasets are to be downloaded it runs with {@code -o}. What Maven itself needs comes from the local repository of the build that runs the
 * tests, a folder, which Maven reads even offline when told so.
 */
final class Archetype {
    private static final String GENERATE = "org.apache.maven.plugins:maven-archetype-plugin:"
            + System.getProperty("it.archetype-plugin.version") + ":generate";

    private static final String CATALOGUE =
            """
            <archetype-catalog>
              <archetypes>
                <archetype>
                  <groupId>io.evaldata</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                </archetype>
              </archetypes>
            </archetype-catalog>
            """;

    private static final String[] WITHOUT_UNIT_TESTS = {"-Dtest=None", "-Dsurefire.failIfNoSpecifiedTests=false"};

    private Archetype() {}

    /**
     * A build that generates a project into a folder below the given one.
     *
     * @param artifactId also the name of that folder
     * @param properties of the archetype, as {@code name=value}
     */
    static MavenBuild generating(Path folder, String artifactId, String... properties) throws IOException {
        return generating("datasets-archetype", folder, artifactId, properties);
    }

    /** The same, from another archetype of our group. */
    static MavenBuild generating(String archetype, Path folder, String artifactId, String... properties)
            throws IOException {
        Files.writeString(MavenBuild.localRepository().resolve("archetype-catalog.xml"), catalogue(archetype));
        return offline(folder)
                .with(
                        GENERATE,
                        "-DarchetypeCatalog=local",
                        "-DarchetypeGroupId=io.evaldata",
                        "-DarchetypeArtifactId=" + archetype,
                        "-DarchetypeVersion=" + MavenBuild.version(),
                        "-DgroupId=org.example",
                        "-DartifactId=" + artifactId)
                .with(Arrays.stream(properties).map(property -> "-D" + property).toArray(String[]::new));
    }

    /** A build in a generated project. */
    static MavenBuild building(Path project, String... arguments) {
        return offline(project).with(arguments);
    }

    /** The build that prepares and evaluates. */
    static MavenBuild verifying(Path project, String... arguments) {
        return building(project, "verify").with(arguments);
    }

    /** The same without the unit tests of the project. */
    static MavenBuild evaluating(Path project, String... arguments) {
        return verifying(project, arguments).with(WITHOUT_UNIT_TESTS);
    }

    /** The same where datasets may be downloaded. */
    static MavenBuild evaluatingOnline(Path project, String... arguments) {
        return MavenBuild.in(project).with("verify").with(arguments).with(WITHOUT_UNIT_TESTS);
    }

    /** What installing an archetype writes into the local repository. */
    private static String catalogue(String archetype) {
        return CATALOGUE.formatted(archetype, MavenBuild.version());
    }

    private static MavenBuild offline(Path folder) {
        return MavenBuild.in(folder).with("-o", "-Daether.offline.protocols=file");
    }
}
