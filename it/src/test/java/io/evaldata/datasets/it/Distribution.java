package io.evaldata.datasets.it;

import java.nio.file.Path;

/** A Maven that test builds run on. */
enum Distribution {
    /** The one that runs this build. */
    RUNNING(Path.of(System.getProperty("it.maven.home"))),
    /** The oldest that the plugin supports. */
    MAVEN_3_6(unpacked("3.6.3")),
    /** The current stable line. */
    MAVEN_3_9(unpacked("3.9.16")),
    /** The coming line. */
    MAVEN_4_0(unpacked("4.0.0-rc-6"));

    private final Path home;

    Distribution(Path home) {
        this.home = home;
    }

    /** The script that starts it. */
    Path command() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return home.resolve("bin").resolve(windows ? "mvn.cmd" : "mvn");
    }

    private static Path unpacked(String version) {
        return Path.of(System.getProperty("it.distributions"), "apache-maven-" + version);
    }
}
