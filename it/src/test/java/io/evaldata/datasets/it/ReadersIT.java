package io.evaldata.datasets.it;

import static io.evaldata.datasets.it.MavenBuild.goal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-ins of sample mode, opened by the readers that people evaluate with. */
class ReadersIT {
    @TempDir
    private static Path temp;

    private static Path root;

    @BeforeAll
    static void prepareAll() throws Exception {
        root = temp.resolve("root");
        MavenBuild.in(Files.createDirectories(temp.resolve("work")))
                .with(goal("prepare"), "-Ddatasets=all", "-Ddatasets.sample=true", "-Ddatasets.root=" + root)
                .run()
                .succeeds()
                .counts(19, 0, 0);
    }

    @Test
    void torchvisionOpensTheClassificationSets() throws Exception {
        Readers.open("classification.py", root.resolve("classification"), root.resolve("imagenet/data/val_images"));
    }

    @Test
    void captionsJoinTheirImages() throws Exception {
        Readers.open("retrieval.py", root);
    }

    @Test
    void imagesPairWithTheirLabelMaps() throws Exception {
        Readers.open("segmentation.py", root.resolve("segmentation"));
    }

    @Test
    void writtenConfigsRunAsPythonAndFindTheirData() throws Exception {
        Path configs = temp.resolve("it's seg configs");
        configure(configs).succeeds();
        Readers.open("segmentation.py", root.resolve("segmentation"), configs);
        Map<String, String> times = PreparedTree.times(configs);
        configure(configs).succeeds();
        assertThat(PreparedTree.times(configs)).isEqualTo(times);
    }

    @Test
    void theDifferenceIsShownAndNothingChangedInADryRun() throws Exception {
        Path configs = temp.resolve("dry");
        configure(configs, "-Ddatasets.dryRun=true").succeeds().says("cfg_voc21.py", "data_root");
        assertThat(configs).doesNotExist();
    }

    @Test
    void everythingIsFoundGoodToTheLastByte() throws Exception {
        run("verify", "-Ddatasets.deep=true").succeeds();
    }

    private static MavenRun configure(Path configs, String... more) throws Exception {
        String[] arguments = Arrays.copyOf(more, more.length + 1);
        arguments[more.length] = "-Ddatasets.segConfigs=" + configs;
        return run("configure", arguments);
    }

    private static MavenRun run(String goal, String... more) throws Exception {
        return MavenBuild.in(temp.resolve("work"))
                .with(goal(goal), "-Ddatasets.sample=true", "-Ddatasets.root=" + root)
                .with(more)
                .run();
    }
}
