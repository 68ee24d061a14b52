package io.evaldata.datasets.mojo;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;

/** Makes paths of what Maven made of the user's words. */
final class GivenPaths {
    private final Path home;
    private final List<String> problems;

    /**
     * @param problems where to tell what is wrong with one
     */
    GivenPaths(MavenSession session, List<String> problems) {
        this.home = Path.of(session.getSystemProperties().getProperty("user.home", ""));
        this.problems = problems;
    }

    /** The user's home folder. */
    Path home() {
        return home;
    }

    /** Some goals run without a POM, where Maven leaves expressions as they are: never make a folder named after one. */
    Path path(File file, String parameter) {
        String text = file.getPath().replace("${user.home}", home.toString());
        if (text.contains("${")) {
            problems.add(parameter + " is '" + text.substring(text.indexOf("${"))
                    + "', an expression that could not be resolved here; give a path");
        }
        // Maven has made "~/data" a path below the project by now, as no shell expands it behind "-Ddatasets.root=".
        String tilde = File.separator + "~" + File.separator;
        if (text.endsWith(File.separator + "~")) {
            return home;
        }
        int at = text.indexOf(tilde);
        return at < 0 ? Path.of(text) : home.resolve(text.substring(at + tilde.length()));
    }
}
