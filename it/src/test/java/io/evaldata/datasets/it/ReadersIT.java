package io.evaldata.datasets.it;

import static io.evaldata.datasets.it.MavenBuild.goal;

import java.nio.file.Files;
import java.nio.file.Path;
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
}
