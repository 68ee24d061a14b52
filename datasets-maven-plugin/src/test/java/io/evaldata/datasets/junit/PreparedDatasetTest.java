package io.evaldata.datasets.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Small test classes, run by JUnit itself against what a build left. */
class PreparedDatasetTest {
    @TempDir
    private Path temp;

    private Path file;
    private Path root;
    private Path receipt;

    @BeforeEach
    void leaveWhatPrepareLeaves() throws IOException {
        file = temp.resolve("target/datasets/datasets.properties");
        root = Files.createDirectories(temp.resolve("data/segmentation/VOC2012"));
        receipt = temp.resolve("data/.datasets/voc2012.json");
        Files.createDirectories(receipt.getParent());
        Files.writeString(receipt, "{}");
        Files.writeString(root.resolve("read.txt"), "read");
        Properties properties = new Properties();
        properties.setProperty("datasets.voc2012.root", root.toString());
        properties.setProperty("datasets.voc2012.receipt", receipt.toString());
        properties.setProperty("datasets.root.segmentation", root.getParent().toString());
        Files.createDirectories(file.getParent());
        try (var out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
    }

    static class Reading {
        @Test
        void reads(@PreparedDataset("voc2012") Path root) {
            assertThat(root.resolve("read.txt")).hasContent("read");
        }

        @Test
        void needsNoDataset() {
            assertThat(true).isTrue();
        }
    }

    static class ByAlias {
        @Test
        void reads(@PreparedDataset("voc21") Path root) {
            assertThat(root.resolve("read.txt")).hasContent("read");
        }
    }

    static class Misspelt {
        @Test
        void reads(@PreparedDataset("voc201") Path root) {
            assertThat(root).isNull();
        }
    }

    static class MisspeltBesidesAMissing {
        @BeforeEach
        void open(@PreparedDataset("dtd") Path missing, @PreparedDataset("dtdd") Path misspelt) {
            assertThat(missing).isEqualTo(misspelt);
        }

        @Test
        void reads() {
            assertThat(true).isTrue();
        }
    }

    static class OfAGroup {
        @Test
        void reads(@PreparedDataset("segmentation") Path root) {
            assertThat(root).isNull();
        }
    }

    static class OfAnOwnCatalogue {
        @Test
        void reads(@PreparedDataset("garden_birds") Path root) {
            assertThat(root).isNull();
        }
    }

    static class OfAnother {
        @Test
        void reads(@PreparedDataset("dtd") Path root) {
            assertThat(root).isNull();
        }
    }

    static class Demanding {
        @Test
        void reads(@PreparedDataset(value = "dtd", whenMissing = WhenMissing.FAIL) Path root) {
            assertThat(root).isNull();
        }
    }

    static class Forgiving {
        @Test
        void reads(@PreparedDataset(value = "dtd", whenMissing = WhenMissing.SKIP) Path root) {
            assertThat(root).isNull();
        }
    }

    static class InConstructor {
        private final Path root;

        InConstructor(@PreparedDataset("voc2012") Path root) {
            this.root = root;
        }

        @Test
        void reads() {
            assertThat(root).isDirectory();
        }
    }

    static class BeforeEachTest {
        private Path root;

        @BeforeEach
        void open(@PreparedDataset("voc2012") Path given) {
            root = given;
        }

        @Test
        void reads() {
            assertThat(root).isDirectory();
        }
    }

    static class OfTheWrongType {
        @Test
        void reads(@PreparedDataset("voc2012") String root) {
            assertThat(root).isNull();
        }
    }

    @Test
    void handsOverTheRoot() {
        run(Reading.class).testEvents().assertStatistics(counts -> counts.succeeded(2)
                .skipped(0));
        run(InConstructor.class).testEvents().assertStatistics(counts -> counts.succeeded(1));
        run(BeforeEachTest.class).testEvents().assertStatistics(counts -> counts.succeeded(1));
    }

    @Test
    void takesTheNamesThatAPomTakes() throws IOException {
        run(ByAlias.class).testEvents().assertStatistics(counts -> counts.succeeded(1));
        Files.delete(receipt);
        run(ByAlias.class, "fail")
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                message(said -> said.startsWith("dataset 'voc2012' is not prepared: ")))));
    }

    @Test
    void aMisspeltNameFailsAndOffersTheNearest() {
        for (String whenMissing : new String[] {"skip", "fail"}) {
            failsSaying(
                    run(Misspelt.class, whenMissing),
                    "@PreparedDataset(\"voc201\"): 'voc201' is no dataset; did you mean 'voc20'?");
            failsSaying(
                    run(MisspeltBesidesAMissing.class, whenMissing),
                    "@PreparedDataset(\"dtdd\"): 'dtdd' is no dataset; did you mean 'dtd'?");
        }
    }

    @Test
    void aGroupHasNoRoot() {
        failsSaying(
                run(OfAGroup.class),
                "@PreparedDataset(\"segmentation\"): 'segmentation' is a group of datasets, which has no root;"
                        + " name one dataset");
    }

    @Test
    void aNameLikeNoOtherMayBeOfAnOwnCatalogueAndIsSkipped() {
        run(OfAnOwnCatalogue.class).testEvents().assertStatistics(counts -> counts.skipped(1)
                .failed(0));
    }

    @Test
    void anOwnDatasetWhoseNameIsLikeAnotherIsTakenOncePrepared() {
        BuildOutputs outputs =
                BuildOutputs.of(name -> name.equals("datasets.dtdd.root") ? root.toString() : null, file);
        assertThat(outputs.find("dtdd").isMistake()).isFalse();
    }

    @Test
    void advisesASampleWhereTheOthersAreSamples() throws IOException {
        BuildOutputs outputs = BuildOutputs.of(name -> null, file);
        assertThat(outputs.find("dtd").missing()).endsWith("and run: mvn datasets:prepare");
        Files.writeString(receipt, "{\n  \"id\" : \"voc2012\",\n  \"kind\" : \"sample\"\n}\n");
        assertThat(outputs.find("dtd").missing()).endsWith("and run: mvn datasets:prepare -Ddatasets.sample=true");
    }

    private static void failsSaying(EngineExecutionResults results, String text) {
        results.testEvents()
                .assertThatEvents()
                .haveExactly(1, event(finishedWithFailure(message(said -> said.equals(text)))));
    }

    @Test
    void skipsOnlyTheTestThatMissesADatasetAndNamesTheCommand() throws IOException {
        Files.delete(receipt);

        EngineExecutionResults results = run(Reading.class);

        results.testEvents().assertStatistics(counts -> counts.succeeded(1).skipped(1));
        results.testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                skippedWithReason(
                                        reason -> reason.startsWith("dataset 'voc2012' is not prepared: " + root
                                                        + " has no receipt, " + receipt)
                                                && reason.endsWith(
                                                        "; add it to the plugin's <datasets> in the POM and run: mvn datasets:prepare"))));
    }

    @Test
    void skipsTheWholeClassWhenItsConstructorOrLifecycleMissesADataset() throws IOException {
        Files.delete(file);

        for (Class<?> type : new Class<?>[] {InConstructor.class, BeforeEachTest.class}) {
            run(type)
                    .containerEvents()
                    .assertThatEvents()
                    .haveExactly(1, event(skippedWithReason(reason -> reason.contains("there is no " + file))));
        }
    }

    @Test
    void failsWhenConfiguredSoOrWhenTheTestSaysSo() {
        String reason =
                "dataset 'dtd' is not prepared: " + file + " has only voc2012; add it to the plugin's <datasets>";
        for (EngineExecutionResults results :
                new EngineExecutionResults[] {run(OfAnother.class, "fail"), run(Demanding.class, "skip")}) {
            results.testEvents()
                    .assertThatEvents()
                    .haveExactly(1, event(finishedWithFailure(message(said -> said.startsWith(reason)))));
        }
        run(Forgiving.class, "fail").testEvents().assertStatistics(counts -> counts.skipped(1));
    }

    @Test
    void saysWhenTheConfigurationOrTheParameterIsWrong() {
        run(OfAnother.class, "perhaps")
                .allEvents()
                .assertThatEvents()
                .haveAtLeastOne(
                        event(finishedWithFailure(message(said -> said.contains("'perhaps'; expected skip or fail")))));
        run(OfTheWrongType.class)
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1, event(finishedWithFailure(message(said -> said.endsWith("Path, found java.lang.String")))));
    }

    @Test
    void systemPropertiesGoBeforeTheFileAndTheReceiptIsFoundAboveTheRoot() throws IOException {
        Path other = Files.createDirectories(temp.resolve("other/dtd/dtd"));
        BuildOutputs outputs =
                BuildOutputs.of(name -> name.equals("datasets.dtd.root") ? other.toString() : null, file);

        assertThat(outputs.find("dtd").missing()).contains("no receipt in a folder .datasets above it");
        Files.createDirectories(temp.resolve("other/.datasets"));
        Files.writeString(temp.resolve("other/.datasets/dtd.json"), "{}");
        assertThat(outputs.find("dtd").root()).contains(other);
        assertThat(outputs.find("voc2012").root()).contains(root);
    }

    @Test
    void saysWhenTheFolderIsGone() throws IOException {
        Files.delete(root.resolve("read.txt"));
        Files.delete(root);

        assertThat(BuildOutputs.of(name -> null, file).find("voc2012").missing())
                .contains("there is no folder " + root);
    }

    private EngineExecutionResults run(Class<?> type) {
        return run(type, "skip");
    }

    private EngineExecutionResults run(Class<?> type, String whenMissing) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(type))
                .configurationParameter("datasets.file", file.toString())
                .configurationParameter(WhenMissing.PARAMETER, whenMissing)
                .execute();
    }
}
