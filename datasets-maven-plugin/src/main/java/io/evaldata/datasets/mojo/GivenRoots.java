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
        if (mojo.sample) {
            // Stand-ins stay below their own root: elsewhere they could come among real data.
            families.values().removeIf(path -> !path.toAbsolutePath()
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

    /**
     * What is said on the command line goes before what the POM says. A POM's root is that of the real data: stand-ins go
     * there only when the POM asks for them beside it, never when just the command line does.
     */
    private Optional<File> givenRoot() {
        String typed = mojo.session.getUserProperties().getProperty("datasets.root", "");
        if (typed.isBlank()) {
            boolean meant = !mojo.sample || (mojo.given.isInPom("sample") && !mojo.given.isTyped("datasets.sample"));
            return Optional.ofNullable(mojo.root).filter(root -> meant);
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
