package io.evaldata.datasets.it;

import static io.evaldata.datasets.it.MavenBuild.goal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users get wrong, and what they are told. */
class MistakesIT {
    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(temp.resolve("work"));
    }

    @Test
    void anUnknownDatasetNamesTheNearestOneAndTheGoalThatListsThem() throws Exception {
        MavenBuild.in(folder)
                .with(goal("prepare"), "-Ddatasets=citiscapes")
                .run()
                .fails()
                .says("there is no dataset 'citiscapes'; did you mean 'cityscapes'?", goal("list") + " shows all");
    }

    @Test
    void allMistakesAreToldAtOnceBeforeAnythingHappens() throws Exception {
        Path root = temp.resolve("untouched");
        MavenBuild.in(folder)
                .with(
                        goal("prepare"),
                        "-Ddatasets=cocoo,dtd",
                        "-Ddatasets.root=" + root,
                        "-Ddatasets.scope=half",
                        "-Ddatasets.pillowVersion=10.0",
                        "-Ddatasets.mirror=ftp://mirror.example",
                        "-Ddatasets.threads=0",
                        "-Ddatasets.acceptTerms=imagnet")
                .run()
                .fails()
                .says(
                        "6 mistakes in the configuration",
                        "'cocoo'",
                        "datasets.scope",
                        "datasets.pillowVersion",
                        "datasets.mirror",
                        "datasets.threads",
                        "did you mean 'imagenet'?",
                        "Nothing was fetched or changed.");
        assertThat(root).doesNotExist();
    }

    @Test
    void aMisspelledTrueIsNoFalse() throws Exception {
        Path root = temp.resolve("untouched");
        MavenBuild.in(folder)
                .with(goal("prepare"), "-Ddatasets=dtd", "-Ddatasets.root=" + root, "-Ddatasets.sample=ture")
                .run()
                .fails()
                .says("datasets.sample is 'ture'; expected true or false", "Nothing was fetched or changed.");
        assertThat(root).doesNotExist();
    }

    @Test
    void aMisspelledElementValueInThePomIsNoFalse() throws Exception {
        Projects.preparing(folder, "<datasets>dtd</datasets><sample>yes</sample>".indent(10));
        MavenBuild.in(folder).with("verify").run().fails().says("datasets.sample is 'yes'; expected true or false");
    }

    @Test
    void aMisspelledPropertyNamesTheNearestOne() throws Exception {
        MavenBuild.in(folder)
                .with(goal("prepare"), "-Ddatasets=dtd", "-Ddatasets.sampel=true", "-Ddatasets.thread=2")
                .run()
                .fails()
                .says(
                        "2 mistakes in the configuration",
                        "there is no parameter datasets.sampel; did you mean datasets.sample?",
                        "there is no parameter datasets.thread; did you mean datasets.threads?");
    }

    @Test
    void mistakesAreToldAlsoWhenEverythingIsUpToDate() throws Exception {
        MavenBuild.in(folder)
                .with(goal("prepare"), "-Ddatasets=dtd", "-Ddatasets.sample=true")
                .run()
                .succeeds();
        MavenBuild.in(folder)
                .with(goal("prepare"), "-Ddatasets=dtd", "-Ddatasets.sample=true", "-Ddatasets.threads=0")
                .run()
                .fails()
                .says("datasets.threads is 0");
    }

    @Test
    void aRootThatNobodyCanMakeIsSaidSo() throws Exception {
        Path file = Files.createFile(temp.resolve("file"));
        MavenBuild.in(folder)
                .with(goal("prepare"), "-Ddatasets=dtd", "-Ddatasets.root=" + file.resolve("below"))
                .run()
                .fails()
                .says(file + " is a file; set datasets.root to another folder");
        MavenBuild.in(folder)
                .with(goal("prepare"), "-Ddatasets=dtd", "-Ddatasets.root=/proc/nope")
                .run()
                .fails()
                .says("/proc/nope", "set datasets.root to another folder");
    }

    @Test
    void aRootInsideTargetIsRefused() throws Exception {
        Projects.preparing(folder, "<datasets>dtd</datasets><root>${project.build.directory}/data</root>".indent(10));
        MavenBuild.in(folder).with("verify").run().fails().says("datasets.root", "mvn clean deletes");
        assertThat(folder.resolve("target/data")).doesNotExist();
    }

    @Test
    void anExpressionNeverBecomesAFolder() throws Exception {
        MavenBuild build = MavenBuild.in(folder);
        build.with(
                        goal("prepare"),
                        "-Ddatasets=dtd",
                        "-Ddatasets.sample=true",
                        "-Ddatasets.root=${project.build.directory}/data")
                .run();
        MavenBuild.in(folder)
                .with(
                        goal("prepare"),
                        "-Ddatasets=dtd",
                        "-Ddatasets.sample=true",
                        "-Ddatasets.root=${no.such.property}/data")
                .run()
                .fails()
                .says("${no.such.property}");
        MavenBuild.in(folder)
                .with(goal("prepare"), "-Ddatasets=dtd", "-Ddatasets.sample=true", "-Ddatasets.root=${user.home}/here")
                .run()
                .succeeds();
        assertThat(build.home().resolve("here/classification/dtd")).isDirectory();
        try (Stream<Path> files = Files.walk(temp)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains("${"));
        }
    }

    @Test
    void numbersThatAreNoneAreToldInOurWordsWithEverythingElse() throws Exception {
        MavenBuild.in(folder)
                .with(
                        goal("prepare"),
                        "-Ddatasets=dtd",
                        "-Ddatasets.connections=many",
                        "-Ddatasets.threads=2.5",
                        "-Ddatasets.sample=ture")
                .run()
                .fails()
                .says(
                        "3 mistakes in the configuration",
                        "datasets.connections is 'many'; expected a whole number",
                        "datasets.threads is '2.5'; expected a whole number",
                        "datasets.sample is 'ture'; expected true or false",
                        goal("help") + " -Ddetail");
    }

    @Test
    void aParameterInTheSingularIsAskedAbout() throws Exception {
        MavenBuild.in(folder)
                .with(goal("list"), "-Ddataset=coco", "-Ddataset.name=mine")
                .run()
                .succeeds()
                .says("-Ddataset is no parameter of this plugin; did you mean -Ddatasets?")
                .doesNotSay("dataset.name");
    }

    @Test
    void datasetsThatAreTypedGoBeforeThoseOfThePomAndOtherTypedValuesAreNotLostSilently() throws Exception {
        Projects.preparing(folder, "<datasets>dtd</datasets><scope>eval</scope>".indent(10));
        MavenBuild.in(folder)
                .with("datasets:list", "-Ddatasets=coco", "-Ddatasets.scope=full")
                .run()
                .succeeds()
                .says("val2017.zip", "-Ddatasets.scope is not read, because the POM gives <scope>, which goes first")
                .doesNotSay("Describable");
    }

    @Test
    void aMisspelledElementOfThePomNamesTheNearestOne() throws Exception {
        Projects.preparing(folder, "<dataset>dtd</dataset><manualdir>x</manualdir>".indent(10));
        MavenBuild.in(folder)
                .with("verify")
                .run()
                .fails()
                .says(
                        "there is no element <dataset> in the configuration of the plugin; did you mean <datasets>?",
                        "did you mean <manualDir>?",
                        "mvn datasets:help -Ddetail");
    }

    @Test
    void nothingChosenSaysWhatThereIs() throws Exception {
        MavenBuild.in(folder).with(goal("prepare")).run().fails().says("no datasets are chosen", "-Ddatasets=");
    }

    @Test
    void aMalformedCatalogueIsNamedWithLineAndKey() throws Exception {
        Path catalogue = folder.resolve("own.yaml");
        Files.writeString(
                catalogue, "datasets:\n  - id: coco\n    sources:\n      - file: val2017.zip\n        byts: 5\n");
        MavenBuild.in(folder)
                .with(goal("plan"), "-Ddatasets=coco", "-Ddatasets.catalogs=" + catalogue)
                .run()
                .fails()
                .says("own.yaml:5", "byts");
    }
}
