package io.evaldata.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.MessageSites.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every message that the product can show, listed in {@code target/messages.txt} as it stands in the source code, and the
 * rules that each keeps: what happened, to which thing, and the next step.
 */
class MessagesTest {
    /** They pass on what others say: collected mistakes, several reports, the reason of another exception. */
    private static final Set<String> REPORTERS = Set.of(
            "CaptionSplitter.java",
            "CaptionTable.java",
            "CatalogReader.java",
            "ConfigInspector.java",
            "DatasetPreparation.java",
            "GivenSettings.java",
            "LabelTable.java",
            "Mistakes.java",
            "MovedFiles.java",
            "Node.java",
            "Origins.java",
            "PartWriteException.java",
            "Preflight.java",
            "Preparation.java",
            "PreparationRun.java",
            "Problems.java",
            "RequestBuilder.java",
            "RootLiteral.java",
            "StepParser.java",
            "SynsetSorter.java",
            "SynsetTable.java",
            "Transfer.java",
            "Unpacking.java",
            "VerifyMojo.java",
            "WiringDraft.java");

    /** Nothing but the command itself is concerned, or who calls adds the name. */
    private static final Set<String> OF_THE_COMMAND = Set.of("ConfigureMojo.java", "ProbeMojo.java", "PngRows.java");

    private static List<Site> sites;

    @BeforeAll
    static void list() throws IOException {
        sites = MessageSites.below(Path.of("src/main/java"));
        Path listing = Path.of("target/messages.txt");
        Files.createDirectories(listing.getParent());
        Files.writeString(listing, sites.stream().map(MessagesTest::entry).collect(Collectors.joining("\n")));
    }

    private static String entry(Site site) {
        return site.file() + " " + site.method() + "\n  " + site.message()
                + site.remedy().map(remedy -> "\n  -> " + remedy).orElse("") + "\n";
    }

    @Test
    void allOfThemAreFound() throws IOException {
        long exceptions = 0;
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                exceptions += Files.readString(file).split("new DatasetsException\\(", -1).length - 1;
            }
        }
        assertThat((long) sites.size())
                .as("places found, of at least as many as make the exception, but for those that only pass words on")
                .isGreaterThan(exceptions);
        assertThat(sites)
                .extracting(Site::message)
                .contains("no configs are named")
                .anyMatch(message -> message.contains("is not among the dataset's sources"))
                .anyMatch(message -> message.contains("there is no such catalogue file"))
                .anyMatch(message -> message.contains("not well formed"))
                .anyMatch(message -> message.contains("never mixed"))
                .anyMatch(message -> message.contains("expected true or false"))
                .anyMatch(message -> message.contains("it does not begin with a PNG header"));
    }

    @Test
    void eachSaysWhatHappenedInWords() {
        assertThat(sites)
                .filteredOn(site -> !hasWords(site))
                .extracting(Site::file)
                .isSubsetOf(REPORTERS);
    }

    @Test
    void eachSaysToWhichThing() {
        assertThat(sites)
                .filteredOn(site -> !site.message().contains("datasets.")) // names the parameter
                .filteredOn(site -> !site.message().contains("{"))
                .extracting(Site::file)
                .isSubsetOf(OF_THE_COMMAND);
    }

    @Test
    void eachSaysTheNextStepAsASentence() {
        assertThat(sites)
                .filteredOn(site -> site.remedy().isPresent() && !passesOn(site))
                .allMatch(
                        site -> site.remedy().get().matches("(?s)(\\p{Lu}|mvn |\\{|\\[).*(\\.|\\}|\\])"),
                        "begins and ends as a sentence");
    }

    @Test
    void noneEndsWithAFullStopThatTheNextStepWouldFollow() {
        assertThat(sites).allMatch(site -> !site.message().endsWith("."), "ends without a full stop");
    }

    @Test
    void nonePointsAtTheMachineryOrLeavesANull() {
        assertThat(sites)
                .extracting(Site::message)
                .noneMatch(message -> message.matches("(?s).*\\b(null|Exception|TODO|stack trace)\\b.*"));
    }

    private static boolean hasWords(Site site) {
        String own = site.message().replaceAll("\\{[^}]*\\}", "");
        return own.matches("(?s).*\\p{L}+\\W+\\p{L}+.*");
    }

    /** Each of the reports has its own next step. */
    private static boolean passesOn(Site site) {
        return Set.of("PreparationRun.java", "Preparation.java").contains(site.file())
                && site.remedy().filter(String::isEmpty).isPresent();
    }
}
