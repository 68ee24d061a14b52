package io.evaldata.datasets.mojo;

import io.evaldata.datasets.catalog.Family;
import io.evaldata.datasets.prepare.Roots;
import java.io.File;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides where datasets go: on the command line, in the POM, or by default; stand-ins never among real data. */
final class GivenRoots {
    private final DatasetsMojo mojo;
    private final GivenPaths paths;
    private final ProjectOutputs project;
    private final List<String> problems;

    /**
     * @param problems where to tell what is wrong with one
     */
    GivenRoots(DatasetsMojo mojo, GivenPaths paths, List<String> problems) {
        this.mojo = mojo;
        this.paths = paths;
        this.project = new ProjectOutputs(mojo.session);
        this.problems = problems;
    }

    /** The roots asked for. */
    Roots roots() {
        Map<Family, Path> families = new EnumMap<>(Family.class);
        mojo.givenRoots()
                .forEach((family, file) -> families.put(family, paths.path(file, "datasets.root." + family.key())));
        Path root = givenRoot().map(file -> paths.path(file, "datasets.root")).orElseGet(this::defaultRoot);
        if (mojo.sample && !isMeantForSamples()) {
            // Stand-ins stay below one root, which no real data shares: elsewhere they could come among it.
            families.entrySet()
                    .removeIf(given -> !mojo.given.isTyped(
                                    "datasets.root." + given.getKey().key())
                            && !given.getValue()
                                    .toAbsolutePath()
                                    .normalize()
                                    .startsWith(root.toAbsolutePath().normalize()));
        }
        Roots made = Roots.of(root, families);
        if (!mojo.sample) {
            insideTarget(made.root(), "datasets.root");
            families.forEach((family, path) -> insideTarget(path, "datasets.root." + family.key()));
        }
        return made;
    }

    /** A POM that asks for stand-ins gives family roots for them; where only the command line does, for real data. */
    private boolean isMeantForSamples() {
        return !mojo.given.isTyped("datasets.sample");
    }

    /** What is said on the command line goes before what the POM says. */
    private Optional<File> givenRoot() {
        String typed = mojo.session.getUserProperties().getProperty("datasets.root", "");
        if (typed.isBlank()) {
            return Optional.ofNullable(mojo.root);
        }
        Path base = project.project().map(p -> p.getBasedir().toPath()).orElse(Path.of(""));
        String resolved = typed.strip().replace("${user.home}", paths.home().toString());
        return Optional.of(base.resolve(resolved).toAbsolutePath().toFile());
    }

    private Path defaultRoot() {
        if (!mojo.sample) {
            return paths.home().resolve("datasets");
        }
        return project.project()
                .map(p -> Path.of(p.getBuild().getDirectory(), "datasets-sample"))
                .orElse(paths.home().resolve("datasets-sample"));
    }

    /** Data that {@code mvn clean} would delete is data lost. */
    private void insideTarget(Path path, String parameter) {
        project.project().map(p -> Path.of(p.getBuild().getDirectory())).ifPresent(target -> {
            if (path.toAbsolutePath()
                    .normalize()
                    .startsWith(target.toAbsolutePath().normalize())) {
                problems.add(parameter + " is " + path + ", inside " + target
                        + ", which mvn clean deletes; set it to a folder outside");
            }
        });
    }
}
