package io.evaldata.datasets.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same project on every line of Maven. */
class MavenLinesIT {
    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource
    void preparesInTheLifecycleAndIsUpToDateTheSecondTimeAndOffline(Distribution maven) throws Exception {
        Path folder = Projects.preparingAndTelling(
                temp.resolve("project"),
                "<sample>true</sample><datasets>dtd,voc2012</datasets>".indent(10),
                "${datasets.voc2012.root}\n");
        List<String> arguments = List.of("verify", "-Dmaven.plugin.validation=VERBOSE");
        MavenRun first = build(folder, maven, arguments).run().succeeds().counts(2, 0, 0);
        assertThat(first.log().lines().filter(MavenLinesIT::isComplaint))
                .as(first::toString)
                .isEmpty();
        assertThat(folder.resolve("target/evaluated/told.txt"))
                .hasContent(folder.resolve("target/datasets-sample/segmentation/VOCdevkit/VOC2012")
                        .toString());
        build(folder, maven, arguments).run().succeeds().counts(0, 2, 0);
        build(folder, maven, arguments).with("-o").run().succeeds().counts(0, 2, 0);
    }

    private static MavenBuild build(Path folder, Distribution maven, List<String> arguments) {
        return MavenBuild.in(folder).on(maven).with(arguments.toArray(String[]::new));
    }

    /** Warnings that name us, and what Maven 3.9 and 4 report about plugins. */
    private static boolean isComplaint(String line) {
        boolean warning = line.startsWith("[WARNING]") || line.startsWith("[ERROR]");
        return warning && (line.contains("datasets") || line.contains("validation"));
    }
}
